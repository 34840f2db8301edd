import { addMonths, isoOf } from '../../../rulebook/calendar.ts';
import { claim, type Sentence, wordAt } from '../sentence.ts';
import { hourWords, units } from '../vocabulary/time.ts';
import { isRetracted } from './corrections.ts';
import { dayAndMonth, hasWeek, type Placed, wholeWeek } from './date-span.ts';
import { dateWords, fillers, periodWords, untilWords } from './date-words.ts';
import { integer, isMark, type ReadDate } from './date-reader.ts';
import { readDate } from './read-date.ts';
import { followsPast, tellsPresentEnd, tellsSince } from './told-past.ts';

export type DateRole = 'until' | 'date' | 'period';

/** A date found in the sentence, and the part it plays when the words around it tell. */
export interface DateSlot extends ReadDate {
  from: number;
  role?: DateRole;
  /** Told by the way, of what has been or is: "sygemeldt siden november". */
  background?: true;
  /** A stretch in which something was told to have happened: "fik afslag i april". */
  narrated?: true;
  /** Tells since when something is so. */
  since?: true;
  /** Tells by the way when something ends as it is now. */
  endsNow?: true;
}

const isFiller = (sentence: Sentence, at: number): boolean => fillers.has(sentence.tokens[at]?.word ?? '');

const starts = /^(?:op)?start(?:e|er|es|et|ing|s|dato)?$|^begynd(?:e|er)?$|^begins?$|^beginning$|^gang$/;

/** The part a date plays, by the words before it. */
const roleAt = (sentence: Sentence, from: number, read: ReadDate): { role?: DateRole; opener: number } => {
  let at = from - 1;
  while (at >= 0 && from - at <= 4 && isFiller(sentence, at)) at -= 1;
  const word = sentence.tokens[at]?.word ?? '';
  // "Kan først til august": not until then, but from then on.
  if (word === 'til' && /^(?:foerst|vente|venter)$/.test(sentence.tokens[at - 1]?.word ?? ''))
    return { role: 'date', opener: at };
  if (untilWords.has(word) && !(word === 'to' && sentence.language === 'da')) return { role: 'until', opener: at };
  if (word === 'af' || word === 'of') return read.isEnd === true ? { role: 'until', opener: at } : { opener: from };
  // "Med opstart i uge 24" is when it begins.
  if (read.wide && periodWords.has(word))
    return { role: starts.test(sentence.tokens[at - 1]?.word ?? '') ? 'date' : 'period', opener: at };
  if (dateWords.has(word) && word !== 'of') return { role: 'date', opener: at };
  if (read.isEnd === true) return { role: 'until', opener: from };
  return { opener: at + 1 };
};

const currency = /^(?:kr|kroner|dkk|k|pct|procent|percent|%)$/;
const bridges = /^(?:-|–|til|to|og|and)$/;
const rangeBridges = /^(?:-|–|til|to)$/;

/** "1.9" without its last dot, as a day and a month. */
const dotted = (sentence: Sentence, at: number): Placed | undefined => {
  const token = sentence.tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,2}\.\d{1,2}$/.test(token.raw)) return undefined;
  const [day = 0, month = 0] = token.raw.split('.').map(Number);
  return dayAndMonth(day, month);
};

/** "1.9" is a date where a date is expected: after its preposition, and on both sides of "19.6-11.8". */
const dottedDate = (sentence: Sentence, at: number): ReadDate | undefined => {
  const placed = dotted(sentence, at);
  if (placed === undefined) return undefined;
  const before = sentence.tokens[at - 1]?.word ?? '';
  const after = wordAt(sentence, at + 1);
  const counts = units.has(after) || hourWords.has(after);
  const ranges =
    (rangeBridges.test(after) && dotted(sentence, at + 2) !== undefined) ||
    (rangeBridges.test(before) && dotted(sentence, at - 2) !== undefined && !counts);
  // "24.04" is no number.
  const zeroed = /\.0\d$/.test(sentence.tokens[at]?.raw ?? '');
  const introduced = untilWords.has(before) || dateWords.has(before) || /^(?:fra|d|den|pr|from|\.)$/.test(before);
  if (!ranges && !((introduced || zeroed) && !counts && !currency.test(after))) return undefined;
  return { placed, to: at + 1, wide: false };
};

