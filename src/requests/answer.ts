import type { CaseItem } from '../cases/case-item.ts';
import type { Changed } from '../cases/case-store.ts';
import type { Answered, Refused, RequestName, RequestNeeds, Requests } from './requests.ts';
import { reviewOf } from './review.ts';
import { revise } from './revise.ts';
import { type Scene, caseOf, momentOf, requestNamed, sceneFor } from './scene.ts';
import { type Step, answered, closed } from './transitions.ts';
import { type Click, type RefusalCode, clickKey, weigh } from './weigh.ts';

type Result = Answered | Refused;

/** A refusal that shows the state the request is in. */
const shown = (why: RefusalCode, { item, request }: Step): Refused => ({ outcome: 'refused', why, item, request });

/** Approving and declining. */
export const createAnswer = (needs: RequestNeeds): Requests['answer'] => {
  const take = async (item: CaseItem, name: RequestName, click: Click, scene: Scene): Promise<Changed<Result>> => {
    const request = await requestNamed(item, name, scene, needs.store);
    const { person, today, bench } = scene;
    if (request === undefined || person === undefined) return { refused: { outcome: 'refused', why: 'unknown' } };
    const step = { item, request };
    const decided =
      request.state === 'open' ? await needs.receipts.read(item.municipality, request.decisionId) : undefined;
    const review = () => reviewOf(item, request, decided?.facts, today, bench);
    const verdict = weigh(item, request, person, click, today, review);
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
        return instead('ended', closed(item, request, 'expired', momentOf(scene, request)));
      case 'overtake':
        return instead('stale', closed(item, request, 'overtaken', momentOf(scene, request)));
      case 'revise':
        return instead('stale', await revise(step, verdict, scene, needs));
      case 'sign': {
        const reason = click.reason?.trim();
        const answer = {
          by: person.id,
          answer: click.answer,
          ...(reason !== undefined && reason !== '' && { reason }),
          signs: verdict.signs,
          key: clickKey(request, click, person.id),
        };
        const after = answered(item, request, answer, momentOf(scene, request));
        return { item: after.item, result: { outcome: 'recorded', ...after } };
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
