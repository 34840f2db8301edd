import type { Case } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';
import { dayOf } from '../rulebook/calendar.ts';
import { isPlanned, isRunning } from '../rulebook/facts/dated.ts';
import { ReferenceDate } from '../rulebook/reference-date.ts';

/** A question about a case. A planned offer stands in the question, so it is left out of the record. */
export interface Asked {
  question: Question;
  record: Case;
  offerId?: string;
}

/**
 * Everything a caseworker could ask about a case on a day without knowing more than the record: what is due, what comes
 * next, whether a running offer may go on and how far it can be extended, whether a planned one may start.
 */
export const questionsOf = (record: Case, today: string): Asked[] => {
  const date = new ReferenceDate(dayOf(today));
  const asked: Asked[] = [
    { question: { kind: 'deadlines' }, record },
    { question: { kind: 'next-step' }, record },
  ];
  for (const offer of record.offers ?? []) {
    const offerId = offer.id;
    if (isRunning(offer, date))
      asked.push(
        { question: { kind: 'extend-offer', offerId }, record, offerId },
        { question: { kind: 'continue-offer', offerId }, record, offerId },
      );
    else if (isPlanned(offer, date)) {
      const others = record.offers?.filter((other) => other !== offer) ?? [];
      asked.push({ question: { kind: 'start-offer', offer }, record: { ...record, offers: others }, offerId });
    }
  }
  return asked;
};
