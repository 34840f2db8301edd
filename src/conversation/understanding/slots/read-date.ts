import { type Sentence, wordAt } from '../sentence.ts';
import { firstNames } from '../vocabulary/first-names.ts';
import { months, ordinals, units, weekdays } from '../vocabulary/time.ts';
import { calendarWord } from './calendar-word.ts';
import { civilDay, dayAndMonth, dayOfMonth, edge, fullYear, onDay, wholeMonth } from './date-span.ts';
import { endWords, middleWords, namedDays, ofWords, startWords } from './date-words.ts';

import { integer, isMark, type ReadDate, type Reader, week, yearAfter } from './date-reader.ts';
import { bareStretch, distance, quarterReader, relativeStretch, weekdayReader, yearEnd } from './relative-dates.ts';
const byShape: Reader = (sentence, at) => {
  const token = sentence.tokens[at];
  if (token?.kind !== 'date') return undefined;
  const parts = token.raw
    .split(/[-/. ]+/)
    .filter(Boolean)
    .map(Number);
  const iso = /^\d{4}-/.test(token.raw);
  const [day = 0, month = 0, year] = iso ? [...parts].toReversed() : parts;
  if (year === undefined) {
    const placed = dayAndMonth(day, month);
    return placed === undefined ? undefined : { placed, to: at + 1, wide: false };
  }
  const found = civilDay(fullYear(year), month, day);
  return found === undefined ? undefined : { placed: onDay(found), to: at + 1, wide: false };
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
  if (word === 'may' && (token?.capital !== true || (token.opens && integer(sentence, at + 1) === undefined)))
    return undefined;
  return calendarWord(sentence, at, months);
};

/** "31. august 2023", "31st of August", "tredje juni". */
const dayMonth: Reader = (sentence, at) => {
  const day = integer(sentence, at) ?? ordinals.get(wordAt(sentence, at));
  if (day === undefined || day > 31) return undefined;
  let here = at + 1;
  if (isMark(sentence, here, '.') || /^(?:st|nd|rd|th|de|te)$/.test(wordAt(sentence, here))) here += 1;
  if (wordAt(sentence, here) === 'of' || wordAt(sentence, here) === 'i') here += 1;
  const month = monthAt(sentence, here);
  if (month === undefined) return undefined;
  here += 1;
  const abbreviated = isMark(sentence, here, '.') ? 1 : 0;
  const year = yearAfter(sentence, here + abbreviated);
  if (year === undefined) {
    const placed = dayAndMonth(day, month);
    return placed === undefined ? undefined : { placed, to: here, wide: false };
  }
  const found = civilDay(year.year, month, day);
  return found === undefined ? undefined : { placed: onDay(found), to: year.to, wide: false };
};

/** "Jan Due", "Maj Lund": a given name that is a month's too, with a capital before another. */
const isGivenName = (sentence: Sentence, at: number): boolean => {
  const [token, next] = [sentence.tokens[at], sentence.tokens[at + 1]];
  if (token === undefined || next === undefined || sentence.shouted) return false;
  return token.capital && next.capital && next.kind === 'word' && firstNames.has(token.word);
};

/** "August 31", and a month alone. */
const month: Reader = (sentence, at) => {
  const number = monthAt(sentence, at);
  if (number === undefined || isGivenName(sentence, at)) return undefined;
  const day = integer(sentence, at + 1);
  const counted = units.has(wordAt(sentence, at + 2));
  if (sentence.language === 'en' && day !== undefined && day <= 31 && !counted) {
    const suffix = /^(?:st|nd|rd|th)$/.test(wordAt(sentence, at + 2)) ? 1 : 0;
    const year = yearAfter(sentence, at + 2 + suffix);
    const exact = year === undefined ? undefined : civilDay(year.year, number, day);
    const placed = exact === undefined ? dayAndMonth(day, number) : onDay(exact);
    if (placed !== undefined)
      return { placed, to: exact === undefined ? at + 2 + suffix : (year?.to ?? at + 2), wide: false };
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
  if (named && wordAt(sentence, after) !== '') return undefined;
  const next = wordAt(sentence, marked ? after + 1 : after);
  if (!marked && (units.has(next) || next === 'kr' || next === 'timer')) return undefined;
  return { placed: dayOfMonth(day), to: marked ? after + 1 : after, wide: false };
};

const plainReaders: readonly Reader[] = [
  byShape,
  named,
  dayMonth,
  month,
  week,
  weekdayReader,
  relativeStretch,
  quarterReader,
  distance,
  yearEnd,
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

/** Reads a date or a stretch of days that begins at a place. */
export const readDate = (sentence: Sentence, at: number): ReadDate | undefined => {
  const word = wordAt(sentence, at);
  const which = endWords.has(word)
    ? 'end'
    : startWords.has(word)
      ? 'start'
      : middleWords.has(word)
        ? 'middle'
        : undefined;
  if (which !== undefined) {
    let here = at + 1;
    while (ofWords.has(wordAt(sentence, here)) || (which === 'middle' && isMark(sentence, here, '-'))) here += 1;
    const named =
      relativeStretch(sentence, here) ?? month(sentence, here) ?? week(sentence, here) ?? quarterReader(sentence, here);
    const inner = named ?? (here > at + 1 ? bareStretch(sentence, here) : undefined);
    if (inner?.wide === true)
      return {
        placed: edge(inner.placed, which),
        to: inner.to,
        wide: false,
        ...(which === 'end' ? { isEnd: true } : {}),
      };
  }
  const first = weekdays.has(word) ? 1 : 0;
  if (first === 1) {
    // "mandag d. 15. maj": the date says which Monday.
    let here = at + 1;
    while (/^(?:d|den|the|,|\.)$/.test(sentence.tokens[here]?.word ?? '')) here += 1;
    const exact =
      byShape(sentence, here) ??
      dayMonth(sentence, here) ??
      (sentence.language === 'en' ? month(sentence, here) : undefined);
    if (exact !== undefined && !exact.wide) return exact;
  }
  return readPlain(sentence, at);
};
