import {
  addMonths,
  type Day,
  dayOf,
  firstDayOfMonth,
  isoOf,
  monthIndexOf,
  weekdayOf,
} from '../../../rulebook/calendar.ts';

/**
 * Where a date without a year is looked for: ahead, behind, near (four months back, eight ahead), or where something is
 * told to have happened: behind, but not a year back what lies closer ahead.
 */
export type Direction = 'ahead' | 'behind' | 'near' | 'happened';

/** A stretch of days, both inside. A single day is a stretch of one. */
export interface Span {
  first: Day;
  last: Day;
}

/** A date as written, to be placed in time once its part in the sentence is known. */
export type Placed = (today: Day, direction: Direction) => Span;

const one = (day: Day): Span => ({ first: day, last: day });
const backNear = 125;
const halfYear = 183;

const looksBack = (direction: Direction): boolean => direction === 'behind' || direction === 'happened';

const yearOf = (day: Day): number => Number(isoOf(day).slice(0, 4));

/** The stretch among this year's, last year's and next year's that fits the direction. */
const pick = (today: Day, direction: Direction, inYear: (year: number) => Span | undefined): Span => {
  const year = yearOf(today);
  const years = looksBack(direction)
    ? [year + 1, year, year - 1, year - 2, year - 3, year - 4]
    : [year - 1, year, year + 1, year + 2, year + 3, year + 4];
  const fits = (span: Span): boolean =>
    looksBack(direction)
      ? span.first <= today + (direction === 'happened' ? halfYear : 0)
      : direction === 'ahead'
        ? span.last >= today
        : span.last >= today - backNear;
  for (const candidate of years) {
    const span = inYear(candidate);
    if (span !== undefined && fits(span)) return span;
  }
  return inYear(year) ?? one(today);
};

/** A day that exists, or undefined. */
export const civilDay = (year: number, month: number, day: number): Day | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2200) return undefined;
  const first = firstDayOfMonth(year * 12 + month - 1);
  const found = first + day - 1;
  return found < addMonths(first, 1) ? found : undefined;
};

/** Two-digit years from here on are the last century's. */
const lastCentury = 50;
export const fullYear = (year: number): number => (year >= 100 ? year : year < lastCentury ? 2000 + year : 1900 + year);

export const onDay =
  (day: Day): Placed =>
  () =>
    one(day);

/** Day and month, the year open. Undefined when no year has that day. */
export const dayAndMonth = (day: number, month: number): Placed | undefined => {
  if (civilDay(2024, month, day) === undefined) return undefined;
  return (today, direction) =>
    pick(today, direction, (year) => {
      const found = civilDay(year, month, day);
      return found === undefined ? undefined : one(found);
    });
};

/** The next (or, behind, the latest) day with this number. */
export const dayOfMonth =
  (number: number): Placed =>
  (today, direction) => {
    const month = monthIndexOf(today);
    const step = looksBack(direction) ? -1 : 1;
    for (let away = 0; away < 13; away += 1) {
      const index = month + away * step;
      const day = civilDay(Math.floor(index / 12), (index % 12) + 1, number);
      if (day !== undefined && (looksBack(direction) ? day <= today : day >= today)) return one(day);
    }
    return one(today);
  };

const monthSpan = (index: number): Span => ({ first: firstDayOfMonth(index), last: firstDayOfMonth(index + 1) - 1 });

export const wholeMonth =
  (month: number, year?: number): Placed =>
  (today, direction) =>
    year === undefined
      ? pick(today, direction, (candidate) => monthSpan(candidate * 12 + month - 1))
      : monthSpan(year * 12 + month - 1);

const weekSpan = (year: number, week: number): Span | undefined => {
  const fourth = dayOf(`${String(year).padStart(4, '0')}-01-04`);
  const first = fourth - weekdayOf(fourth) + 1 + 7 * (week - 1);
  return week === 53 && yearOf(first + 3) !== year ? undefined : { first, last: first + 6 };
};

/** Whether a year has a week of the number; only a 53rd is ever missing. */
export const hasWeek = (year: number, week: number): boolean => week !== 53 || weekSpan(year, week) !== undefined;

/** ISO week: its Monday is the start, its Sunday the end. */
export const wholeWeek = (week: number, year?: number): Placed | undefined => {
  if (week < 1 || week > 53) return undefined;
  return (today, direction) =>
    (year === undefined ? undefined : weekSpan(year, week)) ??
    pick(today, direction, (candidate) => weekSpan(candidate, week));
};

export const quarter = (number: number, year?: number): Placed | undefined => {
  if (number < 1 || number > 4) return undefined;
  const span = (of: number): Span => ({
    first: firstDayOfMonth(of * 12 + 3 * (number - 1)),
    last: firstDayOfMonth(of * 12 + 3 * number) - 1,
  });
  return (today, direction) => (year === undefined ? pick(today, direction, span) : span(year));
};

/** This week, month, quarter or year, or the one `away` from it. */
export const stretch =
  (unit: 'weeks' | 'months' | 'quarters' | 'years', away: number): Placed =>
  (today) => {
    const month = monthIndexOf(today);
    switch (unit) {
      case 'weeks': {
        const first = today - weekdayOf(today) + 1 + 7 * away;
        return { first, last: first + 6 };
      }
      case 'months':
        return monthSpan(month + away);
      case 'quarters': {
        const start = month - (month % 3) + 3 * away;
        return { first: firstDayOfMonth(start), last: firstDayOfMonth(start + 3) - 1 };
      }
      case 'years': {
        const start = month - (month % 12) + 12 * away;
        return { first: firstDayOfMonth(start), last: firstDayOfMonth(start + 12) - 1 };
      }
    }
  };

export const wholeYear = (year: number): Placed => {
  const first = firstDayOfMonth(year * 12);
  return () => ({ first, last: firstDayOfMonth(year * 12 + 12) - 1 });
};

/** A weekday: the coming one (never today; `ahead` whatever is told), that of the last seven days, or that of the week `weeks` away. */
export const weekday =
  (number: number, which: 'coming' | 'ahead' | 'past' | { weeks: number }): Placed =>
  (today, direction) => {
    const monday = today - weekdayOf(today) + 1;
    if (typeof which === 'object') return one(monday + 7 * which.weeks + number - 1);
    const inWeek = monday + number - 1;
    const coming = which === 'ahead' || (which === 'coming' && !looksBack(direction));
    if (coming) return one(inWeek > today ? inWeek : inWeek + 7);
    return one(inWeek < today ? inWeek : inWeek - 7);
  };

/** Its first day, middle day (the 15th of a month) or last day. */
export const edge =
  (placed: Placed, which: 'start' | 'middle' | 'end'): Placed =>
  (today, direction) => {
    const { first, last } = placed(today, direction);
    return one(
      which === 'start'
        ? first
        : which === 'end'
          ? last
          : first + (last - first > 26 && last - first < 31 ? 14 : Math.floor((last - first) / 2)),
    );
  };
