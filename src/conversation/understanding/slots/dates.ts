import { isoOf } from '../../../rulebook/calendar.ts';
import { claim, type Sentence } from '../sentence.ts';
import type { Entities } from '../understanding.ts';
import { type Direction, dayAndMonth, type Placed } from './date-span.ts';
import { dateWords, fillers, periodWords, untilWords } from './date-words.ts';
import type { ReadDate } from './date-reader.ts';
import { readDate } from './read-date.ts';

export type DateRole = 'until' | 'date' | 'period';

/** A date found in the sentence, and the part it plays when the words around it tell. */
export interface DateSlot extends ReadDate {
  from: number;
  role?: DateRole;
}

const isFiller = (sentence: Sentence, at: number): boolean => fillers.has(sentence.tokens[at]?.word ?? '');

/** The part a date plays, by the words before it. */
const roleAt = (sentence: Sentence, from: number, read: ReadDate): { role?: DateRole; opener: number } => {
  let at = from - 1;
  while (at >= 0 && from - at <= 4 && isFiller(sentence, at)) at -= 1;
  const word = sentence.tokens[at]?.word ?? '';
  if (untilWords.has(word) && !(word === 'to' && sentence.language === 'da')) return { role: 'until', opener: at };
  if (word === 'af' || word === 'of') return read.isEnd === true ? { role: 'until', opener: at } : { opener: from };
  if (read.wide && periodWords.has(word)) return { role: 'period', opener: at };
  if (dateWords.has(word) && word !== 'of') return { role: 'date', opener: at };
  if (read.isEnd === true) return { role: 'until', opener: from };
  return { opener: at + 1 };
};

/** "1.9" without its last dot is a date where a date is expected. */
const dottedDate = (sentence: Sentence, at: number): ReadDate | undefined => {
  const token = sentence.tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,2}\.\d{1,2}$/.test(token.raw)) return undefined;
  const before = sentence.tokens[at - 1]?.word ?? '';
  if (!untilWords.has(before) && !/^(?:fra|d|den|pr|from|\.)$/.test(before)) return undefined;
  const [day = 0, month = 0] = token.raw.split('.').map(Number);
  const placed = dayAndMonth(day, month);
  return placed === undefined ? undefined : { placed, to: at + 1, wide: false };
};

/** "1.-15. juni": the first day borrows the month of the second. */
const sharedMonth = (sentence: Sentence, at: number): { first: ReadDate; second: ReadDate } | undefined => {
  const day = Number(sentence.tokens[at]?.raw);
  if (sentence.tokens[at]?.kind !== 'number' || !(day >= 1 && day <= 31)) return undefined;
  let here = at + 1;
  if (sentence.tokens[here]?.raw === '.') here += 1;
  if (!/^(?:-|–|til|to)$/.test(sentence.tokens[here]?.word ?? '')) return undefined;
  const second = readDate(sentence, here + 1);
  if (second === undefined || second.wide || sentence.tokens[here + 1]?.kind !== 'number') return undefined;
  const placed: Placed = (today, direction) => {
    const end = second.placed(today, direction).first;
    const start = end - Number(isoOf(end).slice(8)) + day;
    return { first: start, last: start };
  };
  return { first: { placed, to: here, wide: false }, second };
};

/** No question turns on more dates than this. */
const mostDates = 10;

/** Finds every date in the sentence, in order, and claims its words. */
export const findDates = (sentence: Sentence): DateSlot[] => {
  const found: DateSlot[] = [];
  const take = (from: number, read: ReadDate, forced?: DateRole): void => {
    const { role, opener } = roleAt(sentence, from, read);
    const before = found.at(-1);
    const joined = before !== undefined && from - before.to <= 2 && from > before.to;
    const bridge = joined ? (sentence.tokens[before.to]?.word ?? '') : '';
    const range = joined && before.role !== 'until' && /^(?:-|–|til|to|og|and)$/.test(bridge);
    if (range && before.role === undefined) before.role = 'date';
    const part = forced ?? (range ? 'until' : role);
    found.push({ ...read, from, ...(part === undefined ? {} : { role: part }) });
    claim(sentence, Math.min(opener, from), read.to);
  };
  for (let at = 0; at < sentence.tokens.length && found.length < mostDates; at += 1) {
    if (sentence.claimed[at] === true) continue;
    const shared = sharedMonth(sentence, at);
    if (shared !== undefined) {
      take(at, shared.first, 'date');
      take(shared.first.to + 1, shared.second, 'until');
      at = shared.second.to - 1;
      continue;
    }
    const read = readDate(sentence, at) ?? dottedDate(sentence, at);
    if (read === undefined) continue;
    take(at, read);
    at = read.to - 1;
  }
  return found;
};

const pastBefore =
  /^(?:\p{L}{3,}(?:eret|erede|ated|rred)|holdt|afholdt|sendt|startet|startede|begyndt|begyndte|henvist|tilbudt|siden|since|held|sent|started|began)$/u;

/** Whether the words before a date tell that it is past ("visiteret 3. marts"). */
const followsPast = (sentence: Sentence, { from }: DateSlot): boolean => {
  for (let at = from - 1; at >= from - 3 && at >= 0; at -= 1)
    if (pastBefore.test(sentence.tokens[at]?.word ?? '')) return true;
  return false;
};

/** Puts the dates into the entities, each in its part; `bare` is the part of a date whose words tell none. */
export const placeDates = (
  sentence: Sentence,
  dates: readonly DateSlot[],
  bare: DateRole,
  direction: Direction,
): Pick<Entities, 'until' | 'date' | 'period'> => {
  const entities: Pick<Entities, 'until' | 'date' | 'period'> = {};
  for (const slot of dates) {
    const role = slot.role ?? (slot.wide && bare === 'date' ? 'period' : bare);
    const near: Direction = followsPast(sentence, slot) ? 'behind' : 'near';
    const way: Direction = direction !== 'near' ? direction : role === 'until' ? 'ahead' : near;
    const { first, last } = slot.placed(sentence.today, way);
    if (role === 'until') entities.until ??= isoOf(last);
    else if (role === 'period' && slot.wide) entities.period ??= { from: isoOf(first), to: isoOf(last) };
    else entities.date ??= isoOf(first);
  }
  return entities;
};
