import type { DateSlot } from './dates.ts';
import type { AmountSlot } from './amounts.ts';
import { isoOf } from '../../../rulebook/calendar.ts';
import type { Sentence } from '../sentence.ts';
import type { StatedFacts } from '../understanding.ts';
import { denials } from '../vocabulary/denials.ts';

/** A denial reaches forward over this many words. */
const reach = 4;

/** Whether the words from `from` up to `to` are denied where they stand. */
export const isDenied = (sentence: Sentence, from: number, to: number): boolean => {
  for (let at = Math.max(0, from - reach); at < from; at += 1)
    if (
      denials.has(sentence.tokens[at]?.word ?? '') &&
      !sentence.tokens.slice(at, from).some(({ raw }) => raw === ',' || raw === '.')
    )
      return true;
  for (let at = from; at < to; at += 1) if (denials.has(sentence.tokens[at]?.word ?? '')) return true;
  return denials.has(sentence.tokens[to]?.word ?? '');
};

const near = (sentence: Sentence, at: number, concept: string, back: number): boolean =>
  sentence.hits.some((hit) => hit.concept === concept && hit.from >= at - back && hit.from <= at + 2);

const special: ReadonlySet<string> = new Set(['no-progress', 'not-agreed']);

interface Placed {
  at: number;
  name: string;
  value: string | number | boolean;
}

const fromHits = (sentence: Sentence): Placed[] =>
  sentence.hits.flatMap(({ concept, from, to }): Placed[] => {
    if (special.has(concept))
      return [{ at: from, name: concept === 'no-progress' ? 'progress' : 'asAgreed', value: false }];
    if (!concept.startsWith('fact:')) return [];
    const [name = '', value] = concept.slice('fact:'.length).split('=');
    if (value !== undefined) return [{ at: from, name: name === 'readiness' ? 'readiness.category' : name, value }];
    return [{ at: from, name, value: !isDenied(sentence, from, to) }];
  });

const fromAmounts = (sentence: Sentence, amounts: readonly AmountSlot[]): Placed[] =>
  amounts.flatMap(({ kind, value, from }): Placed[] => {
    if (kind === 'price') return [{ at: from, name: 'pricePerWeek', value }];
    if (kind === 'age') return [{ at: from, name: 'age', value }];
    if (kind === 'weeks' || kind === 'months') return [{ at: from, name: kind, value }];
    if (kind === 'hours')
      return [{ at: from, name: near(sentence, from, 'attend-word', 3) ? 'attendableHours' : 'hoursPerWeek', value }];
    return [];
  });

/** Facts a supposition changes, in the order they are spoken: facts by word, amounts, dates. */
export const supposedFacts = (
  sentence: Sentence,
  amounts: readonly AmountSlot[],
  dates: readonly DateSlot[],
): StatedFacts => {
  // "Venter til uge 32 med at starte": its end is where the offer begins.
  const startsLater =
    sentence.tokens.some(({ word }) => /^(?:vent|udskyd|postpon|wait|delay)/.test(word)) &&
    (sentence.context.lastIntent === 'start-offer' || sentence.hits.some(({ concept }) => concept === 'start-word'));
  const fromDates = dates.map((slot): Placed => {
    const starts = near(sentence, slot.from, 'start-word', 5);
    const until = !startsLater && (slot.role === 'until' || (slot.role === undefined && !starts));
    const span = slot.placed(sentence.today, until ? 'ahead' : 'near');
    const ends = sentence.context.lastIntent === 'start-offer' ? 'ends' : 'until';
    return { at: slot.from, name: until ? ends : 'starts', value: isoOf(until ? span.last : span.first) };
  });
  const all = [...fromHits(sentence), ...fromAmounts(sentence, amounts), ...fromDates].toSorted((a, b) => a.at - b.at);
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
};

/** Facts that a question states by the way ("han er diagnosticeret autist"); amounts and dates are entities already. */
export const statedFacts = (sentence: Sentence): StatedFacts =>
  Object.fromEntries(fromHits(sentence).map(({ name, value }) => [name, value]));
