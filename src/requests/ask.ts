import type { CaseItem } from '../cases/case-item.ts';
import type { Changed } from '../cases/case-store.ts';
import { may } from '../people/policy.ts';
import { namedBy } from '../receipts/decision-id.ts';
import { factsHash } from '../receipts/keyed-hash.ts';
import type { Receipt, ReceiptFacts } from '../receipts/receipt.ts';
import type { PersonItem } from '../store/items.ts';
import { judgementOf } from './bench.ts';
import { exceptionNeeds, ownCaseworkerMay } from './exceptions.ts';
import { lastDayFor } from './expiry.ts';
import { needsOf } from './needs.ts';
import type { ApprovalRequest, Need } from './request.ts';
import { type RequestQuestion, isRequestQuestion, pinned, sameQuestion } from './request-question.ts';
import type { Asked, Asking, Refused, RequestNeeds, Requests } from './requests.ts';
import { changedSince } from './review.ts';
import { type Scene, sceneFor, signersOf } from './scene.ts';
import { tendItem } from './tend.ts';
import { opened } from './transitions.ts';
import { LONGEST_REASON, type RefusalCode } from './weigh.ts';

const refused = (why: RefusalCode): { refused: Refused } => ({ refused: { outcome: 'refused', why } });

/** An open request with the asker's newest card among those that follow it. */
const following = (
  item: CaseItem,
  open: ApprovalRequest,
  person: string,
  place: Asking['place'],
): Changed<ApprovalRequest> => {
  const known = open.cards.some(
    ({ activityId, conversationId }) => activityId === place?.activityId && conversationId === place.conversationId,
  );
  if (place === undefined || known) return { refused: open };
  const request: ApprovalRequest = { ...open, cards: [...open.cards, { ...place, person, face: 'asker' }] };
  const requests = item.requests.map((one) => (one.id === open.id ? request : one));
  return { item: { ...item, requests }, result: request };
};

/** Asking for approval of a decision that has been given. */
export const createAsk = (needs: RequestNeeds): Requests['ask'] => {
  const open = (
    found: CaseItem,
    { receipt, facts, question }: { receipt: Receipt; facts: ReceiptFacts; question: RequestQuestion },
    person: PersonItem,
    scene: Scene,
    { exception = false, why = '', place }: Asking,
  ): Changed<Asked | Refused> => {
    const { today, at, bench } = scene;
    if (!may(person, 'see-case', found, today)) return refused('unknown');
    if (!may(person, 'request-approval', found, today)) return refused('not-entitled');

    const answered = judgementOf(facts.record, question, receipt.today, { ...bench, catalogue: facts.catalogue });
    const wanted = answered && pinned(question, answered);
    const judgement = wanted && judgementOf(found.record, wanted, today, bench);
    if (wanted === undefined || judgement === undefined) return refused('changed');
    const ownMay = ownCaseworkerMay(found.record, wanted, judgement, today, bench);
    const signers = (toSign: Need[]) => {
      const asked = signersOf(toSign, found, person.id, ownMay, scene);
      return { asked, unreachable: asked.filter(({ address }) => address === undefined) };
    };

    // One question has one request at most, whatever it asks for.
    const same = found.requests.find((one) => one.state === 'open' && sameQuestion(one.question, wanted));
    if (same !== undefined) {
      const answer = { outcome: 'already-open' as const, ...signers(same.needs.filter((need) => !need.given)) };
      const kept = following(found, same, person.id, place);
      if ('refused' in kept) return { refused: { ...answer, item: found, request: kept.refused } };
      return { item: kept.item, result: { ...answer, item: kept.item, request: kept.result } };
    }

    // The person asks on the answer they were shown: where the facts are others now, they ask Makker again first.
    if (changedSince(facts, judgement, wanted, bench)?.length !== 0) return refused('changed');
    // What is asked for is what the answer said: a yes that has become a no makes no exception by itself.
    const denied = judgement.outcome === 'denied';
    if (exception !== denied) return refused('nothing-to-approve');
    const toSign = denied ? exceptionNeeds(found.record, wanted, today, bench) : needsOf(judgement);
    const expiresOn = lastDayFor(judgement, today);
    if (toSign.length === 0 || expiresOn < today) return refused('nothing-to-approve');
    const told = why.trim();
    if (told.length > LONGEST_REASON) return refused('reason-too-long');
    const { asked, unreachable } = signers(toSign);
    const request: Parameters<typeof opened>[1] = {
      question: wanted,
      decisionId: receipt.id,
      factsHash: factsHash(judgement.reads, needs.key),
      askedBy: person.id,
      askedAt: at,
      ...(told !== '' && { why: told }),
      expiresOn,
      needs: toSign,
      cards: place === undefined ? [] : [{ ...place, person: person.id, face: 'asker' }],
    };
    const step = opened(found, request, asked);
    return { item: step.item, result: { outcome: 'created', ...step, asked, unreachable } };
  };

  return async (person, decisionId, asking = {}) => {
    const named = namedBy(decisionId);
    const decided = named && (await needs.receipts.read(person.municipality, decisionId));
    const scene = await sceneFor(person, needs);
    const asker = scene.person;
    if (decided === undefined || asker === undefined) return { outcome: 'refused', why: 'unknown' };
    const { receipt, facts } = decided;
    const result = await needs.cases.change(
      person.municipality,
      receipt.caseId,
      async (item): Promise<Changed<Asked | Refused>> => {
        if (facts === undefined) return refused('unknown');
        const { question } = facts;
        if (!isRequestQuestion(question)) return refused('nothing-to-approve');
        // What is open is brought up to date first: it may be what is asked for, or have run out.
        const tended = await tendItem(item, scene, needs);
        const put = open(tended, { receipt, facts, question }, asker, scene, asking);
        return 'refused' in put && tended !== item ? { item: tended, result: put.refused } : put;
      },
    );
    if (result === 'absent') return { outcome: 'refused', why: 'unknown' };
    if (result === 'busy') return { outcome: 'refused', why: 'busy' };
    needs.poke();
    return result;
  };
};
