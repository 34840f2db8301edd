import type { Sentence } from '../sentence.ts';
import { months } from '../vocabulary/time.ts';
import { civilDay, fullYear } from './date-span.ts';
import { integer, isMark, yearAfter } from './date-reader.ts';

/** A year that has every day there is. */
const leapYear = 2024;

/** "31/2", "30.02.2023", "2023-02-30". */
const byShape = ({ tokens }: Sentence, at: number): string | undefined => {
  const token = tokens[at];
  if (token?.kind !== 'date') return undefined;
  const parts = token.raw
    .split(/[-/. ]+/)
    .filter(Boolean)
    .map(Number);
  const [day = 0, month = 0, year] = /^\d{4}-/.test(token.raw) ? parts.toReversed() : parts;
  return civilDay(year === undefined ? leapYear : fullYear(year), month, day) === undefined ? token.raw : undefined;
};

/** "31. februar", "29. februar 2023", "31st of April"; "the 31st of" stands before the month in both languages. */
const inWords = (sentence: Sentence, at: number): string | undefined => {
  const { tokens } = sentence;
  const day = integer(sentence, at) ?? Number(/^\d{1,2}$/.exec(tokens[at]?.raw ?? '')?.[0] ?? Number.NaN);
  if (Number.isNaN(day) || tokens[at]?.kind !== 'number') return undefined;
  let here = at + 1;
  if (isMark(sentence, here, '.') || /^(?:st|nd|rd|th|de|te)$/.test(tokens[here]?.word ?? '')) here += 1;
  if (tokens[here]?.word === 'of') here += 1;
  const month = months.get(tokens[here]?.word ?? '');
  if (month === undefined) return undefined;
  const year =
    yearAfter(sentence, here + 1)?.year ?? Number(/^(?:19|20)\d\d$/.exec(tokens[here + 1]?.raw ?? '')?.[0] ?? leapYear);
  if (civilDay(year, month, day) !== undefined) return undefined;
  const last = year === leapYear ? here : here + 1;
  return tokens
    .slice(at, last + 1)
    .map(({ raw }, nth) => (nth === 0 || raw === '.' || /^(?:st|nd|rd|th)$/.test(raw) ? raw : ` ${raw}`))
    .join('');
};

/** A date in the sentence that no calendar has, as it is written. Nothing near it is meant for sure. */
export const findNoSuchDay = (sentence: Sentence): string | undefined => {
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const found = byShape(sentence, at) ?? inWords(sentence, at);
    if (found !== undefined) return found;
  }
  return undefined;
};
