import { type Case, type Offer, caseSchema } from '../contract/case.ts';
import { type AuditEntry, audited } from './audit.ts';
import type { CaseItem } from './case-item.ts';
import { factAt, newestFollowUp, offerFactAt } from './fact-at.ts';
import { CASE_FACTS, OFFER_FACTS } from './fact-paths.ts';

export type FactValue = string | number | boolean;

/**
 * Why facts were not recorded: `unknown-fact` no such fact, or not one that is filled in; `unknown-offer` the case has
 * no such offer; `no-follow-up` the offer has none that could have shown anything; `already-known` an end date is
 * changed by an extension only; `filled-meanwhile` somebody else has put another value there since; `not-valid` the fact
 * cannot have that value, or not beside the others.
 */
export type FactRefusal =
  | 'unknown-fact'
  | 'unknown-offer'
  | 'no-follow-up'
  | 'already-known'
  | 'filled-meanwhile'
  | 'not-valid';

/** The item with the facts in its record, the same item when it held them all; refused, nothing is recorded, and `path` is the fact that was in the way. */
export type FactsRecorded = { item: CaseItem } | { refused: FactRefusal; path: string };

/** Facts by path. */
export type Facts = Record<string, FactValue>;

/**
 * Who fills the facts in, when (ISO instant and its civil date), the offer that paths beginning with `offer.` mean, and
 * the record as they have seen it.
 */
export interface Filling {
  by: string;
  at: string;
  today: string;
  offerId?: string;
  seen: Case;
}

/** What is being written before it is checked as a whole. */
type Draft = Record<string, unknown>;
type Drafted = { draft: Draft } | { refused: FactRefusal };

/** A copy with the value at a path of one or two names, both from the lists of facts. */
const withValue = (draft: Draft, path: string, value: FactValue): Draft => {
  const [name = '', inner] = path.split('.');
  if (inner === undefined) return { ...draft, [name]: value };
  const holder = draft[name];
  return { ...draft, [name]: { ...(typeof holder === 'object' ? holder : {}), [inner]: value } };
};

/** What a follow-up showed goes to the newest. */
const withFollowUp = (offer: Offer, fact: string, value: FactValue, on: string): Drafted => {
  const followUps = offer.followUps ?? [];
  const newest = newestFollowUp(offer, on);
  if (newest === undefined) return { refused: 'no-follow-up' };
  const changed = followUps.map((followUp) => (followUp === newest ? withValue(followUp, fact, value) : followUp));
  return { draft: { ...offer, followUps: changed } };
};

const withOfferFact = (offer: Offer, fact: string, value: FactValue, on: string): Drafted => {
  if (!OFFER_FACTS.has(fact)) return { refused: 'unknown-fact' };
  if (fact === 'ends' && offer.ends !== undefined) return { refused: 'already-known' };
  const [list, shown] = fact.split('.');
  if (list === 'followUps' && shown !== undefined) return withFollowUp(offer, shown, value, on);
  return { draft: withValue(offer, fact, value) };
};

/** What a card says of readiness; category and date mean nothing without each other, so they are taken together. */
const withReadiness = (record: Case, facts: Facts): Draft => {
  const { 'readiness.category': category, 'readiness.since': since } = facts;
  const said = { ...(category !== undefined && { category }), ...(since !== undefined && { since }) };
  return { ...record, readiness: { ...record.readiness, ...said } };
};

const withFact = (record: Case, path: string, value: FactValue, facts: Facts, filling: Filling): Drafted => {
  const offers = record.offers ?? [];
  const ofOffer = offerFactAt(offers, path, filling.offerId);
  if (ofOffer === undefined) {
    if (!CASE_FACTS.has(path)) return { refused: 'unknown-fact' };
    return { draft: path.startsWith('readiness.') ? withReadiness(record, facts) : withValue(record, path, value) };
  }
  const { offer, fact } = ofOffer;
  if (offer === undefined) return { refused: 'unknown-offer' };
  const changed = withOfferFact(offer, fact, value, filling.today);
  if ('refused' in changed) return changed;
  return { draft: { ...record, offers: offers.map((one) => (one === offer ? changed.draft : one)) } };
};

/** Which fact was recorded, for the history; never its value. */
const details = (path: string, offerId?: string): AuditEntry['details'] => ({
  fact: path,
  ...(path.startsWith('offer.') && offerId !== undefined && { offer: offerId }),
});

/** Stores facts filled in on a card: all of them, or none. What is there already is no change and no entry. */
export const recordFacts = (item: CaseItem, facts: Facts, filling: Filling): FactsRecorded => {
  const { by, at, offerId, seen } = filling;
  let changed = item;
  for (const [path, value] of Object.entries(facts)) {
    const current = factAt(item.record, path, filling);
    if (current === value) continue;
    if (current !== factAt(seen, path, filling)) return { refused: 'filled-meanwhile', path };
    const drafted = withFact(changed.record, path, value, facts, filling);
    if ('refused' in drafted) return { ...drafted, path };
    const checked = caseSchema.safeParse(drafted.draft);
    if (!checked.success) return { refused: 'not-valid', path };
    const happening = { at, by, what: 'fact-recorded', details: details(path, offerId) };
    changed = audited({ ...changed, record: checked.data }, happening);
  }
  return { item: changed };
};
