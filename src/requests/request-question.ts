import type { Case, SignOff } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Judgement } from '../rulebook/judgement.ts';

/** The questions that approval can be asked for. */
export type RequestQuestion = Extract<Question, { kind: 'start-offer' | 'extend-offer' }>;

export const isRequestQuestion = (question: Question): question is RequestQuestion =>
  question.kind === 'start-offer' || question.kind === 'extend-offer';

/** The question with the end date it was judged for, so that "as long as possible" does not move while people decide. */
export const pinned = (question: RequestQuestion, judgement: Judgement): RequestQuestion =>
  question.kind === 'extend-offer' && judgement.until !== undefined
    ? { ...question, until: judgement.until }
    : question;

/**
 * Whether the question can still be asked: the case is open; the offer to start is not there yet; the one to extend is,
 * was not stopped or ended, and ends earlier.
 */
export const stands = (record: Case, question: RequestQuestion): boolean => {
  if (record.status === 'closed') return false;
  const offers = record.offers ?? [];
  if (question.kind === 'start-offer') return offers.every(({ id }) => id !== question.offer.id);
  const { offerId, until } = question;
  return offers.some(
    ({ id, status, ends }) =>
      id === offerId &&
      status !== 'stopped' &&
      status !== 'ended' &&
      (until === undefined || ends === undefined || until > ends),
  );
};

/** The question with these sign-offs on the offer it wants to start; other questions carry none. */
export const withOfferSignOffs = (question: RequestQuestion, signOffs: SignOff[]): RequestQuestion => {
  if (question.kind !== 'start-offer') return question;
  const { signOffs: _, ...offer } = question.offer;
  return { ...question, offer: signOffs.length === 0 ? offer : { ...offer, signOffs } };
};

/** Whether two requests are about the same thing, whatever has been signed meanwhile. */
export const sameQuestion = (a: RequestQuestion, b: RequestQuestion): boolean =>
  canonicalJson(withOfferSignOffs(a, [])) === canonicalJson(withOfferSignOffs(b, []));
