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
  /** "Hvilke tilbud er ikke røde": a colour is left out, and is none of the colours asked for. */
  withoutTier: boolean;
}

const leavingOut = new Set(
  "ikke ik not undtagen except uden without bortset fraset hverken aldrig never isn't aren't".split(' '),
);
/** A denial reaches over this many words, up to the next comma. */
const reach = 3;

const isLeftOut = ({ tokens }: Sentence, { from }: { from: number }): boolean => {
  for (let at = from - 1; at >= Math.max(0, from - reach); at -= 1) {
    if (tokens[at]?.kind === 'mark') return false;
    if (leavingOut.has(tokens[at]?.word ?? '')) return true;
  }
  return false;
};

/** Offer kinds, benefits, colours and events named in the sentence, each in order of occurrence; none that is denied. */
export const findTerms = (sentence: Sentence): Terms => {
  const hits = sentence.hits.filter(({ from }) => sentence.claimed[from] !== true);
  const meant = (slot: { from: number }): boolean => !isLeftOut(sentence, slot);
  const tiers = slotsOf(hits, 'tier:', TIERS);
  return {
    offers: slotsOf(hits, 'offer:', OFFER_KINDS),
    benefits: slotsOf(hits, 'benefit:', BENEFITS).filter(meant),
    tiers: tiers.filter(meant),
    events: slotsOf(hits, 'event:', EVENT_TYPES),
    withoutTier: !tiers.every(meant),
  };
};
