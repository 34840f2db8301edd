import { weekdayOf } from '../../../rulebook/calendar.ts';
import { type Sentence, wordAt } from '../sentence.ts';
import { ordinals, weekdays } from '../vocabulary/time.ts';
import { civilDay, dayAndMonth, onDay, type Placed, type Span } from './date-span.ts';
import { integer, isMark, type Reader, unrealDay, yearAfter } from './date-reader.ts';
import { bareStretch, relativeStretch } from './relative-dates.ts';

const lastWords = new Set(['sidste', 'last', 'seneste']);
const dayWords = new Set(['dag', 'day', 'dato', 'date']);
const workdayWords = new Set(['hverdag', 'arbejdsdag', 'weekday', 'workday']);
const friday = 5;

/** Which of the days it is: the last one, or one counted from the first. */
interface Which {
  nth: number | 'last';
  to: number;
  counted: boolean;
}

const readWhich = (sentence: Sentence, at: number): Which | undefined => {
  const word = wordAt(sentence, at);
  if (lastWords.has(word)) return { nth: 'last', to: at + 1, counted: false };
  const number = integer(sentence, at);
  const nth = number ?? ordinals.get(word);
  if (nth === undefined || nth < 1 || nth > 31) return undefined;
  const marked = isMark(sentence, at + 1, '.') || /^(?:st|nd|rd|th|ste|te|de)$/.test(wordAt(sentence, at + 1));
  return { nth, to: marked ? at + 2 : at + 1, counted: number !== undefined };
};

/** The nth (or last) day of a stretch that fits, "Monday" or any; undefined where it has not so many. */
const dayIn =
  (nth: number | 'last', fits: (day: number) => boolean) =>
  ({ first, last }: Span): Span | undefined => {
    const step = nth === 'last' ? -1 : 1;
    let [day, left] = nth === 'last' ? [last, 1] : [first, nth];
    for (; day >= first && day <= last; day += step) {
      if (fits(day)) left -= 1;
      if (left === 0) return { first: day, last: day };
    }
    return undefined;
  };

/**
 * A day told by its place in a longer stretch: "første mandag i august", "sidste dag i måneden", "d. 1. i næste måned",
 * "the last Friday in June". `month` reads the name of a month.
 */
export const dayWithin =
  (month: Reader): Reader =>
  (sentence, at) => {
    let here = at;
    const article = /^(?:d|den|the)$/.test(wordAt(sentence, here));
    if (article) here += wordAt(sentence, here) === 'd' && isMark(sentence, here + 1, '.') ? 2 : 1;
    const which = readWhich(sentence, here);
    if (which === undefined) return undefined;
    here = which.to;
    const word = wordAt(sentence, here);
    const weekday = weekdays.get(word);
    const isDay = dayWords.has(word);
    const isWorkday = workdayWords.has(word);
    const named = weekday !== undefined || isDay || isWorkday;
    if (named && which.counted && !article && which.to === here && weekday !== undefined) return undefined;
    if (named) here += 1;
    const linked = /^(?:i|in|of|af|paa)$/.test(wordAt(sentence, here));
    if (linked) here += 1;
    // "Sidste juni" is the one that was; "den sidste juni" is its last day.
    if (!linked && (named ? weekday !== undefined || isWorkday : !article || which.nth !== 'last')) return undefined;
    if (!named && which.nth !== 'last' && which.counted && !linked) return undefined;
    if (/^(?:the|den)$/.test(wordAt(sentence, here))) here += 1;
    const inner =
      relativeStretch(sentence, here) ?? month(sentence, here) ?? (linked ? bareStretch(sentence, here) : undefined);
    if (inner?.wide !== true) return undefined;
    const fits = (day: number): boolean =>
      weekday === undefined ? !isWorkday || weekdayOf(day) <= friday : weekdayOf(day) === weekday;
    const find = dayIn(which.nth, fits);
    if (find(inner.placed(sentence.today, 'ahead')) === undefined) return unrealDay(sentence, inner.to);
    const placed: Placed = (today, direction) => {
      const whole = inner.placed(today, direction);
      return find(whole) ?? { first: whole.last, last: whole.last };
    };
    return { placed, to: inner.to, wide: false };
  };

/** Days that have a name of their own. */
const namedDays: ReadonlyMap<string, readonly [day: number, month: number]> = new Map([
  ['jul', [24, 12]],
  ['julen', [24, 12]],
  ['juleaften', [24, 12]],
  ['juleaftensdag', [24, 12]],
  ['christmas', [24, 12]],
  ['xmas', [24, 12]],
  ['nytaar', [31, 12]],
  ['nytaarsaften', [31, 12]],
  ['aarsskiftet', [31, 12]],
  ['aarsskifte', [31, 12]],
  ['year-end', [31, 12]],
  ['grundlovsdag', [5, 6]],
  ['sankthans', [23, 6]],
]);

/** "Jul", "nytår", "Christmas". In English "Jul" is a month. */
export const feast: Reader = (sentence, at) => {
  const word = wordAt(sentence, at);
  const [day, month] = namedDays.get(word) ?? [];
  if (day === undefined || month === undefined) return undefined;
  if (word === 'jul' && (sentence.language === 'en' || isMark(sentence, at + 1, '.'))) return undefined;
  const to = /^(?:eve|day)$/.test(wordAt(sentence, at + 1)) ? at + 2 : at + 1;
  const year = yearAfter(sentence, to);
  const exact = year === undefined ? undefined : civilDay(year.year, month, day);
  const placed = exact === undefined ? dayAndMonth(day, month) : onDay(exact);
  if (placed === undefined) return undefined;
  return { placed, to: year?.to ?? to, wide: false, ...(day === 31 ? { isEnd: true } : {}) };
};
