import type { Benefit, EventType, OfferKind, Tier } from '../../../contract/vocabulary.ts';
import { BENEFITS, EVENT_TYPES, OFFER_KINDS, TIERS } from '../../../contract/vocabulary.ts';
import type { Hit } from '../lexicon.ts';
import type { Sentence } from '../sentence.ts';

/** A word of the field found in the sentence. */
export interface TermSlot<T> {
  value: T;
  from: number;
  to: number;
}

const slotsOf = <T extends string>(hits: readonly Hit[], prefix: string, values: readonly T[]): TermSlot<T>[] =>
  hits.flatMap(({ concept, from, to }) => {
    const value = concept.startsWith(prefix) ? values.find((candidate) => prefix + candidate === concept) : undefined;
    return value === undefined ? [] : [{ value, from, to }];
  });

export interface Terms {
  offers: TermSlot<OfferKind>[];
  benefits: TermSlot<Benefit>[];
  tiers: TermSlot<Tier>[];
  events: TermSlot<EventType>[];
}

/** Offer kinds, benefits, colours and events named in the sentence, each in order of occurrence. */
export const findTerms = (sentence: Sentence): Terms => {
  const hits = sentence.hits.filter(({ from }) => sentence.claimed[from] !== true);
  return {
    offers: slotsOf(hits, 'offer:', OFFER_KINDS),
    benefits: slotsOf(hits, 'benefit:', BENEFITS),
    tiers: slotsOf(hits, 'tier:', TIERS),
    events: slotsOf(hits, 'event:', EVENT_TYPES),
  };
};
