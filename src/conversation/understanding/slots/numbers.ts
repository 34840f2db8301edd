import { type Sentence, wordAt } from '../sentence.ts';
import { hourWords, numeralsDa, numeralsEn, units } from '../vocabulary/time.ts';

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

const hundred = new Set(['hundrede', 'hundred', 'hundreder', 'hundreds', 'hundrde']);
const thousand = new Set(['tusind', 'tusinde', 'tusinder', 'thousand', 'grand', 'tkr', 'tusine']);
const joins = new Set(['og', 'and']);
const articles = new Set(['a', 'an', 'en', 'et', 'another']);
const halfWords = new Set(['halv', 'halvt', 'half']);
const oneAndHalf = new Set(['halvanden', 'halvandet', 'halvandens']);
const fractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
]);

/** "1/2 år", which has the shape of a date: a half when what is counted stands after it. */
export const isHalf = (sentence: Sentence, at: number): boolean => {
  const after = wordAt(sentence, at + 1);
  return sentence.tokens[at]?.raw === '1/2' && (units.has(after) || hourWords.has(after));
};

const fractionAt = (sentence: Sentence, at: number): number | undefined =>
  isHalf(sentence, at) ? 0.5 : fractions.get(wordAt(sentence, at));

/** A half on top of what was read: "1½", "to en halv", "two and a half". */
const withHalf = (sentence: Sentence, { value, to }: ReadNumber): ReadNumber => {
  const fraction = fractionAt(sentence, to);
  if (fraction !== undefined) return { value: value + fraction, to: to + 1 };
  const here = joins.has(wordAt(sentence, to)) ? to + 1 : to;
  return articles.has(wordAt(sentence, here)) && halfWords.has(wordAt(sentence, here + 1))
    ? { value: value + 0.5, to: here + 2 }
    : { value, to };
};

/** Less than one, or one and a half: "½", "et halvt", "half a", "halvandet". */
const readFraction = (sentence: Sentence, at: number): ReadNumber | undefined => {
  const fraction = fractionAt(sentence, at);
  if (fraction !== undefined) return { value: fraction, to: at + 1 };
  const word = wordAt(sentence, at);
  if (oneAndHalf.has(word))
    return thousand.has(wordAt(sentence, at + 1)) ? { value: 1500, to: at + 2 } : { value: 1.5, to: at + 1 };
  const half = articles.has(word) ? at + 1 : at;
  if (!halfWords.has(wordAt(sentence, half))) return undefined;
  return { value: 0.5, to: half === at && articles.has(wordAt(sentence, at + 1)) ? at + 2 : half + 1 };
};

/** Means something else in a sentence of the other language. */
const ofOneLanguage = (word: string): boolean => word.length <= 3 || word === 'fire';

/** The value of a numeral written as one word, by the sentence's language, or the other where nothing else has the word. */
const numeralAt = (sentence: Sentence, at: number): number | undefined => {
  const word = wordAt(sentence, at);
  const [own, other] = sentence.language === 'da' ? [numeralsDa, numeralsEn] : [numeralsEn, numeralsDa];
  return own.get(word) ?? (ofOneLanguage(word) ? undefined : other.get(word));
};

/** No number has more words. */
const mostWords = 9;

/** Whether a numeral can go on from what was read: "to hundrede | fem", "twenty | five". */
const goesOn = (part: number | undefined, numeral: number, word: string): boolean => {
  if (part === undefined || (part === 0 && !articles.has(word))) return true;
  if (articles.has(word)) return false;
  return (part < 100 && part >= 20 && part % 10 === 0 && numeral < 10) || (part % 100 === 0 && numeral < 100);
};

/** "Nineteen fifty": the hundreds and what is above them. */
const asHundreds = (part: number | undefined, numeral: number): boolean =>
  part !== undefined && part > 10 && part < 100 && numeral >= 10 && numeral < 100;

const readWords = (sentence: Sentence, from: number, start?: number): ReadNumber | undefined => {
  let total = 0;
  let part = start;
  let here = start === undefined ? from : from + 1;
  for (; here < from + mostWords; here += 1) {
    const word = wordAt(sentence, here);
    const numeral = numeralAt(sentence, here);
    const next = joins.has(word) && part !== undefined ? numeralAt(sentence, here + 1) : undefined;
    if (hundred.has(word)) part = (part === undefined || part === 0 ? 1 : part) * 100;
    else if (thousand.has(word)) {
      total += (part ?? 1) * 1000;
      part = 0;
    } else if (numeral !== undefined && numeral >= 1000 && (part ?? 0) === 0 && numeral % 1000 === 0) {
      total += numeral;
      part = 0;
    } else if (numeral !== undefined && goesOn(part, numeral, word)) part = (part ?? 0) + numeral;
    else if (numeral !== undefined && part !== undefined && asHundreds(part, numeral)) part = part * 100 + numeral;
    else if (next !== undefined && part !== undefined && part < 10 && part > 0 && next >= 20 && next % 10 === 0) {
      // "fem og tyve"
      if (sentence.language !== 'da' || next >= 100) break;
      part += next;
      here += 1;
    } else if (next === undefined || part === undefined || part % 100 !== 0 || articles.has(wordAt(sentence, here + 1)))
      break;
  }
  if (part === undefined || here === from) return undefined;
  return { value: total + part, to: here };
};

/** "2 150 kr", "2 t.kr.": thousands apart from the rest, or shortened. */
const spaced = (sentence: Sentence, at: number, value: number): ReadNumber | undefined => {
  const money = /^(?:kr|kroner|dkk)$/;
  const next = sentence.tokens[at + 1]?.raw ?? '';
  if (value < 100 && /^\d{3}$/.test(next) && money.test(wordAt(sentence, at + 2)))
    return { value: value * 1000 + Number(next), to: at + 2 };
  const short = next === 't' && wordAt(sentence, at + 2) === '.' && money.test(wordAt(sentence, at + 3));
  return short ? { value: value * 1000, to: at + 3 } : undefined;
};

/**
 * Reads a number at a place: digits, "2.2k", "22 hundrede", or words as "to tusind to hundrede" and "two and a half".
 */
export const readNumber = (sentence: Sentence, at: number): ReadNumber | undefined => {
  const token = sentence.tokens[at];
  if (token === undefined || sentence.claimed[at] === true) return undefined;
  const fraction = readFraction(sentence, at);
  if (fraction !== undefined) return fraction;
  if (token.kind !== 'number') {
    const read = token.kind === 'word' ? readWords(sentence, at) : undefined;
    return read === undefined ? undefined : withHalf(sentence, read);
  }
  const value = parseNumber(token.raw);
  if (!Number.isFinite(value)) return undefined;
  const after = sentence.tokens[at + 1];
  if (after?.word === 'k' && after.start === token.end) return { value: Math.round(value * 1000), to: at + 2 };
  const thousands = spaced(sentence, at, value);
  if (thousands !== undefined) return thousands;
  const counts = hundred.has(wordAt(sentence, at + 1)) || thousand.has(wordAt(sentence, at + 1));
  const read = counts ? readWords(sentence, at, value) : undefined;
  return withHalf(sentence, read ?? { value, to: at + 1 });
};

/** A number word of either language that can stand for a number on its own: no article. */
export const loneNumeral = (sentence: Sentence, at: number): number | undefined => {
  return articles.has(wordAt(sentence, at)) ? undefined : numeralAt(sentence, at);
};
