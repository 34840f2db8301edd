import { type Sentence, wordAt } from '../sentence.ts';
import { givenNames } from '../vocabulary/given-names.ts';
import { months, ordinals, units, weekdays } from '../vocabulary/time.ts';
import { calendarWord } from './calendar-word.ts';
import { dayWithin, feast } from './days-within.ts';
import { isHalf } from './numbers.ts';
import { civilDay, dayAndMonth, dayOfMonth, edge, fullYear, onDay, wholeMonth } from './date-span.ts';
import {
  dateWords,
  endWords,
  lastWords,
  middleWords,
  namedDays,
  ofWords,
  startWords,
  untilWords,
} from './date-words.ts';

import { integer, isMark, type ReadDate, type Reader, unrealDay, week, yearAfter } from './date-reader.ts';
import {
  bareStretch,
  bareYear,
  distance,
  quarterReader,
  relativeStretch,
  runningStretch,
  weekdayReader,
  weeksOnWeekday,
  yearEnd,
} from './relative-dates.ts';
const byShape: Reader = (sentence, at) => {
  const token = sentence.tokens[at];
  if (token?.kind !== 'date' || isHalf(sentence, at)) return undefined;
  const parts = token.raw
    .split(/[-/. ]+/)
    .filter(Boolean)
    .map(Number);
  const iso = /^\d{4}-/.test(token.raw);
  const [day = 0, month = 0, year] = iso ? [...parts].toReversed() : parts;
  if (year === undefined) {
    const placed = dayAndMonth(day, month);
    if (placed !== undefined) {
      const told = yearAfter(sentence, at + 1);
      const exact = told === undefined ? undefined : civilDay(told.year, month, day);
      if (told !== undefined && exact !== undefined) return { placed: onDay(exact), to: told.to, wide: false };
      return { placed, to: at + 1, wide: false };
    }
    // "50/50" is no date, "til 32/8" is meant as one.
    const before = sentence.tokens[at - 1]?.word ?? '';
    const meant = day > 0 && month > 0 && (untilWords.has(before) || dateWords.has(before));
    return meant ? unrealDay(sentence, at + 1) : undefined;
  }
  const found = civilDay(fullYear(year), month, day);
  return found === undefined ? unrealDay(sentence, at + 1) : { placed: onDay(found), to: at + 1, wide: false };
};

const daysByWord = Map.groupBy(
  namedDays.map(([phrase, away]) => ({ words: phrase.split(' '), away })),
  ({ words }) => words[0] ?? '',
);

const named: Reader = (sentence, at) => {
  for (const { words, away } of daysByWord.get(wordAt(sentence, at)) ?? []) {
    if (words.some((word, index) => wordAt(sentence, at + index) !== word)) continue;
    return { placed: onDay(sentence.today + away), to: at + words.length, wide: false, past: away < 0 };
  }
  return undefined;
};

const monthAt = (sentence: Sentence, at: number): number | undefined => {
  const word = wordAt(sentence, at);
  const token = sentence.tokens[at];
  if (word === 'may' && (token?.capital !== true || (token.opens && integer(sentence, at + 1) === undefined))) {
    // The verb stands after whoever may; the month after a day or a preposition.
    const before = sentence.tokens[at - 1];
    const isMonth =
      before?.kind === 'number' ||
      /^(?:in|of|until|till|by|from|since|during|mid|early|late|this|next|last|for|before|after|through|st|nd|rd|th)$/.test(
        before?.word ?? '',
      );
    if (!isMonth) return undefined;
  }
  return calendarWord(sentence, at, months);
};

/** A greater number before a month is no day of it, not even a wrong one. */
const mostDay = 99;

/** "31. august 2023", "31st of August", "tredje juni". */
const dayMonth: Reader = (sentence, at) => {
  const day = integer(sentence, at) ?? ordinals.get(wordAt(sentence, at));
  if (day === undefined || day < 1 || day > mostDay) return undefined;
  let here = at + 1;
  const marked = isMark(sentence, here, '.');
  if (day > 31 && !marked) return undefined;
  if (isMark(sentence, here, '.') || /^(?:st|nd|rd|th|de|te)$/.test(wordAt(sentence, here))) here += 1;
  if (wordAt(sentence, here) === 'of' || wordAt(sentence, here) === 'i') here += 1;
  const month = monthAt(sentence, here);
  if (month === undefined) return undefined;
  here += 1;
  const abbreviated = isMark(sentence, here, '.') ? 1 : 0;
  const year = yearAfter(sentence, here + abbreviated);
  if (year === undefined) {
    const placed = dayAndMonth(day, month);
    return placed === undefined ? unrealDay(sentence, here) : { placed, to: here, wide: false };
  }
  const found = civilDay(year.year, month, day);
  return found === undefined ? unrealDay(sentence, year.to) : { placed: onDay(found), to: year.to, wide: false };
};

