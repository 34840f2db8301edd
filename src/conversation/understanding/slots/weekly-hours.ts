import { claim, type Sentence, wordAt } from '../sentence.ts';
import { hourWords, weekdays } from '../vocabulary/time.ts';
import type { AmountSlot } from './amount-slot.ts';
import { type ReadNumber, readNumber } from './numbers.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const dayWords = words(
  'dage dag days day gange gang times hverdage weekdays formiddage eftermiddage mornings afternoons',
);
/** Between the hours of a day and its days: "5 timer, 3 dage", "6 hours on two days". */
const links = words(', og and paa on x * gange times i in a');
/** Said of hours that are one day's. */
const eachTime: readonly (readonly string[])[] = [
  'om dagen',
  'pr dag',
  'pr . dag',
  'per dag',
  'per day',
  'a day',
  'each day',
  'every day',
  'hver dag',
  'hver gang',
  'pr gang',
  'pr . gang',
  'per gang',
  'ad gangen',
  'each time',
  'every time',
  'at a time',
  'hver',
  'each',
  'dagligt',
  'daglig',
  'daily',
].map((phrase) => phrase.split(' '));
const weekly: readonly (readonly string[])[] = [
  'om ugen',
  'i ugen',
  'pr uge',
  'pr . uge',
  'per uge',
  '/ uge',
  'hver uge',
  'a week',
  'per week',
  'each week',
  'every week',
  'ugentligt',
  'weekly',
].map((phrase) => phrase.split(' '));
/** From here on, the hours are rather the week's than a day's, where nothing tells. */
const longDay = 8;
const mostDays = 7;

const past = (sentence: Sentence, at: number, phrases: readonly (readonly string[])[]): number => {
  for (const phrase of phrases)
    if (phrase.every((word, index) => wordAt(sentence, at + index) === word)) return at + phrase.length;
  return at;
};

interface Counted {
  count: number;
  to: number;
  /** Weekdays by name. */
  named: boolean;
}

/** "mandag, onsdag og fredag", "mandag-torsdag". */
const readWeekdays = (sentence: Sentence, from: number): Counted | undefined => {
  const [start, end, ...more] = wordAt(sentence, from)
    .split('-')
    .map((part) => (part === 'man' ? 1 : weekdays.get(part)));
  if (start !== undefined && end !== undefined && end > start && more.length === 0)
    return { count: end - start + 1, to: from + 1, named: true };
  const dayAt = (at: number): number | undefined => weekdays.get(wordAt(sentence, at).replace(/(?:e|ene|s)$/, ''));
  const first = dayAt(from);
  if (first === undefined) return undefined;
  let [count, here, last] = [1, from + 1, first];
  for (;;) {
    const joined = wordAt(sentence, here) === ',' && /^(?:og|and)$/.test(wordAt(sentence, here + 1)) ? here + 1 : here;
    const bridge = wordAt(sentence, joined);
    const next = dayAt(joined + 1);
    if (next === undefined || count >= mostDays) return { count, to: here, named: true };
    if (/^(?:-|–|til|to)$/.test(bridge) && next > last) count += next - last;
    else if (/^(?:,|og|and|&|\+|samt|\/)$/.test(bridge)) count += 1;
    else return { count, to: here, named: true };
    [here, last] = [joined + 2, next];
  }
};

/** "3 dage om ugen", or weekdays by name. */
const readDays = (sentence: Sentence, from: number): Counted | undefined => {
  const named = readWeekdays(sentence, from);
  if (named !== undefined) return named;
  const number = readNumber(sentence, from);
  if (number === undefined || !Number.isInteger(number.value) || number.value > mostDays) return undefined;
  if (!dayWords.has(wordAt(sentence, number.to))) return undefined;
  return { count: number.value, to: past(sentence, number.to + 1, weekly), named: false };
};

/** A number of hours, and whether they are said to be one day's. */
const readHours = (sentence: Sentence, from: number): (ReadNumber & { daily: boolean }) | undefined => {
  const number = readNumber(sentence, from);
  if (number === undefined || number.value > 24 || !hourWords.has(wordAt(sentence, number.to))) return undefined;
  const to = past(sentence, number.to + 1, eachTime);
  return { value: number.value, to, daily: to > number.to + 1 };
};

const skipLinks = (sentence: Sentence, from: number): number => {
  let at = from;
  while (at < from + 2 && links.has(wordAt(sentence, at))) at += 1;
  return at;
};

type DayByDay = (sentence: Sentence, from: number) => (ReadNumber & { named: boolean; count: number }) | undefined;

