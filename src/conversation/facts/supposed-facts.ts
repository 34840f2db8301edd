import type { Facts } from '../../cases/record-facts.ts';
import type { Case } from '../../contract/case.ts';
import type { Question } from '../../contract/question.ts';
import { add, addMonths, dayOf, isoOf } from '../../rulebook/calendar.ts';
import { endOfExtension, endOfPeriod } from '../read-dates.ts';
import type { Asked } from '../talk.ts';
import type { Entities, StatedFacts } from '../understanding/understanding.ts';
import { type Wording, offerOf } from '../views/wording.ts';
import { allowedValues, factLabel } from './card-input.ts';
import { coerceFact } from './coerce-fact.ts';
import { supposedCalled } from './fact-called.ts';
import { factInput, supposableFact } from './fact-inputs.ts';

/** Facts by path that are supposed, and the day of the answer where one supposes to wait. */
export interface Supposing {
  facts: Facts;
  day?: string;
}

/** Why nothing can be supposed: `nothing` was named, or nothing that the question's answer can rest on; else in words. */
export type NotSupposed = 'nothing' | 'unknown' | { wrong: string };

/** The day that one supposes to wait until: the first of a month that is named. */
const waitedFor = ({ set = {}, period, date, until }: Entities): string | undefined => {
  const { starts } = set;
  return typeof starts === 'string' ? starts : (period?.from ?? date ?? until);
};

const later = (iso: string, { weeks = 0, months = 0 }: Entities): string =>
  isoOf(add(addMonths(dayOf(iso), months), { n: weeks, unit: 'weeks' }));

/** To wait moves a planned offer as a whole; anything else is asked again on the later day. */
const waited = (question: Question, entities: Entities, today: string): Supposing | NotSupposed => {
  const day = waitedFor(entities);
  if (question.kind !== 'start-offer') {
    const then = day ?? later(today, entities);
    return then > today ? { facts: {}, day: then } : 'unknown';
  }
  const { starts, ends } = question.offer;
  const moved = (iso: string): string =>
    day === undefined ? later(iso, entities) : isoOf(dayOf(iso) + dayOf(day) - dayOf(starts));
  const start = { 'offer.starts': moved(starts) };
  return { facts: ends === undefined ? start : { ...start, 'offer.ends': moved(ends) } };
};

/** The end that a length names: of the planned offer, or of the extension. */
const endByLength = (question: Question, record: Case, entities: Entities, starts: unknown): Facts => {
  if (question.kind === 'start-offer') {
    const ends = endOfPeriod(typeof starts === 'string' ? starts : question.offer.starts, entities);
    return ends === undefined ? {} : { 'offer.ends': ends };
  }
  const ends = question.kind === 'extend-offer' ? offerOf(question, record.offers ?? [])?.ends : undefined;
  const until = ends === undefined ? undefined : endOfExtension(ends, entities);
  return until === undefined ? {} : { 'question.until': until };
};

/** What the sentence sets, by the facts' own names; a length and an age are not facts themselves. */
const namedFacts = ({ set = {}, price, hours }: Entities, today: string): StatedFacts => {
  const { weeks: _w, months: _m, age, ...named } = set;
  return {
    ...(price === undefined ? {} : { pricePerWeek: price }),
    ...(hours === undefined || 'attendableHours' in named ? {} : { hoursPerWeek: hours }),
    ...named,
    ...(typeof age === 'number' ? { birthDate: isoOf(addMonths(dayOf(today), -12 * age)) } : {}),
  };
};

/** The facts that "hvad nu hvis …" names, each checked as a card's input is. All of them can be supposed, or none is. */
export const supposedFacts = (
  question: Question,
  record: Case,
  { entities, waits = false }: Asked,
  wording: Wording,
): Supposing | NotSupposed => {
  const facts: Facts = {};
  const waiting = waits && (waitedFor(entities) ?? entities.weeks ?? entities.months) !== undefined;
  for (const [name, raw] of Object.entries(namedFacts(entities, wording.today))) {
    // The day one waits until is no end and no start by itself.
    if (waiting && (name === 'until' || name === 'ends' || name === 'starts')) continue;
    const path = supposedCalled(name, question);
    const fact = path === undefined ? undefined : supposableFact(path);
    if (path === undefined || fact === undefined) return 'unknown';
    const coerced = coerceFact(fact, raw, wording.today);
    if (typeof coerced === 'string') {
      const { say } = wording;
      const input = factInput(path);
      if (input === undefined) return 'unknown';
      return {
        wrong: say('talk.wrong-fact', {
          fact: factLabel(path, input, say),
          allowed: allowedValues(input.fact, wording),
        }),
      };
    }
    facts[path] = coerced.value;
  }
  const length = entities.weeks !== undefined || entities.months !== undefined;
  if (waiting) {
    const moved = waited(question, entities, wording.today);
    if (typeof moved === 'string' || 'wrong' in moved) return moved;
    return { ...moved, facts: { ...moved.facts, ...facts } };
  }
  const ends = length ? endByLength(question, record, entities, facts['offer.starts']) : {};
  if (length && Object.keys(ends).length === 0) return 'unknown';
  const all = { ...ends, ...facts };
  return Object.keys(all).length === 0 ? 'nothing' : { facts: all };
};
