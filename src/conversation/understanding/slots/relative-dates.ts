import { add, type Duration } from '../../../rulebook/calendar.ts';
import { type Sentence, wordAt } from '../sentence.ts';
import { hourWords, ordinals, units, weekdays } from '../vocabulary/time.ts';
import { calendarWord } from './calendar-word.ts';
import { edge, onDay, type Placed, quarter, stretch, weekday, wholeYear } from './date-span.ts';
import { agoWords, inWords, lastWords, nextWords, thisWords, unitsAway } from './date-words.ts';
import { readNumber } from './numbers.ts';

import { integer, isMark, type ReadDate, type Reader, week } from './date-reader.ts';
/** Whole weeks from a weekday to the same weekday: "om 14 dage"; "om otte dage" is a week. */
const weeksAway = (value: number, unit: Duration['unit'] | undefined): number | undefined => {
  if (unit === 'weeks' && Number.isInteger(value)) return value;
  if (unit !== 'days') return undefined;
  return value === 8 ? 1 : value % 7 === 0 ? value / 7 : undefined;
};

/** "A week on Friday", "two weeks from Monday", "a fortnight on Tuesday". */
export const weeksOnWeekday: Reader = (sentence, at) => {
  const count = readNumber(sentence, at);
  if (count === undefined || sentence.language !== 'en') return undefined;
  const fortnight = wordAt(sentence, count.to) === 'fortnight';
  const weeks = fortnight ? 2 * count.value : weeksAway(count.value, units.get(wordAt(sentence, count.to)));
  if (weeks === undefined || !/^(?:on|from)$/.test(wordAt(sentence, count.to + 1))) return undefined;
  const number = calendarWord(sentence, count.to + 2, weekdays);
  // "Three weeks from Monday 5 June" is a length and where it begins.
  if (number === undefined || (wordAt(sentence, count.to + 1) === 'from' && !/^(?:a|one)$/.test(wordAt(sentence, at))))
    return undefined;
  // "By two weeks on Friday"; "six hours a week from Monday".
  const before = sentence.tokens[at - 1];
  if (
    before?.kind === 'number' ||
    /^(?:by|for|with|another|kr|kroner|dkk|once|twice|times|days?)$/.test(before?.word ?? '')
  )
    return undefined;
  if (hourWords.has(before?.word ?? '')) return undefined;
  const placed: Placed = (today) => {
    const { first } = weekday(number, 'ahead')(today, 'ahead');
    return { first: first + 7 * weeks, last: first + 7 * weeks };
  };
  return { placed, to: count.to + 3, wide: false };
};

export const weekdayReader: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  let here = at;
  let which: 'coming' | 'ahead' | 'past' | { weeks: number } = 'coming';
  if (word === 'paa') which = 'ahead';
  else if (nextWords.has(word)) which = { weeks: 1 };
  else if (lastWords.has(word)) which = 'past';
  const qualified = (which !== 'coming' && which !== 'ahead') || word === 'this' || word === 'denne';
  if (qualified || word === 'i' || word === 'paa' || word === 'on' || word === 'paafoelgende') here += 1;
  // "Hver mandag", "om tirsdagen": no day in particular.
  if (/^(?:hver|every|each|om)$/.test(sentence.tokens[here - 1]?.word ?? '')) return undefined;
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
  // "Mandag om en uge", "Monday in two weeks".
  const away = wordAt(sentence, to) === 'om' || fill === 'in' ? readNumber(sentence, to + 1) : undefined;
  const weeks = away === undefined ? undefined : weeksAway(away.value, units.get(wordAt(sentence, away.to)));
  if (away !== undefined && weeks !== undefined) {
    const placed: Placed = (today) => {
      const { first } = weekday(number, 'ahead')(today, 'ahead');
      return { first: first + 7 * weeks, last: first + 7 * weeks };
    };
    return { placed, to: away.to + 1, wide: false };
  }
  const inWeek = week(sentence, relative);
  if (inWeek !== undefined) {
    const placed: Placed = (today, direction) => {
      const day = inWeek.placed(today, direction).first + number - 1;
      return { first: day, last: day };
    };
    return { placed, to: inWeek.to, wide: false };
  }
  if (wordAt(sentence, to) === 'week' && sentence.language === 'en' && which !== 'past')
    return { placed: weekday(number, { weeks: 1 }), to: to + 1, wide: false };
  return { placed: weekday(number, which), to, wide: false, past: which === 'past' };
};

type WideUnit = 'weeks' | 'months' | 'quarters' | 'years';

export const wideUnits: ReadonlyMap<string, WideUnit> = new Map([
  ['uge', 'weeks'],
  ['ugen', 'weeks'],
  ['week', 'weeks'],
  ['maaned', 'months'],
  ['maaneden', 'months'],
  ['md', 'months'],
  ['month', 'months'],
  ['kvartal', 'quarters'],
  ['kvartalet', 'quarters'],
  ['quarter', 'quarters'],
  ['aar', 'years'],
  ['aaret', 'years'],
  ['year', 'years'],
]);

