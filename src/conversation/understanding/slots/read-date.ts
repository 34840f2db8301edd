import { add } from '../../../rulebook/calendar.ts';
import { type Sentence, wordAt } from '../sentence.ts';
import { months, ordinals, units, weekdays } from '../vocabulary/time.ts';
import {
  civilDay,
  dayAndMonth,
  dayOfMonth,
  edge,
  fullYear,
  onDay,
  type Placed,
  quarter,
  stretch,
  weekday,
  wholeMonth,
  wholeWeek,
} from './date-span.ts';
import {
  agoWords,
  endWords,
  inWords,
  lastWords,
  middleWords,
  namedDays,
  nextWords,
  ofWords,
  startWords,
  thisWords,
} from './date-words.ts';
import { readNumber } from './numbers.ts';

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

type Reader = (sentence: Sentence, at: number) => ReadDate | undefined;

const integer = (sentence: Sentence, at: number): number | undefined => {
  const token = sentence.tokens[at];
  return token?.kind === 'number' && sentence.claimed[at] !== true && /^\d{1,4}$/.test(token.raw)
    ? Number(token.raw)
    : undefined;
};
const isMark = (sentence: Sentence, at: number, mark: string): boolean => sentence.tokens[at]?.raw === mark;

/** A year after a date: 2023, or '23. */
const yearAfter = (sentence: Sentence, at: number): { year: number; to: number } | undefined => {
  const quoted = isMark(sentence, at, "'") || isMark(sentence, at, '’') || isMark(sentence, at, ',') ? 1 : 0;
  const number = integer(sentence, at + quoted);
  if (number === undefined) return undefined;
  if (number >= 1900 && number <= 2200) return { year: number, to: at + quoted + 1 };
  return quoted === 1 && !isMark(sentence, at, ',') && number < 100
    ? { year: fullYear(number), to: at + 2 }
    : undefined;
};

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
  return months.get(word);
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

/** "August 31", and a month alone. */
const month: Reader = (sentence, at) => {
  const number = monthAt(sentence, at);
  if (number === undefined) return undefined;
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

const week: Reader = (sentence, at) => {
  if (!/^(?:uge|week|wk|uges)$/.test(wordAt(sentence, at))) return undefined;
  const skip = /^(?:nr|no|nummer)$/.test(wordAt(sentence, at + 1)) ? (isMark(sentence, at + 2, '.') ? 2 : 1) : 0;
  const number = integer(sentence, at + 1 + skip);
  const year = yearAfter(sentence, at + 2 + skip);
  const placed = number === undefined ? undefined : wholeWeek(number, year?.year);
  return placed === undefined ? undefined : { placed, to: year?.to ?? at + 2 + skip, wide: true };
};

const weekdayReader: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  let here = at;
  let which: 'coming' | 'past' | { weeks: number } = 'coming';
  if (nextWords.has(word)) which = { weeks: 1 };
  else if (lastWords.has(word)) which = 'past';
  const qualified = which !== 'coming' || word === 'this' || word === 'denne';
  if (qualified || word === 'i' || word === 'paa' || word === 'on' || word === 'paafoelgende') here += 1;
  const dayWord = wordAt(sentence, here);
  const number = weekdays.get(dayWord);
  if (number === undefined) return undefined;
  if (dayWord.length <= 3 && !isMark(sentence, here + 1, '.') && sentence.language === 'da' && dayWord !== 'fre')
    return undefined;
  if (dayWord === 'sat' || dayWord === 'sun' || dayWord === 'mon')
    if (sentence.tokens[here]?.capital !== true) return undefined;
  if (word === 'i' && dayWord.endsWith('gs')) which = 'past';
  let to = here + 1;
  const fill = wordAt(sentence, to);
  const relative = fill === 'i' || fill === 'in' || fill === 'of' ? to + 1 : to;
  const of = wordAt(sentence, relative);
  if (/^(?:uge|week|ugen)$/.test(wordAt(sentence, relative + 1))) {
    if (nextWords.has(of)) [which, to] = [{ weeks: 1 }, relative + 2];
    else if (lastWords.has(of)) [which, to] = [{ weeks: -1 }, relative + 2];
    else if (thisWords.has(of)) [which, to] = [{ weeks: 0 }, relative + 2];
  }
  const inWeek = week(sentence, relative);
  if (inWeek !== undefined) {
    const placed: Placed = (today, direction) => {
      const day = inWeek.placed(today, direction).first + number - 1;
      return { first: day, last: day };
    };
    return { placed, to: inWeek.to, wide: false };
  }
  if (wordAt(sentence, to) === 'week' && sentence.language === 'en' && which === 'coming')
    return { placed: weekday(number, { weeks: 1 }), to: to + 1, wide: false };
  return { placed: weekday(number, which), to, wide: false, past: which === 'past' };
};

