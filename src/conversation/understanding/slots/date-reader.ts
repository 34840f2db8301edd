import { isoOf, weekdayOf } from '../../../rulebook/calendar.ts';
import { type Sentence, wordAt } from '../sentence.ts';
import { units } from '../vocabulary/time.ts';
import { type Direction, fullYear, type Placed, type Span, wholeWeek, hasWeek } from './date-span.ts';
import { unitsAway } from './date-words.ts';

export interface ReadDate {
  placed: Placed;
  to: number;
  /** A stretch of days rather than one. */
  wide: boolean;
  /** The words themselves say that it is the end of something. */
  isEnd?: boolean;
  /** The words themselves say it is past. */
  past?: boolean;
  /** No such day exists ("31. juni", "uge 53" of a year that has 52): it is asked about, never another day. */
  unreal?: boolean;
  /** The weekday written beside it, which may be another one's. */
  weekday?: number;
}

/** A day that does not exist, with the words it took. */
export const unrealDay = (sentence: Sentence, to: number): ReadDate => ({
  placed: () => ({ first: sentence.today, last: sentence.today }),
  to,
  wide: false,
  unreal: true,
});

/** A date's days; undefined where they do not exist, or the weekday beside the date is another. */
export const daysOf = (
  { placed, unreal, weekday }: ReadDate,
  { today }: Sentence,
  direction: Direction,
): Span | undefined => {
  if (unreal === true) return undefined;
  const span = placed(today, direction);
  return weekday === undefined || weekdayOf(span.first) === weekday ? span : undefined;
};

export type Reader = (sentence: Sentence, at: number) => ReadDate | undefined;

export const integer = (sentence: Sentence, at: number): number | undefined => {
  const token = sentence.tokens[at];
  return token?.kind === 'number' && sentence.claimed[at] !== true && /^\d{1,4}$/.test(token.raw)
    ? Number(token.raw)
    : undefined;
};
export const isMark = (sentence: Sentence, at: number, mark: string): boolean => sentence.tokens[at]?.raw === mark;

/** "Næste år", "of last year", "i år": the year told from this one. */
const toldYear = (sentence: Sentence, at: number): { year: number; to: number } | undefined => {
  const here = /^(?:i|in|of|af|til)$/.test(wordAt(sentence, at)) ? at + 1 : at;
  const year = Number(isoOf(sentence.today).slice(0, 4));
  if (wordAt(sentence, at) === 'i' && wordAt(sentence, here) === 'aar') return { year, to: here + 1 };
  if (!/^(?:aar|year)$/.test(wordAt(sentence, here + 1))) return undefined;
  const word = wordAt(sentence, here);
  const away = unitsAway(word);
  return away === undefined ? undefined : { year: year + away, to: here + 2 };
};

/** A year after a date: 2023, '23, or "næste år". */
export const yearAfter = (sentence: Sentence, at: number): { year: number; to: number } | undefined => {
  const told = toldYear(sentence, at);
  if (told !== undefined) return told;
  const quoted = isMark(sentence, at, "'") || isMark(sentence, at, '’') || isMark(sentence, at, ',') ? 1 : 0;
  const number = integer(sentence, at + quoted);
  if (number === undefined) return undefined;
  if (number >= 1900 && number <= 2200) return { year: number, to: at + quoted + 1 };
  return quoted === 1 && !isMark(sentence, at, ',') && number < 100
    ? { year: fullYear(number), to: at + 2 }
    : undefined;
};

export const week: Reader = (sentence, at) => {
  if (!/^(?:u|uge|week|wk|uges)$/.test(wordAt(sentence, at))) return undefined;
  // "10 t/uge 4 uger": hours a week, and then a length.
  if (/^(?:\/|om|pr|per|hver)$/.test(wordAt(sentence, at - 1)) || units.has(wordAt(sentence, at + 2))) return undefined;
  const skip = /^(?:nr|no|nummer)$/.test(wordAt(sentence, at + 1)) ? (isMark(sentence, at + 2, '.') ? 2 : 1) : 0;
  const number = integer(sentence, at + 1 + skip);
  const year = yearAfter(sentence, at + 2 + skip);
  if (number === undefined) return undefined;
  const to = year?.to ?? at + 2 + skip;
  if (!hasWeek(year?.year ?? Number(isoOf(sentence.today).slice(0, 4)), number)) return unrealDay(sentence, to);
  const placed = wholeWeek(number, year?.year);
  return placed === undefined ? undefined : { placed, to, wide: true };
};
