import { add } from '../../../rulebook/calendar.ts';
import { type Sentence, wordAt } from '../sentence.ts';
import { ordinals, units, weekdays } from '../vocabulary/time.ts';
import { calendarWord } from './calendar-word.ts';
import { edge, onDay, type Placed, quarter, stretch, weekday } from './date-span.ts';
import { agoWords, inWords, lastWords, nextWords, thisWords } from './date-words.ts';
import { readNumber } from './numbers.ts';

import { integer, isMark, type ReadDate, type Reader, week } from './date-reader.ts';
export const weekdayReader: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  let here = at;
  let which: 'coming' | 'past' | { weeks: number } = 'coming';
  if (nextWords.has(word)) which = { weeks: 1 };
  else if (lastWords.has(word)) which = 'past';
  const qualified = which !== 'coming' || word === 'this' || word === 'denne';
  if (qualified || word === 'i' || word === 'paa' || word === 'on' || word === 'paafoelgende') here += 1;
  const dayWord = wordAt(sentence, here);
  const number = calendarWord(sentence, here, weekdays);
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

export const wideUnits: Readonly<Record<string, 'weeks' | 'months' | 'quarters' | 'years'>> = {
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
export const relativeStretch: Reader = (sentence, at) => {
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

export const quarterReader: Reader = (sentence, at) => {
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
export const distance: Reader = (sentence, at) => {
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

export const yearEnd: Reader = (sentence, at) => {
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

export const bareStretch = (sentence: Sentence, at: number): ReadDate | undefined => {
  const unit = wideUnits[wordAt(sentence, at)];
  return unit === undefined ? undefined : { placed: stretch(unit, 0), to: at + 1, wide: true };
};
