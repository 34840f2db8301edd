import type { CaseItem } from '../cases/case-item.ts';
import { type FactRefusal, type Facts, recordFacts } from '../cases/record-facts.ts';
import type { Case } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';
import { mayWith, seenCase } from './access.ts';
import { answerQuestion } from './answer-question.ts';
import { clickRefusal, ownChat } from './clicks/refusals.ts';
import { factName } from './facts/card-input.ts';
import { type PlacedFacts, placeFacts } from './facts/place-fact.ts';
import type { Answer, Talking } from './services.ts';

type Recorded =
  | { item: CaseItem }
  | { refused: FactRefusal; path: string; item: CaseItem }
  | { unfit: CaseItem }
  | 'may-not'
  | 'unknown'
  | 'offer-gone';

/** Whether the offer that a question is about is in the case. */
export const hasOffer = (question: Question, { record: { offers = [] } }: CaseItem): boolean =>
  !('offerId' in question) || offers.some(({ id }) => id === question.offerId);

/** An extension that would end before the offer does is no extension. */
export const fits = (question: Question, { record: { offers = [] } }: CaseItem): boolean => {
  if (question.kind !== 'extend-offer' || question.until === undefined) return true;
  const ends = offers.find(({ id }) => id === question.offerId)?.ends;
  return ends === undefined || question.until > ends;
};

/** Records the case's own facts under its etag; all that speaks against it is checked on the item that is changed. */
const record = async (talking: Talking, seen: Case, { question, ofCase }: PlacedFacts): Promise<Recorded> => {
  const { services, turn } = talking;
  const filling = {
    by: turn.person.id,
    at: turn.now,
    today: turn.today,
    seen,
    ...('offerId' in question ? { offerId: question.offerId } : {}),
  };
  const result = await services.cases.change<Recorded>(turn.person.municipality, seen.id, (item) => {
    if (!mayWith(talking, 'see-case', item)) return { refused: 'unknown' };
    if (!mayWith(talking, 'record-fact', item)) return { refused: 'may-not' };
    if (!hasOffer(question, item)) return { refused: 'offer-gone' };
    if (!fits(question, item)) return { refused: { unfit: item } };
    const recorded = recordFacts(item, ofCase, filling);
    if ('refused' in recorded) return { refused: { ...recorded, item } };
    // A click delivered twice finds its facts there: nothing to store.
    return recorded.item === item ? { refused: recorded } : { item: recorded.item, result: recorded };
  });
  return result === 'absent' || result === 'busy' ? 'unknown' : result;
};

/** Facts by path that somebody has given, and the answer they were given to. */
export interface Given {
  decisionId: string;
  /** What was given; `wrong` says in words what the first impossible one may be. */
  given: { facts: Facts } | { wrong: string };
  /** Only what the answer's card asked for is taken. */
  onlyAsked: boolean;
  /** What the new answer says of them. */
  said: string[];
}

/**
 * Takes facts for an answer: each is put where it belongs, and the question is answered anew, with a receipt of its own.
 * Access is checked again: the answer may be older than the person's role.
 */
export const takeFacts = async (talking: Talking, { decisionId, given, onlyAsked, said }: Given): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  if (!personal) return ownChat(talking);
  const read = await services.receipts.read(turn.person.municipality, decisionId);
  const found = read?.facts === undefined ? undefined : await seenCase(talking, read.receipt.caseId);
  if (read?.facts === undefined || found === undefined) return clickRefusal(talking, 'unknown-decision');
  const { question, asked = [], assumed = [], record: seen } = read.facts;
  if (!hasOffer(question, found.item)) return clickRefusal(talking, 'offer-gone');
  // The same card again, its inputs still there, with a word on what was wrong. Nothing has been stored.
  const again = (item: CaseItem, wrong: string, then = say('talk.wrong-fact-again')): Promise<Answer> =>
    answerQuestion(talking, item, question, { reading: [wrong, then], assumed });
  if ('wrong' in given) return again(found.item, given.wrong);
  const { facts } = given;
  if (onlyAsked && Object.keys(facts).some((path) => !asked.includes(path)))
    return again(found.item, say('talk.wrong-fact-unknown'));
  const placed = placeFacts(question, facts);
  if (placed === 'unsound') return again(found.item, say('talk.wrong-fact-together'));
  const recorded = await record(talking, seen, placed);
  if (recorded === 'may-not') return clickRefusal(talking, 'may-not-record');
  if (recorded === 'unknown') return clickRefusal(talking, 'unknown-decision');
  if (recorded === 'offer-gone') return clickRefusal(talking, 'offer-gone');
  if ('unfit' in recorded) return again(recorded.unfit, say('talk.wrong-fact-together'));
  if ('refused' in recorded) {
    const wrong = say(`talk.fact-refused.${recorded.refused}`, { fact: factName(recorded.path, say) });
    return recorded.refused === 'filled-meanwhile'
      ? again(recorded.item, wrong, say('talk.answered-anew'))
      : again(recorded.item, wrong);
  }
  const reading = Object.keys(facts).length === 0 ? [say('talk.nothing-filled-in')] : said;
  // What is still only assumed the card says again, and no request is possible before.
  const stillAssumed = assumed.filter((path) => !Object.hasOwn(facts, path));
  return answerQuestion(talking, recorded.item, placed.question, { reading, assumed: stillAssumed });
};
