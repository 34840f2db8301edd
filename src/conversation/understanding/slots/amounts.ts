import { claim, type Sentence, wordAt } from '../sentence.ts';
import { units } from '../vocabulary/time.ts';
import { type ReadNumber, readNumber } from './numbers.ts';

/** An amount found in the sentence and the words it took. */
export interface AmountSlot {
  kind: 'price' | 'hours' | 'weeks' | 'months' | 'number' | 'age';
  value: number;
  from: number;
  to: number;
}

const currency = new Set(['kr', 'kroner', 'krone', 'dkk', 'kr.', 'kroners', 'kronor']);
const hourWords = new Set([
  'timer',
  'time',
  't',
  'hrs',
  'hours',
  'hour',
  'h',
  'tim',
  'hr',
  'ugetimer',
  'timers',
  'timernes',
]);
const perWords = new Set(['om', 'pr', 'per', '/', 'a', 'hver', 'each', 'i', 'ugentlig', 'ugentligt']);
const weekWords = new Set(['u', 'uge', 'ugen', 'week', 'uges', 'wk']);
const otherPeriod = new Set([
  'maaned',
  'maaneden',
  'md',
  'month',
  'dag',
  'dagen',
  'day',
  'aar',
  'aaret',
  'year',
  'alt',
  'total',
  'mdr',
]);
const weekly = new Set(['ugentlig', 'ugentligt', 'ugentlige', 'weekly']);
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

/** What follows an amount: "om ugen" (weekly), "om måneden" (not weekly), or nothing. */
const rate = (sentence: Sentence, at: number): { per?: 'week' | 'other'; to: number } => {
  let here = at;
  if (word(sentence, here) === '.') here += 1;
  if (word(sentence, here) === ',' && word(sentence, here + 1) === '-') here += 2;
  if (weekly.has(word(sentence, here))) return { per: 'week', to: here + 1 };
  if (!perWords.has(word(sentence, here))) return { to: at };
  here += 1;
  if (word(sentence, here) === '.') here += 1;
  if (weekWords.has(word(sentence, here))) return { per: 'week', to: here + 1 };
  return otherPeriod.has(word(sentence, here)) ? { per: 'other', to: here + 1 } : { to: at };
};

/** The nearest of some words among the four before a place. */
const lately = (sentence: Sentence, at: number, words: ReadonlySet<string>): boolean => {
  for (let back = 1; back <= 4; back += 1) if (words.has(word(sentence, at - back))) return true;
  return false;
};

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
  const { per, to: end } = rate(sentence, to);
  const unmarked =
    !marked && number.value >= leastPrice && !hourWords.has(word(sentence, to)) && !units.has(word(sentence, to));
  if (!marked && !(unmarked && (per === 'week' || lately(sentence, at, priceWords)))) return undefined;
  if (marked && number.value < 20) return undefined;
  return { kind: per === 'other' ? 'number' : 'price', value: number.value, from: at - before, to: end };
};

const readHours = (sentence: Sentence, at: number, number: ReadNumber): AmountSlot | undefined => {
  if (number.value > 168) return undefined;
  const adjective = weekly.has(word(sentence, number.to)) ? 1 : 0;
  if (hourWords.has(word(sentence, number.to + adjective))) {
    const { per, to } = rate(sentence, number.to + adjective + 1);
    return per === 'other' ? undefined : { kind: 'hours', value: number.value, from: at, to };
  }
  const { per, to } = rate(sentence, number.to);
  if (per === 'week' || (lately(sentence, at, hourSubjects) && !units.has(word(sentence, number.to))))
    return { kind: 'hours', value: number.value, from: at, to };
  return undefined;
};

const readDuration = (sentence: Sentence, at: number, number: ReadNumber): AmountSlot | undefined => {
  const dash = word(sentence, number.to) === '-' ? 1 : 0;
  const more = /^(?:more|flere|hele|ekstra|additional|further|extra|yderligere|full|mere)$/.test(
    word(sentence, number.to),
  )
    ? 1
    : 0;
  const here = number.to + dash + more;
  const unit = units.get(word(sentence, here));
  if (unit === undefined || !Number.isInteger(number.value) || number.value < 1 || number.value > 600) return undefined;
  const to = here + 1;
  if (/^(?:siden|ago)$/.test(word(sentence, to))) return undefined;
  if (/^(?:gammel|gamle|old|gl)$/.test(word(sentence, to)))
    return { kind: 'age', value: number.value, from: at, to: to + 1 };
  switch (unit) {
    case 'days':
      return number.value % 7 === 0 ? { kind: 'weeks', value: number.value / 7, from: at, to } : undefined;
    case 'weeks':
      return { kind: 'weeks', value: number.value, from: at, to };
    case 'months':
      return { kind: 'months', value: number.value, from: at, to };
    case 'years':
      return number.value > 5
        ? { kind: 'age', value: number.value, from: at, to }
        : { kind: 'months', value: number.value * 12, from: at, to };
  }
};

/** Lengths that are said without a number: "et halvt år", "halvandet år", "et kvartal", "half a year". */
const saidLengths: readonly (readonly [string, number])[] = [
  ['et halvt aar', 6],
  ['halvt aar', 6],
  ['et halvaar', 6],
  ['halvaar', 6],
  ['half a year', 6],
  ['half year', 6],
  ['a half year', 6],
  ['halvandet aar', 18],
  ['et kvartal', 3],
  ['a quarter', 3],
  ['et kvart aar', 3],
  ['et helt aar', 12],
];

const lengthsByWord = Map.groupBy(
  saidLengths.map(([phrase, value]) => ({ words: phrase.split(' '), value })),
  ({ words }) => words[0] ?? '',
);

const readSaid = (sentence: Sentence, at: number): AmountSlot | undefined => {
  for (const { words, value } of lengthsByWord.get(wordAt(sentence, at)) ?? []) {
    if (words.every((part, index) => wordAt(sentence, at + index) === part))
      return { kind: 'months', value, from: at, to: at + words.length };
  }
  if (fullTime.has(wordAt(sentence, at))) return { kind: 'hours', value: fullTimeHours, from: at, to: at + 1 };
  const two = `${wordAt(sentence, at)} ${wordAt(sentence, at + 1)}`;
  return two === 'fuld tid' || two === 'full time'
    ? { kind: 'hours', value: fullTimeHours, from: at, to: at + 2 }
    : undefined;
};

/** Finds prices (DKK a week), hours a week, lengths in weeks and months, ages, and numbers that stand alone. */
export const findAmounts = (sentence: Sentence): AmountSlot[] => {
  const found: AmountSlot[] = [];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const number = readNumber(sentence, at);
    const said = readSaid(sentence, at);
    const article = number !== undefined && sentence.tokens[at]?.kind === 'word' && number.to === at + 1;
    const slot =
      said ??
      (number === undefined
        ? undefined
        : (readPrice(sentence, at, number) ??
          readHours(sentence, at, number) ??
          readDuration(sentence, at, number) ??
          (article ? undefined : { kind: 'number' as const, value: number.value, from: at, to: number.to })));
    if (slot === undefined) continue;
    found.push(slot);
    claim(sentence, slot.from, slot.to);
    at = slot.to - 1;
  }
  return found;
};