/** "næste uge", "i år", "this quarter"; and the bare "ugen" after the end of something. */
export const relativeStretch: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  const unit = wideUnits.get(wordAt(sentence, at + 1).replace(/'s$/, ''));
  const away = unitsAway(word);
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

/** "Beder om en måned", "reglen om 13 uger": the words after "om" are what is asked or told of, not a day. */
const isAbout = (sentence: Sentence, at: number): boolean =>
  /^(?:bed|bad|spoerg|spurgt|soeg|ansoeg|anmod|oensk|regl|krav|aftal|tale|talt|snak|tilbud|forlaeng|bevilling|spoergsmaal)/.test(
    sentence.tokens[at - 1]?.word ?? '',
  );

/** A length as whole days, weeks, months or years. */
const wholeLength = (value: number, unit: Duration['unit']): Duration | undefined => {
  if (Number.isInteger(value)) return { n: value, unit };
  if (unit === 'years' && Number.isInteger(value * 12)) return { n: value * 12, unit: 'months' };
  return Number.isInteger(value * 7) && unit === 'weeks' ? { n: value * 7, unit: 'days' } : undefined;
};

const fromNow = (sentence: Sentence, at: number): boolean =>
  /^(?:fra nu|from now|from today|fra idag)$/.test(`${wordAt(sentence, at)} ${wordAt(sentence, at + 1)}`) ||
  (wordAt(sentence, at) === 'fra' && wordAt(sentence, at + 1) === 'i' && wordAt(sentence, at + 2) === 'dag');

/** "om 3 uger", "in 3 weeks", "en måned fra nu", "for 2 uger siden", "2 weeks ago". */
export const distance: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  const isAhead = inWords.has(word) && !(word === 'in' && sentence.language === 'da');
  const opener = isAhead || word === 'for' ? 1 : 0;
  const number = readNumber(sentence, at + opener);
  const couple = /^(?:et par|a couple)$/.test(`${wordAt(sentence, at + opener)} ${wordAt(sentence, at + opener + 1)}`);
  if (number === undefined || couple) return undefined;
  const fortnight = wordAt(sentence, number.to) === 'fortnight';
  const unit = fortnight ? 'weeks' : units.get(wordAt(sentence, number.to));
  const duration = unit === undefined ? undefined : wholeLength(fortnight ? number.value * 2 : number.value, unit);
  if (duration === undefined || duration.n > 400) return undefined;
  const after = number.to + 1;
  if (agoWords.has(wordAt(sentence, after)))
    return { placed: onDay(add(sentence.today, duration, -1)), to: after + 1, wide: false, past: true };
  if (fromNow(sentence, after)) {
    const to = wordAt(sentence, after + 1) === 'i' ? after + 3 : after + 2;
    return { placed: onDay(add(sentence.today, duration)), to, wide: false };
  }
  if (!isAhead || sentence.claimed[at] === true || isAbout(sentence, at)) return undefined;
  const tid = wordAt(sentence, after) === 'tid' ? after + 1 : after;
  return { placed: onDay(add(sentence.today, duration)), to: tid, wide: false };
};

const ownUnits: ReadonlyMap<string, WideUnit> = new Map([
  ['ugens', 'weeks'],
  ["week's", 'weeks'],
  ['maanedens', 'months'],
  ["month's", 'months'],
  ['kvartalets', 'quarters'],
  ["quarter's", 'quarters'],
  ['aarets', 'years'],
  ["year's", 'years'],
]);

/** "Ugens frister", "årets mål", "budget for the year": the one that runs. */
export const runningStretch: Reader = (sentence, at) => {
  const own = ownUnits.get(wordAt(sentence, at));
  if (own !== undefined) return { placed: stretch(own, 0), to: at + 1, wide: true };
  if (sentence.tokens[at - 1]?.word !== 'for') return undefined;
  const unit = wordAt(sentence, at) === 'the' ? wordAt(sentence, at + 1) : wordAt(sentence, at);
  const to = wordAt(sentence, at) === 'the' ? at + 2 : at + 1;
  if (unit !== 'aaret' && unit !== 'kvartalet' && (to === at + 1 || (unit !== 'year' && unit !== 'quarter')))
    return undefined;
  return { placed: stretch(unit === 'aaret' || unit === 'year' ? 'years' : 'quarters', 0), to, wide: true };
};

/** "I 2023", "for 2023": a year alone. */
export const bareYear: Reader = (sentence, at) => {
  const year = integer(sentence, at);
  if (year === undefined || year < 2015 || year > 2049) return undefined;
  if (!/^(?:i|for|in|af|of|during|aaret|year|aar)$/.test(sentence.tokens[at - 1]?.word ?? '')) return undefined;
  const after = wordAt(sentence, at + 1);
  return /^(?:kr|kroner|dkk|om|pr|per|a|timer|\/|,-|i)$/.test(after) || units.has(after)
    ? undefined
    : { placed: wholeYear(year), to: at + 1, wide: true };
};

export const yearEnd: Reader = (sentence, at) => {
  const two = `${wordAt(sentence, at)} ${wordAt(sentence, at + 1)}`;
  if (two === 'aarets udgang' || two === 'year end' || two === 'new year' || two === 'aarets slutning')
    return { placed: edge(stretch('years', 0), 'end'), to: at + 2, wide: false, isEnd: true };
  const ends =
    /^(maanedens|ugens|kvartalets) (?:udgang|slutning)$/.exec(two)?.[1] ??
    /^(maaneden|ugen|kvartalet|aaret) ud$/.exec(two)?.[1] ??
    /^(month|week|year)(?:'s|s) end$/.exec(two)?.[1];
  if (ends === undefined) return undefined;
  const unit = /^(?:uge|week)/.test(ends)
    ? 'weeks'
    : /^(?:maaned|month)/.test(ends)
      ? 'months'
      : /^(?:aar|year)/.test(ends)
        ? 'years'
        : 'quarters';
  return { placed: edge(stretch(unit, 0), 'end'), to: at + 2, wide: false, isEnd: true };
};

export const bareStretch = (sentence: Sentence, at: number): ReadDate | undefined => {
  const unit = wideUnits.get(wordAt(sentence, at));
  return unit === undefined ? undefined : { placed: stretch(unit, 0), to: at + 1, wide: true };
};
