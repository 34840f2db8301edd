import type { CaseItem } from '../cases/case-item.ts';
import type { Changed } from '../cases/case-store.ts';
import type { Answered, Refused, RequestName, RequestNeeds, Requests } from './requests.ts';
import type { ApprovalRequest, Need } from './request.ts';
import { reviewOf, settles } from './review.ts';
import { revise } from './revise.ts';
import { type Scene, caseOf, momentOf, requestNamed, sceneFor } from './scene.ts';
import { givenIn } from './sign-offs.ts';
import { tendItem } from './tend.ts';
import { type Step, answered, closed } from './transitions.ts';
import { type Click, type RefusalCode, clickKey, reasonOf, weigh } from './weigh.ts';

type Result = Answered | Refused;

/** A refusal that shows the state the request is in. */
const shown = (why: RefusalCode, { item, request }: Step): Refused => ({ outcome: 'refused', why, item, request });

/** The same request again, to be signed from the beginning. */
const anew = ({ needs, expiresOn }: ApprovalRequest) => ({
  needs: needs.map(({ rule, form, roles, exception }): Need => ({
    rule,
    form,
    roles,
    ...(exception && { exception }),
  })),
  expiresOn,
  changed: [],
});

const once = <T>(work: () => T): (() => T) => {
  let done: { value: T } | undefined;
  return () => (done ??= { value: work() }).value;
};

/** Approving and declining. */
export const createAnswer = (needs: RequestNeeds): Requests['answer'] => {
  const take = async (item: CaseItem, name: RequestName, click: Click, scene: Scene): Promise<Changed<Result>> => {
    const request = await requestNamed(item, name, scene, needs.store);
    const { person, today, bench } = scene;
    if (request === undefined || person === undefined) return { refused: { outcome: 'refused', why: 'unknown' } };
    const step = { item, request };
    const decided =
      request.state === 'open' ? await needs.receipts.read(item.municipality, request.decisionId) : undefined;
    const reviewed = once(() => reviewOf(item, request, decided?.facts, today, bench));
    const verdict = weigh(item, request, person, click, today, reviewed);
    const instead = (why: RefusalCode, after: Step): Changed<Result> => ({
      item: after.item,
      result: shown(why, after),
    });
    switch (verdict.verdict) {
      case 'already':
        return { refused: { outcome: 'already', ...step } };
      case 'refuse':
        return { refused: shown(verdict.why, step) };
      case 'expire':
        return instead(
          'ended',
          closed(item, { ...request, expiresOn: verdict.expiresOn }, 'expired', momentOf(scene, request)),
        );
      case 'overtake':
        return instead('stale', closed(item, request, 'overtaken', momentOf(scene, request)));
      case 'revise':
        return instead('stale', await revise(step, verdict.review, scene, needs));
      case 'sign': {
        const reason = reasonOf(click);
        const answer = {
          by: person.id,
          answer: click.answer,
          ...(reason !== '' && { reason }),
          signs: verdict.signs,
          key: clickKey(request, click, person.id),
        };
        const after = answered(item, request, answer, momentOf(scene, request));
        const review = reviewed();
        // The rules have the last word: what they do not take as settled is not carried out, whoever has signed.
        if (
          after.request.state === 'approved' &&
          review.state === 'holds' &&
          !settles(item, request, givenIn(after.request), today, bench)
        )
          return instead('stale', await revise(step, { ...review, ...anew(request) }, scene, needs));
        // What it changed in the case may be what another request rests on.
        const whole = after.request.state === 'open' ? after.item : await tendItem(after.item, scene, needs);
        return { item: whole, result: { outcome: 'recorded', item: whole, request: after.request } };
      }
    }
  };

  return async (person, { municipality, requestId, ...click }) => {
    const name = { municipality, requestId };
    const caseId = caseOf(person, name);
    if (caseId === undefined) return { outcome: 'refused', why: 'unknown' };
    const scene = await sceneFor(person, needs);
    const result = await needs.cases.change(municipality, caseId, (item) => take(item, name, click, scene));
    if (result === 'absent') return { outcome: 'refused', why: 'unknown' };
    if (result === 'busy') return { outcome: 'refused', why: 'busy' };
    needs.poke();
    return result;
  };
};
