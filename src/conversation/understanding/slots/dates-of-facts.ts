import { isoOf } from '../../../rulebook/calendar.ts';
import type { Sentence } from '../sentence.ts';
import { type DateTopic, dateTopics } from '../vocabulary/fact-dates.ts';
import { clausesOf, type Stretch } from './clauses.ts';
import { daysOf } from './date-reader.ts';
import type { DateSlot } from './dates.ts';
import type { PlacedFact } from './placed-fact.ts';
import { phrasePattern } from './phrase-pattern.ts';

const topics = dateTopics.map((topic) => ({ ...topic, pattern: phrasePattern(topic.topic) }));

type Found = Stretch & Omit<DateTopic, 'topic'>;

/** What a date belongs to: what its clause names before it, else after it, else what was named last. */
const topicOf = (sentence: Sentence, { from, to, role }: DateSlot, found: readonly Found[]): Found | undefined => {
  const { clauseOf } = clausesOf(sentence);
  const open = found.filter(({ notUntil }) => notUntil !== true || role !== 'until');
  const before = open.filter((topic) => topic.from < from);
  const own = (topic: Found): boolean => clauseOf(topic.from) === clauseOf(from);
  return before.findLast(own) ?? open.find((topic) => topic.from >= to && own(topic)) ?? before.at(-1);
};

/** The facts that a supposition's dates are: a date belongs to what is named beside it, else to the offer's end. */
export const datesOfFacts = (sentence: Sentence, dates: readonly DateSlot[]): PlacedFact[] => {
  if (dates.length === 0) return [];
  const clauses = clausesOf(sentence);
  const { lastIntent } = sentence.context;
  const planned = lastIntent === 'start-offer';
  const found = topics
    .flatMap(({ pattern, name, lies, notUntil }): Found[] =>
      clauses.find(pattern).map((at) => ({ ...at, name, lies, ...(notUntil === undefined ? {} : { notUntil }) })),
    )
    // "Ultimo juli", "the end of October" is the day itself.
    .filter((topic) => !dates.some(({ from, to }) => topic.from >= from && topic.from < to))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const end = planned || lastIntent === 'deadlines' ? 'ends' : 'until';
  const starting = found.some(({ name }) => name === 'starts');
  const ending = found.some(({ name }) => name === 'ends');
  const taken = new Set<string>();
  return dates.flatMap((slot): PlacedFact[] => {
    const topic = topicOf(sentence, slot, found);
    const named = topic?.name === 'moves' ? (starting || (planned && !ending) ? 'starts' : 'ends') : topic?.name;
    const untold = slot.role === 'date' || slot.role === 'period' ? 'starts' : 'ends';
    const meant = named ?? (planned || dates.length > 1 ? untold : 'ends');
    // "Starter 1. juni til 1. august": the second is where it ends.
    const name =
      meant === 'starts' && (taken.has('starts') || slot.role === 'until') && dates.length > 1 ? 'ends' : meant;
    taken.add(name);
    const known = name === 'starts' || name === 'ends' ? undefined : topic?.lies;
    const span = daysOf(slot, sentence, known ?? (name === 'ends' ? 'ahead' : 'near'));
    if (span === undefined) return [];
    const value = isoOf(name === 'ends' ? span.last : span.first);
    return [{ at: slot.from, name: name === 'ends' ? end : name, value }];
  });
};