/** "Jan Due", "Maj Lund": a given name that is a month's too, with a capital before another. */
const isGivenName = (sentence: Sentence, at: number): boolean => {
  const [token, next] = [sentence.tokens[at], sentence.tokens[at + 1]];
  if (token === undefined || next === undefined || sentence.shouted) return false;
  if (token.word === 'jan' && givenNames.has(next.word)) return true;
  return token.capital && next.capital && next.kind === 'word' && givenNames.has(token.word);
};

/** "August 31", and a month alone. */
const month: Reader = (sentence, at) => {
  const number = monthAt(sentence, at);
  if (number === undefined || isGivenName(sentence, at)) return undefined;
  if (wordAt(sentence, at) === 'jul' && sentence.language === 'da') return undefined;
  const day = integer(sentence, at + 1);
  const counted = units.has(wordAt(sentence, at + 2));
  if (sentence.language === 'en' && day !== undefined && day <= 31 && !counted) {
    const suffix = /^(?:st|nd|rd|th)$/.test(wordAt(sentence, at + 2)) ? 1 : 0;
    const year = yearAfter(sentence, at + 2 + suffix);
    const exact = year === undefined ? undefined : civilDay(year.year, number, day);
    const placed = exact === undefined ? dayAndMonth(day, number) : onDay(exact);
    const to = year?.to ?? at + 2 + suffix;
    const exists = day > 0 && placed !== undefined && (exact !== undefined || year === undefined);
    return exists ? { placed, to, wide: false } : unrealDay(sentence, to);
  }
  const abbreviated = isMark(sentence, at + 1, '.') ? 1 : 0;
  const year = yearAfter(sentence, at + 1 + abbreviated);
  const known = year !== undefined && !isMark(sentence, at + 1, ',') ? year : undefined;
  return { placed: wholeMonth(number, known?.year), to: known?.to ?? at + 1, wide: true };
};

/** "den 15.", "d. 31", "the 15th". */
const bareDay: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  if (word !== 'd' && word !== 'den' && word !== 'the') return undefined;
  const dot = word === 'd' && isMark(sentence, at + 1, '.') ? 1 : 0;
  const whole = dayMonth(sentence, at + 1 + dot);
  if (whole !== undefined) return whole;
  const day = integer(sentence, at + 1 + dot) ?? ordinals.get(wordAt(sentence, at + 1 + dot));
  const after = at + 2 + dot;
  const marked = isMark(sentence, after, '.') || /^(?:st|nd|rd|th)$/.test(wordAt(sentence, after));
  if (day === undefined || day < 1 || day > 31) return undefined;
  const named = integer(sentence, at + 1 + dot) === undefined;
  if (word === 'the' && !marked) return undefined;
  // "Den anden" is the other one.
  if (named && (wordAt(sentence, after) !== '' || /^(?:anden|second)$/.test(wordAt(sentence, at + 1 + dot))))
    return undefined;
  const next = wordAt(sentence, marked ? after + 1 : after);
  if (!marked && (units.has(next) || next === 'kr' || next === 'timer')) return undefined;
  return { placed: dayOfMonth(day), to: marked ? after + 1 : after, wide: false };
};

const plainReaders: readonly Reader[] = [
  byShape,
  named,
  dayMonth,
  dayWithin(month),
  feast,
  month,
  week,
  weeksOnWeekday,
  weekdayReader,
  relativeStretch,
  quarterReader,
  distance,
  bareYear,
  yearEnd,
  runningStretch,
  bareDay,
];

const readPlain = (sentence: Sentence, at: number): ReadDate | undefined => {
  if (sentence.tokens[at]?.kind === 'mark') return undefined;
  for (const read of plainReaders) {
    const found = read(sentence, at);
    if (found !== undefined) return found;
  }
  return undefined;
};

