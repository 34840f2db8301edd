import type { Case, CaseEvent, Offer } from '../../contract/case.ts';
import { dayOf } from '../calendar.ts';
import type { ReferenceDate } from '../reference-date.ts';

/** Planned by status, or because its first day lies ahead and it was not stopped before. Only these two statuses are read. */
export const isPlanned = (offer: Offer, date: ReferenceDate): boolean =>
  offer.status === 'planned' || (offer.status !== 'stopped' && !date.hasCome(dayOf(offer.starts)));

/** On record: it has started and was not left planned. */
export const isOnRecord = (offer: Offer, date: ReferenceDate): boolean =>
  offer.status !== 'planned' && date.hasCome(dayOf(offer.starts));

/** Running: started, not planned, and not over (an open end runs on, except for a stopped offer). */
export const isRunning = (offer: Offer, date: ReferenceDate): boolean =>
  isOnRecord(offer, date) &&
  (offer.ends === undefined
    ? offer.status !== 'stopped' && offer.status !== 'ended'
    : !date.hasCome(dayOf(offer.ends) + 1));

/** Offers a rule may look at: on record, or planned and not yet begun. One left planned past its first day is neither. */
export const offersAt = (subject: Case, date: ReferenceDate): Offer[] =>
  (subject.offers ?? []).filter(
    (offer) => isOnRecord(offer, date) || (isPlanned(offer, date) && !date.hasCome(dayOf(offer.starts) + 1)),
  );

/** Events that have happened by the reference date. */
export const eventsAt = (subject: Case, date: ReferenceDate): CaseEvent[] =>
  (subject.events ?? []).filter(({ on }) => date.hasCome(dayOf(on)));

/** The latest follow-up by the reference date; of two on one day the last in the list. */
export const latestFollowUp = (
  offer: Offer,
  date: ReferenceDate,
): NonNullable<Offer['followUps']>[number] | undefined => {
  let latest: NonNullable<Offer['followUps']>[number] | undefined;
  for (const followUp of offer.followUps ?? [])
    if (date.hasCome(dayOf(followUp.on)) && (latest === undefined || followUp.on >= latest.on)) latest = followUp;
  return latest;
};
