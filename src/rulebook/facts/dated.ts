import type { Case, CaseEvent, Offer } from '../../contract/case.ts';
import { dayOf, type Day } from '../calendar.ts';

/** Planned by status, or because its first day lies ahead and it was not stopped before. Only these two statuses are read. */
export const isPlanned = (offer: Offer, today: Day): boolean =>
  offer.status === 'planned' || (offer.status !== 'stopped' && dayOf(offer.starts) > today);

/** On record: it has started and was not left planned. */
export const isOnRecord = (offer: Offer, today: Day): boolean =>
  offer.status !== 'planned' && dayOf(offer.starts) <= today;

/** Running on a day: started, not planned, and not over (an open end runs on, except for a stopped offer). */
export const isRunningOn = (offer: Offer, day: Day, today: Day): boolean =>
  isOnRecord(offer, today) &&
  dayOf(offer.starts) <= day &&
  (offer.ends === undefined ? offer.status !== 'stopped' && offer.status !== 'ended' : dayOf(offer.ends) >= day);

/** Offers a rule may look at: on record, or planned and not yet begun. One left planned past its first day is neither. */
export const offersAt = (subject: Case, today: Day): Offer[] =>
  (subject.offers ?? []).filter(
    (offer) => isOnRecord(offer, today) || (isPlanned(offer, today) && dayOf(offer.starts) >= today),
  );

/** Events that have happened by the reference date. */
export const eventsAt = (subject: Case, today: Day): CaseEvent[] =>
  (subject.events ?? []).filter(({ on }) => dayOf(on) <= today);

/** The latest follow-up by the reference date; of two on one day the last in the list. */
export const latestFollowUp = (offer: Offer, today: Day): NonNullable<Offer['followUps']>[number] | undefined => {
  let latest: NonNullable<Offer['followUps']>[number] | undefined;
  for (const followUp of offer.followUps ?? [])
    if (dayOf(followUp.on) <= today && (latest === undefined || followUp.on >= latest.on)) latest = followUp;
  return latest;
};