/** "4 timer tirsdag", "5 timer 3 dage om ugen": a day's hours and its days, in this order. */
const hoursThenDays: DayByDay = (sentence, from) => {
  const hours = readHours(sentence, from);
  if (hours === undefined) return undefined;
  const days = readDays(sentence, skipLinks(sentence, hours.to));
  if (days === undefined || (!hours.daily && hours.value > longDay)) return undefined;
  const again = past(sentence, days.to, eachTime);
  return { value: hours.value * days.count, to: past(sentence, again, weekly), named: days.named, count: days.count };
};

/** "mandag og onsdag, 4 timer hver gang", "3 dage om ugen à 5 timer": the days, and then a day's hours. */
const daysThenHours: DayByDay = (sentence, from) => {
  const days = readDays(sentence, from);
  if (days === undefined || (days.count < 2 && !days.named)) return undefined;
  let here = days.to;
  let linked = false;
  for (; here < days.to + 3; here += 1) {
    const word = wordAt(sentence, here);
    if (/^(?:a|af|of|med|with|@)$/.test(word)) linked = true;
    else if (!/^(?:,|:|-|–|i|for|begge|alle|both)$/.test(word)) break;
  }
  const hours = readHours(sentence, here);
  if (hours === undefined || past(sentence, hours.to, weekly) > hours.to) return undefined;
  const perDay = hours.daily || linked || (days.named && hours.value <= longDay && here <= days.to + 1);
  return perDay ? { value: hours.value * days.count, to: hours.to, named: days.named, count: days.count } : undefined;
};

/** "…, altså 12": what it comes to, said again. */
const pastTotal = (sentence: Sentence, from: number, total: number): number => {
  let at = from;
  while (
    at < from + 4 &&
    /^(?:,|so|saa|altsaa|dvs|i|alt|in|all|total|=|that's|makes|det|er|–|-|\(|som|is)$/.test(wordAt(sentence, at))
  )
    at += 1;
  const number = at === from ? undefined : readNumber(sentence, at);
  if (number?.value !== total) return from;
  return hourWords.has(wordAt(sentence, number.to)) ? number.to + 1 : number.to;
};

/** "2 x 4 timer om ugen". */
const timesHours = (sentence: Sentence, from: number): ReadNumber | undefined => {
  const times = readNumber(sentence, from);
  if (times === undefined || times.value > mostDays || !/^(?:x|\*|×)$/.test(wordAt(sentence, times.to)))
    return undefined;
  const hours = readHours(sentence, times.to + 1);
  return hours === undefined ? undefined : { value: times.value * hours.value, to: past(sentence, hours.to, weekly) };
};

/** Hours on single days as the week's: "4 timer tirsdag og 6 timer torsdag" are ten. */
const dayByDay = (sentence: Sentence, from: number, read: DayByDay): ReadNumber | undefined => {
  const first = read(sentence, from);
  if (first === undefined) return undefined;
  let { value, to, count } = first;
  for (let parts = 1; ; parts += 1) {
    // A week has no more days: whatever this is, it is none.
    if (parts > mostDays) return { value: Infinity, to };
    const bridge = skipLinks(sentence, to);
    const next = first.named && bridge > to ? read(sentence, bridge) : undefined;
    if (next === undefined) break;
    value += next.value;
    count += next.count;
    to = next.to;
  }
  // One weekday beside some hours may be the day on which it begins.
  return first.named && count === 1 ? undefined : { value, to };
};

const readWeek = (sentence: Sentence, from: number): ReadNumber | undefined =>
  dayByDay(sentence, from, daysThenHours) ?? timesHours(sentence, from) ?? dayByDay(sentence, from, hoursThenDays);

/** Where a list of weekdays ends that begins at a place; the place itself where there is none. */
const listed = (sentence: Sentence, from: number): number => {
  const days = readWeekdays(sentence, from);
  if (days === undefined || days.count < 2) return from;
  const bare = sentence.tokens.slice(from, days.to).every(({ kind, word }) => kind === 'word' || word === ',');
  return bare ? days.to : from;
};

/** The hours a week that are told day by day. They are looked for before dates: their weekdays are none. */
export const findWeeklyHours = (sentence: Sentence): AmountSlot[] => {
  if (!sentence.tokens.some(({ word }) => hourWords.has(word))) return [];
  const found: AmountSlot[] = [];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const read = readWeek(sentence, at);
    if (read?.value === Infinity) {
      at = read.to - 1;
      continue;
    }
    if (read === undefined || read.value > 168) {
      // "25 timer fordelt på mandag, onsdag og fredag": days of every week, and no dates.
      const days = listed(sentence, at);
      if (days > at) claim(sentence, at, days);
      continue;
    }
    const to = pastTotal(sentence, read.to, read.value);
    found.push({ kind: 'hours', value: read.value, from: at, to });
    claim(sentence, at, to);
    at = to - 1;
  }
  return found;
};