type Edge = 'start' | 'middle' | 'end';

/** Which day of a stretch a word names: "ultimo", "midten", "start". */
const edgeOf = (word: string): Edge | undefined =>
  endWords.has(word) ? 'end' : startWords.has(word) ? 'start' : middleWords.has(word) ? 'middle' : undefined;

const atEdge = (inner: ReadDate, which: Edge): ReadDate => ({
  placed: edge(inner.placed, which),
  to: inner.to,
  wide: false,
  ...(which === 'end' ? { isEnd: true } : {}),
});

/** "Udgangen af august", "medio juni", "mid-June", "resten af året". */
const stretchEdge = (sentence: Sentence, at: number): ReadDate | undefined => {
  const word = wordAt(sentence, at);
  const hyphen = word.indexOf('-');
  if (hyphen > 0) {
    const which = edgeOf(word.slice(0, hyphen));
    const number = which === undefined ? undefined : months.get(word.slice(hyphen + 1));
    if (which === undefined || number === undefined) return undefined;
    const year = yearAfter(sentence, at + 1);
    return atEdge({ placed: wholeMonth(number, year?.year), to: year?.to ?? at + 1, wide: true }, which);
  }
  const which = edgeOf(word);
  if (which === undefined) return undefined;
  let here = at + 1;
  while (ofWords.has(wordAt(sentence, here)) || (which === 'middle' && isMark(sentence, here, '-'))) here += 1;
  const named =
    relativeStretch(sentence, here) ?? month(sentence, here) ?? week(sentence, here) ?? quarterReader(sentence, here);
  const inner = named ?? (here > at + 1 ? bareStretch(sentence, here) : undefined);
  return inner?.wide === true ? atEdge(inner, which) : undefined;
};

const beforeWeekday = /^(?:paa|on|this|next|denne|naeste|kommende|coming|foerstkommende)$/;

/** "Mandag d. 15. maj", "on Tuesday 23 May", "torsdag d. 25.": the date says which day it is. */
const weekdayDate = (sentence: Sentence, at: number): ReadDate | undefined => {
  const start = weekdays.has(wordAt(sentence, at)) ? at : beforeWeekday.test(wordAt(sentence, at)) ? at + 1 : undefined;
  if (start === undefined || calendarWord(sentence, start, weekdays) === undefined) return undefined;
  let here = start + 1;
  while (/^(?:d|den|the|,|\.)$/.test(sentence.tokens[here]?.word ?? '')) here += 1;
  const exact =
    byShape(sentence, here) ??
    dayMonth(sentence, here) ??
    (sentence.language === 'en' ? month(sentence, here) : undefined);
  const weekday = calendarWord(sentence, start, weekdays) ?? 0;
  if (exact !== undefined && !exact.wide) return { ...exact, weekday };
  const bare = bareDay(sentence, start + 1);
  if (bare !== undefined) return { ...bare, weekday };
  // "Mandag 15."
  const day = integer(sentence, here);
  const marked = isMark(sentence, here + 1, '.') || /^(?:st|nd|rd|th)$/.test(wordAt(sentence, here + 1));
  return here === start + 1 && marked && day !== undefined && day >= 1 && day <= 31
    ? { placed: dayOfMonth(day), to: here + 2, wide: false, weekday }
    : undefined;
};

/** "Juni sidste år" is past by its own words. */
const pastYear = (sentence: Sentence, read: ReadDate | undefined): ReadDate | undefined =>
  read !== undefined &&
  /^(?:aar|year)$/.test(wordAt(sentence, read.to - 1)) &&
  lastWords.has(wordAt(sentence, read.to - 2))
    ? { ...read, past: true }
    : read;

/** Reads a date or a stretch of days that begins at a place. */
export const readDate = (sentence: Sentence, at: number): ReadDate | undefined => {
  const read = pastYear(sentence, stretchEdge(sentence, at) ?? weekdayDate(sentence, at) ?? readPlain(sentence, at));
  // "Uge 30 ud", "juni måned ud": to its end.
  if (read?.wide !== true) return read;
  const here = /^(?:maaned|maaneden)$/.test(wordAt(sentence, read.to)) ? read.to + 1 : read.to;
  return wordAt(sentence, here) === 'ud' ? atEdge({ ...read, to: here + 1 }, 'end') : read;
};
