import { type Sentence, wordAt } from '../sentence.ts';
import { numeralsDa, numeralsEn } from '../vocabulary/time.ts';

export interface ReadNumber {
  value: number;
  to: number;
}

const grouped = /^\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2})?$/;

/** A number as Danes or Englishmen write it: 2.200 and 2,200 are two thousand two hundred, 2,5 and 2.5 two and a half. */
export const parseNumber = (raw: string): number => {
  if (!grouped.test(raw)) return Number(raw.replace(',', '.'));
  const decimals = /,\d{1,2}$/.exec(raw)?.[0] ?? '';
  return Number(raw.slice(0, raw.length - decimals.length).replace(/[.,]/g, '') + decimals.replace(',', '.'));
};

const hundred = new Set(['hundrede', 'hundred', 'hundreder', 'hundreds']);
const thousand = new Set(['tusind', 'tusinde', 'tusinder', 'thousand', 'grand', 'tusind']);
const joins = new Set(['og', 'and']);

/** Reads a number at a place: digits, or words as "to tusind to hundrede" and "two thousand two hundred". */
export const readNumber = (sentence: Sentence, at: number): ReadNumber | undefined => {
  const token = sentence.tokens[at];
  if (token === undefined || sentence.claimed[at] === true) return undefined;
  if (token.kind === 'number') {
    const value = parseNumber(token.raw);
    if (!Number.isFinite(value)) return undefined;
    return thousand.has(wordAt(sentence, at + 1)) ? { value: value * 1000, to: at + 2 } : { value, to: at + 1 };
  }
  const numerals = sentence.language === 'da' ? numeralsDa : numeralsEn;
  let total = 0;
  let part: number | undefined;
  let here = at;
  for (; here < at + 9; here += 1) {
    const word = wordAt(sentence, here);
    const numeral = numerals.get(word);
    if (numeral !== undefined && (part === undefined || (part >= 20 && numeral < 10) || part % 100 === 0))
      part = (part ?? 0) + numeral;
    else if (hundred.has(word)) part = (part ?? 1) * 100;
    else if (thousand.has(word)) {
      total += (part ?? 1) * 1000;
      part = 0;
    } else if (!(joins.has(word) && here > at && numerals.has(wordAt(sentence, here + 1)) && (part ?? 0) % 100 === 0))
      break;
  }
  if (here === at || part === undefined) return undefined;
  return { value: total + part, to: here };
};