const article = (sentence: Sentence, at: number): number =>
  wordAt(sentence, at) === 'd' && isMark(sentence, at + 1, '.')
    ? at + 2
    : /^(?:d|den|the)$/.test(wordAt(sentence, at))
      ? at + 1
      : at;

interface Range {
  first: ReadDate;
  second: ReadDate;
}

/** "1.-15. juni", "fra den 1. til den 15. juni": the first day borrows the month of the second. */
const sharedMonth = (sentence: Sentence, at: number): Range | undefined => {
  const from = article(sentence, at);
  const day = integer(sentence, from);
  if (day === undefined || day < 1 || day > 31) return undefined;
  let here = from + 1;
  if (isMark(sentence, here, '.') || /^(?:st|nd|rd|th)$/.test(wordAt(sentence, here))) here += 1;
  const between = /^(?:mellem|between)$/.test(sentence.tokens[at - 1]?.word ?? '');
  const bridge = sentence.tokens[here]?.word ?? '';
  if (!rangeBridges.test(bridge) && !(between && bridges.test(bridge))) return undefined;
  const second = readDate(sentence, here + 1);
  if (second === undefined || second.wide || integer(sentence, article(sentence, here + 1)) === undefined)
    return undefined;
  const placed: Placed = (today, direction) => {
    const end = second.placed(today, direction).first;
    const sameMonth = end - Number(isoOf(end).slice(8)) + day;
    const start = sameMonth > end ? addMonths(sameMonth, -1) : sameMonth;
    return { first: start, last: start };
  };
  const unreal = second.unreal === true ? { unreal: true } : {};
  return { first: { placed, to: here, wide: false, ...unreal }, second };
};

/** "Uge 24-32", "week 24 to 32". */
const sharedWeek = (sentence: Sentence, at: number): Range | undefined => {
  if (!/^(?:uge|uger|week|weeks|u)$/.test(wordAt(sentence, at))) return undefined;
  const [start, end] = [integer(sentence, at + 1), integer(sentence, at + 3)];
  if (start === undefined || end === undefined || end <= start || units.has(wordAt(sentence, at + 4))) return undefined;
  if (!rangeBridges.test(wordAt(sentence, at + 2))) return undefined;
  if (!hasWeek(Number(isoOf(sentence.today).slice(0, 4)), end)) return undefined;
  const [first, second] = [wholeWeek(start), wholeWeek(end)];
  if (first === undefined || second === undefined) return undefined;
  return { first: { placed: first, to: at + 2, wide: true }, second: { placed: second, to: at + 4, wide: true } };
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
    const range = joined && before.role !== 'until' && bridges.test(bridge);
    if (range && before.role === undefined) before.role = 'date';
    const part = forced ?? (range ? 'until' : role);
    const slot: DateSlot = { ...read, from, ...(part === undefined ? {} : { role: part }) };
    if (read.past === true || followsPast(sentence, from, false)) slot.background = true;
    if (read.wide && followsPast(sentence, from, true)) slot.narrated = true;
    if (tellsSince(sentence, from)) slot.since = true;
    if (tellsPresentEnd(sentence, from, read.to)) slot.endsNow = true;
    if (before !== undefined && isRetracted(sentence, before, { from, to: read.to })) {
      found.pop();
      if (slot.role === undefined && before.role !== undefined) slot.role = before.role;
    }
    found.push(slot);
    claim(sentence, Math.min(opener, from), read.to);
  };
  for (let at = 0; at < sentence.tokens.length && found.length < mostDates; at += 1) {
    if (sentence.claimed[at] === true) continue;
    const shared = sharedMonth(sentence, at) ?? sharedWeek(sentence, at);
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
