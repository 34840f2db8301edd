import { type Sentence, wordAt } from '../sentence.ts';
import { numeralsDa, numeralsEn, units } from '../vocabulary/time.ts';
import type { AmountSlot } from './amount-slot.ts';
import { type ReadNumber, readNumber } from './numbers.ts';

type Unit = 'days' | 'weeks' | 'months' | 'years';
interface Length {
  kind: 'weeks' | 'months' | 'age';
  value: number;
}

const fortnights = new Set(['fortnight', 'fortnights', 'fortnightly']);
const halfYears = new Set(['halvaar', 'halvaars', 'halvaarig', 'halvaarigt']);
const quarters = new Set(['kvartal', 'kvartaler', 'kvartals', 'quarter', 'quarters']);
/** Between a number and what it counts: "3 hele uger", "two more months". */
const between =
  /^(?:more|flere|hele|ekstra|additional|further|extra|yderligere|full|mere|whole|fulde|gode|calendar|sammenhaengende)$/;
const mostYears = 5;
const longest = 600;

const lengthOf = (value: number, unit: Unit): Length | undefined => {
  if (value <= 0 || value > longest) return undefined;
  switch (unit) {
    case 'days':
      return value % 7 === 0 ? { kind: 'weeks', value: value / 7 } : undefined;
    case 'weeks':
    case 'months':
      return { kind: unit, value };
    case 'years':
      return value > mostYears ? { kind: 'age', value } : { kind: 'months', value: value * 12 };
  }
};

/** The last part of words as "six-week", "seks-ugers", "tremåneders", "toårigt". */
const lastParts: readonly (readonly [RegExp, Unit])[] = [
  [/-?(?:dages|dags)$|-day$/, 'days'],
  [/-?(?:ugers|uges|uger)$|-weeks?$/, 'weeks'],
  [/-?(?:maaneders|maaneds)$|-months?$/, 'months'],
  [/-?(?:aars|aarig|aarigt|aarige)$|-years?$/, 'years'],
];

/** A length in one word. */
const inOneWord = (word: string): Length | undefined => {
  if (word.length < 5) return undefined;
  for (const [ending, unit] of lastParts) {
    const cut = word.search(ending);
    if (cut < 2) continue;
    const number = numeralsDa.get(word.slice(0, cut)) ?? numeralsEn.get(word.slice(0, cut));
    if (number !== undefined) return lengthOf(number, unit);
  }
  return undefined;
};

/** "A month and a half": the half stands after what is counted. */
const halfAfter = (sentence: Sentence, at: number): ReadNumber | undefined =>
  /^(?:and|og)$/.test(wordAt(sentence, at)) &&
  /^(?:a|en|et)$/.test(wordAt(sentence, at + 1)) &&
  /^(?:half|halv|halvt)$/.test(wordAt(sentence, at + 2))
    ? { value: 0.5, to: at + 3 }
    : undefined;

const counted = (word: string): { times: number; unit: Unit } | undefined => {
  if (fortnights.has(word)) return { times: 2, unit: 'weeks' };
  if (halfYears.has(word)) return { times: 6, unit: 'months' };
  if (quarters.has(word)) return { times: 3, unit: 'months' };
  const unit = units.get(word);
  return unit === undefined ? undefined : { times: 1, unit };
};

/** What is counted after a number: how much of which unit, and where it ends. */
const readCounted = (sentence: Sentence, number: ReadNumber): { length: Length; to: number } | undefined => {
  let here = number.to;
  if (wordAt(sentence, here) === '-' || between.test(wordAt(sentence, here))) here += 1;
  // "Tre kvart år".
  const quarter = /^(?:kvart)$/.test(wordAt(sentence, here)) && units.get(wordAt(sentence, here + 1)) === 'years';
  if (quarter) {
    const months = lengthOf(number.value * 3, 'months');
    return months === undefined ? undefined : { length: months, to: here + 2 };
  }
  const found = counted(wordAt(sentence, here));
  if (found === undefined) return undefined;
  const half = halfAfter(sentence, here + 1);
  const length = lengthOf((number.value + (half?.value ?? 0)) * found.times, found.unit);
  return length === undefined ? undefined : { length, to: half?.to ?? here + 1 };
};

/** Whether hours were spoken of shortly before: "two hours of mentoring a week" tells no length. */
const isRate = (sentence: Sentence, at: number): boolean => {
  if (!/^(?:a|en|per|each)$/.test(sentence.tokens[at]?.word ?? '') || wordAt(sentence, at + 1) !== 'week') return false;
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1)
    if (/^(?:hours?|hrs|timer)$/.test(sentence.tokens[back]?.word ?? '')) return true;
  return false;
};

/** A length in weeks or months, or an age, at a place: "3 uger", "halvandet år", "a year and a half", "six-week". */
export const readLength = (sentence: Sentence, at: number, number: ReadNumber | undefined): AmountSlot | undefined => {
  const word = wordAt(sentence, at);
  const one = number === undefined ? inOneWord(word) : undefined;
  if (one !== undefined) return { ...one, from: at, to: at + 1 };
  if (halfYears.has(word)) return { kind: 'months', value: 6, from: at, to: at + 1 };
  if (word === 'fortnight') return { kind: 'weeks', value: 2, from: at, to: at + 1 };
  const again = word === 'another' || word === 'endnu' ? (readNumber(sentence, at + 1) ?? number) : number;
  if (again === undefined || isRate(sentence, at)) return undefined;
  const read = readCounted(sentence, again);
  if (read === undefined || /^(?:siden|ago)$/.test(wordAt(sentence, read.to))) return undefined;
  if (/^(?:gammel|gamle|old|gl)$/.test(wordAt(sentence, read.to)))
    return { kind: 'age', value: again.value, from: at, to: read.to + 1 };
  return { ...read.length, from: at, to: read.to };
};
