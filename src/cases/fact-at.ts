import type { Case, Offer } from '../contract/case.ts';
import { CASE_FACTS, OFFER_FACTS } from './fact-paths.ts';

/** The newest follow-up that has taken place; of two on one day the last in the list is the newest. */
export const newestFollowUp = (offer: Offer, today: string): NonNullable<Offer['followUps']>[number] | undefined => {
  let newest: NonNullable<Offer['followUps']>[number] | undefined;
  for (const followUp of offer.followUps ?? [])
    if (followUp.on <= today && (newest === undefined || followUp.on >= newest.on)) newest = followUp;
  return newest;
};

/** `offers.<id>.<fact>`, or `offer.<fact>` for the offer the question is about; `undefined` for a fact of the case. */
export const offerFactAt = (
  offers: Offer[],
  path: string,
  offerId?: string,
): { offer?: Offer; fact: string } | undefined => {
  if (path.startsWith('offer.')) {
    const offer = offers.find(({ id }) => id === offerId);
    return { ...(offer && { offer }), fact: path.slice('offer.'.length) };
  }
  if (!path.startsWith('offers.')) return undefined;
  // An id may hold dots itself, so it is found among the offers there are.
  const offer = offers.find(({ id }) => path.startsWith(`offers.${id}.`));
  return { ...(offer && { offer }), fact: path.slice(`offers.${offer?.id ?? ''}.`.length) };
};

const valueAt = (holder: object | undefined, [name, ...inner]: string[]): unknown => {
  if (holder === undefined || name === undefined) return undefined;
  const value: unknown = Object.entries(holder).find(([key]) => key === name)?.[1];
  if (inner.length === 0) return value;
  return typeof value === 'object' && value !== null ? valueAt(value, inner) : undefined;
};

/** What the record holds at the path of a fact that can be filled in; `undefined` for every other path. */
export const factAt = (
  record: Case,
  path: string,
  { today, offerId }: { today: string; offerId?: string },
): unknown => {
  const ofOffer = offerFactAt(record.offers ?? [], path, offerId);
  if (ofOffer === undefined) return CASE_FACTS.has(path) ? valueAt(record, path.split('.')) : undefined;
  const { offer, fact } = ofOffer;
  if (offer === undefined || !OFFER_FACTS.has(fact)) return undefined;
  const [list, shown] = fact.split('.');
  if (list === 'followUps' && shown !== undefined) return valueAt(newestFollowUp(offer, today), [shown]);
  return valueAt(offer, fact.split('.'));
};
