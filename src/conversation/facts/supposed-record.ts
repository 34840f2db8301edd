import { newestFollowUp } from '../../cases/fact-at.ts';
import type { Facts } from '../../cases/record-facts.ts';
import type { Case } from '../../contract/case.ts';
import { BENEFITS } from '../../contract/vocabulary.ts';

/** A benefit is the case system's to record, so it can only be supposed: everything else of the case stays as it is. */
const withBenefit = (record: Case, facts: Facts): Case => {
  const type = BENEFITS.find((benefit) => benefit === facts['benefit.type']);
  return type === undefined ? record : { ...record, benefit: { ...record.benefit, type } };
};

/** What a follow-up would show needs one: where none has been held it is supposed to be held today. */
const withFollowUp = (record: Case, facts: Facts, offerId: string | undefined, today: string): Case => {
  if (offerId === undefined || !Object.keys(facts).some((path) => path.startsWith('offer.followUps.'))) return record;
  const offers = (record.offers ?? []).map((offer) =>
    offer.id === offerId && newestFollowUp(offer, today) === undefined
      ? { ...offer, followUps: [...(offer.followUps ?? []), { on: today }] }
      : offer,
  );
  return { ...record, offers };
};

/** The record as far as facts are supposed that nobody can fill in on a card, and the facts that are left to fill in. */
export const supposedRecord = (
  record: Case,
  facts: Facts,
  { offerId, today }: { offerId?: string; today: string },
): { record: Case; left: Facts } => {
  const { 'benefit.type': _, ...left } = facts;
  return { record: withFollowUp(withBenefit(record, facts), facts, offerId, today), left };
};
