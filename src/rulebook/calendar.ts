/**
 * Civil dates as integers: days since 1970-01-01 in the proleptic Gregorian calendar. No time zones, no `Date`.
 * What a month, a week and a period from a day mean stands here and nowhere else.
 */
export type Day = number;

export type DurationUnit = 'days' | 'weeks' | 'months' | 'years';
/** A length in the units a source speaks of; a month is not thirty days. */
export interface Duration {
  n: number;
  unit: DurationUnit;
}

interface Civil {
  year: number;
  month: number;
  day: number;
}

/** Days from 1970-01-01 to a civil date (Hinnant's algorithm, valid for every year used here). */
export const fromCivil = (year: number, month: number, day: number): Day => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const toCivil = (days: Day): Civil => {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLength = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

const digit = (iso: string, at: number): number => iso.charCodeAt(at) - 48;

/** The day of an ISO date `YYYY-MM-DD`, which must be well-formed (the edge checks it). */
export const dayOf = (iso: string): Day =>
  fromCivil(
    digit(iso, 0) * 1000 + digit(iso, 1) * 100 + digit(iso, 2) * 10 + digit(iso, 3),
    digit(iso, 5) * 10 + digit(iso, 6),
    digit(iso, 8) * 10 + digit(iso, 9),
  );

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** A day as ISO `YYYY-MM-DD`. */
export const isoOf = (day: Day): string => {
  const civil = toCivil(day);
  const year = civil.year >= 1000 ? `${civil.year}` : String(civil.year).padStart(4, '0');
  return `${year}-${two(civil.month)}-${two(civil.day)}`;
};

/** N months later (earlier if negative); where the day number does not exist, the last day of that month. */
export const addMonths = (day: Day, months: number): Day => {
  const civil = toCivil(day);
  const index = civil.year * 12 + (civil.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return fromCivil(year, month, Math.min(civil.day, monthLength(year, month)));
};

/** The day a duration after another (before it, with `sign` −1); months and years clamped to the month's last day. */
export const add = (day: Day, duration: Duration, sign: 1 | -1 = 1): Day => {
  const n = duration.n * sign;
  switch (duration.unit) {
    case 'days':
      return day + n;
    case 'weeks':
      return day + 7 * n;
    case 'months':
      return addMonths(day, n);
    case 'years':
      return addMonths(day, 12 * n);
  }
};

/**
 * The last day of a period that begins on `start`, both days inside: 13 weeks are 91 days; N months end the day before
 * the same day number, or, where the target month has no such day, on its last day (30 Nov + 3 months: 28 or 29 Feb).
 */
export const lastDayOfPeriod = (start: Day, duration: Duration): Day => {
  const after = add(start, duration);
  const byMonths = duration.unit === 'months' || duration.unit === 'years';
  return byMonths && toCivil(after).day !== toCivil(start).day ? after : after - 1;
};

/** Whole years of age on a day: the birthday itself counts; born on 29 February, 28 February does in a common year. */
export const ageOn = (birth: Day, day: Day): number => {
  const born = toCivil(birth);
  const years = toCivil(day).year - born.year;
  return addMonths(birth, 12 * years) <= day ? years : years - 1;
};

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The number of a day's month since year 0, so that months can be counted: 2023-05 is 24280. */
export const monthIndexOf = (day: Day): number => {
  const civil = toCivil(day);
  return civil.year * 12 + civil.month - 1;
};

/** The first day of the month with this index. */
export const firstDayOfMonth = (monthIndex: number): Day =>
  fromCivil(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 1);