const wideUnits: Readonly<Record<string, 'weeks' | 'months' | 'quarters' | 'years'>> = {
  uge: 'weeks',
  ugen: 'weeks',
  week: 'weeks',
  maaned: 'months',
  maaneden: 'months',
  md: 'months',
  month: 'months',
  kvartal: 'quarters',
  kvartalet: 'quarters',
  quarter: 'quarters',
  aar: 'years',
  aaret: 'years',
  year: 'years',
};

/** "næste uge", "i år", "this quarter"; and the bare "ugen" after the end of something. */
const relativeStretch: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  const unit = wideUnits[wordAt(sentence, at + 1)];
  const away = nextWords.has(word)
    ? 1
    : lastWords.has(word)
      ? -1
      : thisWords.has(word) || word === 'dette'
        ? 0
        : undefined;
  if (unit !== undefined && away !== undefined && !(word === 'i' && unit !== 'years')) {
    const numbered = unit === 'weeks' && integer(sentence, at + 2) !== undefined;
    return numbered ? undefined : { placed: stretch(unit, away), to: at + 2, wide: true, past: away < 0 };
  }
  return undefined;
};

const quarterReader: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  const number = integer(sentence, at);
  const dot = isMark(sentence, at + 1, '.') ? 1 : 0;
  const q = word === 'q' ? integer(sentence, at + 1) : undefined;
  const wordNumber = ordinals.get(word);
  const counted = /^(?:kvartal|kvartalet|quarter|kv)$/.test(wordAt(sentence, at + 1 + dot))
    ? (number ?? wordNumber)
    : undefined;
  const found = q ?? counted;
  const placed = found === undefined ? undefined : quarter(found);
  return placed === undefined ? undefined : { placed, to: at + 2 + (q === undefined ? dot : 0), wide: true };
};

/** "om 3 uger", "in 3 weeks", "for 2 uger siden", "2 weeks ago". */
const distance: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  const opener = inWords.has(word) && !(word === 'in' && sentence.language === 'da') ? 1 : word === 'for' ? 1 : 0;
  const number = readNumber(sentence, at + opener);
  const couple = /^(?:et par|a couple)$/.test(`${wordAt(sentence, at + opener)} ${wordAt(sentence, at + opener + 1)}`);
  if (number === undefined || couple) return undefined;
  const unit = units.get(wordAt(sentence, number.to));
  if (unit === undefined || !Number.isInteger(number.value) || number.value > 400) return undefined;
  const duration = { n: number.value, unit };
  if (agoWords.has(wordAt(sentence, number.to + 1)))
    return { placed: onDay(add(sentence.today, duration, -1)), to: number.to + 2, wide: false, past: true };
  if (!inWords.has(word) || opener === 0) return undefined;
  if (sentence.claimed[at] === true) return undefined;
  return { placed: onDay(add(sentence.today, duration)), to: number.to + 1, wide: false };
};

const yearEnd: Reader = (sentence, at) => {
  const two = `${wordAt(sentence, at)} ${wordAt(sentence, at + 1)}`;
  if (/^(?:aarsskiftet|nytaar|aarsskifte|nytaarsaften|year-end)$/.test(wordAt(sentence, at)))
    return { placed: edge(stretch('years', 0), 'end'), to: at + 1, wide: false, isEnd: true };
  if (two === 'aarets udgang' || two === 'year end' || two === 'new year' || two === 'aarets slutning')
    return { placed: edge(stretch('years', 0), 'end'), to: at + 2, wide: false, isEnd: true };
  const ends = /^(maanedens|ugens|kvartalets) (?:udgang|slutning)$/.exec(two)?.[1];
  if (ends === undefined) return undefined;
  const unit = ends === 'ugens' ? 'weeks' : ends === 'maanedens' ? 'months' : 'quarters';
  return { placed: edge(stretch(unit, 0), 'end'), to: at + 2, wide: false, isEnd: true };
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

const bareStretch = (sentence: Sentence, at: number): ReadDate | undefined => {
  const unit = wideUnits[wordAt(sentence, at)];
  return unit === undefined ? undefined : { placed: stretch(unit, 0), to: at + 1, wide: true };
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
