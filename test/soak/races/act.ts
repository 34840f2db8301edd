import { audited } from '../../../src/cases/audit.ts';
import { catalogueOf } from '../../../src/cases/judge.ts';
import { civilDateAt, isoInstant } from '../../../src/clock.ts';
import type { Case, Offer } from '../../../src/contract/case.ts';
import type { ApprovalRequest } from '../../../src/requests/request.ts';
import type { Asked, Answered, Refused } from '../../../src/requests/requests.ts';
import type { Store } from '../../../src/store/port.ts';
import { HERE, PEOPLE, type Who } from '../../end-to-end/town.ts';
import type { Office } from './office.ts';
import type { Act } from './plan.ts';

/** A case that people race for, and the decision its request is about. */
export interface Prize {
  caseId: string;
  decisionId: string;
}

/** What whoever acted was told; `done` where nobody is told anything. */
export interface Told {
  act: Act;
  outcome: 'done' | 'failed' | (Asked | Answered | Refused)['outcome'];
  why?: string;
  /** The request as it was shown. */
  request?: ApprovalRequest;
}

export const personOf = (who: Who) => {
  const found = PEOPLE.find(({ id }) => id === who);
  if (found === undefined) throw new Error(`nobody here is called ${who}`);
  return found;
};

/** Lets Makker answer whether the offer may be extended: the decision id. */
export const decide = async (store: Store, { cases, receipts, judge, clock }: Office, caseId: string) => {
  const record = (await cases.read(HERE, caseId))?.item.record;
  if (record?.offers?.length !== 1) return undefined;
  const question = { kind: 'extend-offer', offerId: 'o-1', until: '2023-08-31' } as const;
  const judged = judge(record, question, await catalogueOf(store, HERE), civilDateAt(clock.now()));
  if ('notBefore' in judged) throw new Error('no rulebook is in force');
  return (await receipts.record(judged, personOf('ane'))).id;
};

/** The newest follow-up shows no progress: the plan says no, but an exception can be made. */
export const withoutProgress = (offer: Offer): Offer => ({
  ...offer,
  followUps: [{ on: '2023-05-09', progress: false, asAgreed: true }],
});

const change = async ({ cases, clock }: Office, { caseId }: Prize, fact: string, how: (offer: Offer) => Offer[]) => {
  const changed = (record: Case): Case => ({ ...record, offers: (record.offers ?? []).flatMap(how) });
  return cases.change(HERE, caseId, (item) => ({
    item: audited(
      { ...item, record: changed(item.record) },
      { at: isoInstant(clock.now()), by: 'ane', what: 'fact-recorded', details: { fact } },
    ),
    result: 'done' as const,
  }));
};

const carryOut = async (store: Store, office: Office, prize: Prize, act: Act) => {
  const { requests, cases } = office;
  switch (act.does) {
    case 'daily-run':
      // Called on the day itself as well: then it must end nothing that can still be decided.
      await requests.tendAll(HERE);
      return 'done' as const;
    case 'record-price':
      return change(office, prize, 'offer.pricePerWeek', (offer) => [{ ...offer, pricePerWeek: act.price }]);
    case 'record-no-progress':
      return change(office, prize, 'offer.followUps.progress', (offer) => [withoutProgress(offer)]);
    case 'lose-offer':
      return change(office, prize, 'offer', () => []);
    case 'ask': {
      const decisionId = act.anew ? await decide(store, office, prize.caseId) : prize.decisionId;
      if (decisionId === undefined) return 'done' as const;
      return requests.ask(personOf(act.by), decisionId, {
        exception: act.exception,
        place: { conversationId: `chat-${act.by}`, activityId: `card-of-${decisionId}` },
      });
    }
    default: {
      const newest = act.card === 'newest' ? (await cases.read(HERE, prize.caseId))?.item.requests.at(-1) : undefined;
      const name = { municipality: HERE, requestId: newest?.id ?? `${HERE}~${prize.caseId}~r1` };
      const by = personOf(act.by);
      if (act.does === 'withdraw') return requests.withdraw(by, name);
      return requests.answer(by, {
        ...name,
        revision: newest?.revision ?? 1,
        answer: act.does === 'approve' ? 'approved' : 'declined',
        ...(act.reason && { reason: 'Der er en plads i en virksomhed' }),
      });
    }
  }
};

/** Does one act of a race; what it threw is what it told. */
export const perform = async (store: Store, office: Office, prize: Prize, act: Act): Promise<Told> => {
  try {
    const result = await carryOut(store, office, prize, act);
    if (typeof result === 'string')
      return result === 'done' ? { act, outcome: result } : { act, outcome: 'failed', why: result };
    return {
      act,
      outcome: result.outcome,
      ...('why' in result && { why: result.why }),
      ...(result.request !== undefined && { request: result.request }),
    };
  } catch (error) {
    return { act, outcome: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};
