import { claim, type Sentence, wordAt } from '../sentence.ts';
import { hourWords, units } from '../vocabulary/time.ts';
import type { AmountSlot } from './amount-slot.ts';
import { isRetracted } from './corrections.ts';
import { readLength } from './lengths.ts';
import { loneNumeral, type ReadNumber, readNumber } from './numbers.ts';
import { isForeign, rate, rateBefore } from './rates.ts';

export type { AmountSlot } from './amount-slot.ts';

const currency = new Set(['kr', 'kroner', 'krone', 'dkk', 'kr.', 'kroners', 'kronor']);
const priceWords = new Set([
  'pris',
  'prisen',
  'koster',
  'koste',
  'kostede',
  'ugepris',
  'ugeprisen',
  'price',
  'cost',
  'costs',
  'beloeb',
  'betaler',
  'betale',
  'priced',
  'pays',
  'kostet',
  'paying',
  'pay',
  'beloebet',
  'kostede',
]);
const hourSubjects = new Set(['timetal', 'timetallet', 'timeantal', 'timeantallet', 'hours']);
const fullTime = new Set(['fuldtid', 'fuldtids', 'fuldtime', 'full-time', 'fulltime']);
const fullTimeHours = 37;
/** A bare number from here on, near a word for price or before "om ugen", is money; below, it is hours. */
const leastPrice = 169;

const word = (sentence: Sentence, at: number): string => sentence.tokens[at]?.word ?? '';

/** The nearest of some words among the four before a place. */
const lately = (sentence: Sentence, at: number, words: ReadonlySet<string>): boolean => {
  for (let back = 1; back <= 4; back += 1) if (words.has(word(sentence, at - back))) return true;
  return false;
};

/** "Vejledning til 1900", "at 2,100": a number that can only be money. */
const stated = (sentence: Sentence, at: number): boolean =>
  /^(?:til|at|for|aa|ved)$/.test(word(sentence, at - 1)) && !/^(?:19[5-9]|20[0-4])\d$/.test(word(sentence, at));
const standsAlone = (sentence: Sentence, at: number): boolean =>
  sentence.tokens[at] === undefined || /^(?:[.,?!;)–-]|i|in|og|and|ok|til|for|to|is|er)$/.test(word(sentence, at));

const readPrice = (sentence: Sentence, at: number, number: ReadNumber): AmountSlot | undefined => {
  const before = currency.has(word(sentence, at - 1))
    ? 1
    : currency.has(word(sentence, at - 2)) && word(sentence, at - 1) === '.'
      ? 2
      : 0;
  let to = number.to;
  let marked = before > 0;
  if (word(sentence, to) === ',' && /^[-–]+$/.test(word(sentence, to + 1))) {
    to += 2;
    marked = true;
  }
  if (currency.has(word(sentence, to))) {
    to += 1;
    marked = true;
  }
  const abroad = isForeign(sentence, to) || isForeign(sentence, at - 1);
  if (isForeign(sentence, to)) to += 1;
  const { per, to: end } = rate(sentence, to);
  if (abroad) return { kind: 'rate', value: number.value, from: at, to: end };
  const asPrice = lately(sentence, at, priceWords) || (stated(sentence, at) && standsAlone(sentence, to));
  const unmarked =
    !marked && number.value >= leastPrice && !hourWords.has(word(sentence, to)) && !units.has(word(sentence, to));
  if (!marked && !(unmarked && (per !== undefined || asPrice))) return undefined;
  if (marked && number.value < 20) return undefined;
  const meant = per ?? rateBefore(sentence, at - before);
  const slot = { value: number.value, from: at - before, to: end };
  if (meant === undefined || meant === 'week') return { kind: 'price', ...slot };
  return { kind: 'rate', ...slot, ...(meant === 'hour' ? { hourly: true } : {}) };
};

/** Between a number and its hours: "12 ordinære timer", "ten normal paid hours". */
const hourKinds = new Set(
  `ordinaere ordinaer alm almindelige loennede loennet betalte effektive ugentlige ugentlig weekly normal paid ordinary
  regular working full hele extra ekstra faste real actual contracted ord proper unpaid uloennede hour flere more`.split(
    /\s+/,
  ),
);
const mostKinds = 3;

/** Where the word for hours stands after a number, past what kind of hours they are. */
const hourWordAt = (sentence: Sentence, at: number): number | undefined => {
  for (let here = at; here <= at + mostKinds; here += 1) {
    if (hourWords.has(word(sentence, here))) return here;
    if (!hourKinds.has(word(sentence, here)) && word(sentence, here) !== '.' && word(sentence, here) !== '-')
      return undefined;
  }
  return undefined;
};

