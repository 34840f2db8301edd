import { type Sentence, wordAt } from '../sentence.ts';

import { units } from '../vocabulary/time.ts';
import { fullYear, type Placed, wholeWeek } from './date-span.ts';

export interface ReadDate {
  placed: Placed;
  to: number;
  /** A stretch of days rather than one. */
  wide: boolean;
  /** The words themselves say that it is the end of something. */
  isEnd?: boolean;
  /** The words themselves say it is past. */
  past?: boolean;
}

export type Reader = (sentence: Sentence, at: number) => ReadDate | undefined;

export const integer = (sentence: Sentence, at: number): number | undefined => {
  const token = sentence.tokens[at];
  return token?.kind === 'number' && sentence.claimed[at] !== true && /^\d{1,4}$/.test(token.raw)
    ? Number(token.raw)
    : undefined;
};
export const isMark = (sentence: Sentence, at: number, mark: string): boolean => sentence.tokens[at]?.raw === mark;

/** A year after a date: 2023, or '23. */
export const yearAfter = (sentence: Sentence, at: number): { year: number; to: number } | undefined => {
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
  const placed = number === undefined ? undefined : wholeWeek(number, year?.year);
  return placed === undefined ? undefined : { placed, to: year?.to ?? at + 2 + skip, wide: true };
};