const readHours = (sentence: Sentence, at: number, number: ReadNumber): AmountSlot | undefined => {
  if (number.value > 168) return undefined;
  const unit = hourWordAt(sentence, number.to);
  if (unit !== undefined) {
    const { per, to } = rate(sentence, unit + 1);
    return per === 'other' || per === 'hour' ? undefined : { kind: 'hours', value: number.value, from: at, to };
  }
  // "seks af dem om ugen"
  const ofThem = /^(?:af|of) (?:dem|them|those)$/.test(`${word(sentence, number.to)} ${word(sentence, number.to + 1)}`);
  const { per, to } = rate(sentence, number.to + (ofThem ? 2 : 0));
  const isArticle = /^(?:a|an|en|et|another)$/.test(word(sentence, at));
  const spoken = !isArticle && lately(sentence, at, hourSubjects) && !units.has(word(sentence, number.to));
  if (per === 'week' || spoken) return { kind: 'hours', value: number.value, from: at, to: Math.max(to, number.to) };
  return undefined;
};

/** Too much, or not at all: "for syg til fuld tid", "kan ikke klare fuld tid". */
const tooMuch = /^(?:ikke|ik|aldrig|not|can't|cannot|never|too|langt|end|than|syg|daarlig|ill|sick|weak)$/;

const readFullTime = (sentence: Sentence, at: number): AmountSlot | undefined => {
  const two = `${wordAt(sentence, at)} ${wordAt(sentence, at + 1)}`;
  const to = fullTime.has(wordAt(sentence, at)) ? at + 1 : two === 'fuld tid' || two === 'full time' ? at + 2 : at;
  if (to === at) return undefined;
  const before = [1, 2, 3, 4].map((back) => sentence.tokens[at - back]?.word ?? '');
  if (before.some((word) => tooMuch.test(word)) || (before[0] === 'til' && before.slice(1, 3).includes('for')))
    return undefined;
  return { kind: 'hours', value: fullTimeHours, from: at, to, fullTime: true };
};

/** A number that counts nothing: digits, several words, or a lone word where a number was asked for. */
const readLone = (sentence: Sentence, at: number, number: ReadNumber | undefined): AmountSlot | undefined => {
  const isWord = sentence.tokens[at]?.kind === 'word';
  const asked = /price|hours|age$/i.test(sentence.context.asked ?? '');
  if (isWord && asked && (number === undefined || number.to === at + 1)) {
    const value =
      number?.value !== undefined && !Number.isInteger(number.value) ? number.value : loneNumeral(sentence, at);
    return value === undefined ? undefined : { kind: 'number', value, from: at, to: at + 1 };
  }
  if (number === undefined || (isWord && number.to === at + 1)) return undefined;
  return { kind: 'number', value: number.value, from: at, to: number.to };
};

/** Takes an amount in: it may put right the one before it, and a number then counts what that one counted. */
const put = (sentence: Sentence, found: AmountSlot[], slot: AmountSlot): void => {
  const before = found.at(-1);
  const alike =
    before !== undefined && (before.kind === slot.kind || before.kind === 'number' || slot.kind === 'number');
  if (before === undefined || !alike || !isRetracted(sentence, before, slot)) found.push(slot);
  else found[found.length - 1] = slot.kind === 'number' ? { ...slot, kind: before.kind } : slot;
};

/** A price by the hour and the hours of a week make the week's price; alone it makes none. */
const byTheHour = (found: readonly AmountSlot[]): AmountSlot[] => {
  const of = (wanted: AmountSlot['kind']): AmountSlot[] => found.filter(({ kind }) => kind === wanted);
  const [[one], [hours]] = [of('rate'), of('hours')];
  const both = of('rate').length === 1 && of('hours').length === 1 && of('price').length === 0;
  if (!both || one?.hourly !== true || hours === undefined) return [...found];
  const { from, to } = one;
  return found.map((slot) =>
    slot === one ? { kind: 'price', value: Math.round(slot.value * hours.value), from, to } : slot,
  );
};

/**
 * Finds prices (DKK a week), hours a week, lengths in weeks and months, ages, and numbers that stand alone; `weekly` are
 * the hours that were found before.
 */
export const findAmounts = (sentence: Sentence, weekly: readonly AmountSlot[]): AmountSlot[] => {
  const found: AmountSlot[] = [...weekly];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const number = readNumber(sentence, at);
    const slot =
      readFullTime(sentence, at) ??
      (number === undefined ? undefined : (readPrice(sentence, at, number) ?? readHours(sentence, at, number))) ??
      readLength(sentence, at, number) ??
      readLone(sentence, at, number);
    if (slot === undefined) continue;
    put(sentence, found, slot);
    claim(sentence, slot.from, slot.to);
    at = slot.to - 1;
  }
  const counted = found.some(({ kind, fullTime: isFull }) => kind === 'hours' && isFull !== true);
  return byTheHour(counted ? found.filter(({ fullTime: isFull }) => isFull !== true) : found);
};
