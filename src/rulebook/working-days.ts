import { fromCivil, isoOf, weekdayOf, type Day } from './calendar.ts';

/** Easter Sunday of a year (the anonymous Gregorian computus). */
const easterOf = (year: number): Day => {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return fromCivil(year, 3, 28 + moon - weekday);
};

/** The last year in which the fourth Friday after Easter (store bededag) was a public holiday. */
const LAST_PRAYER_DAY = 2023;

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
const aroundEaster = [-3, -2, 0, 1, 39, 49, 50];
const PRAYER_DAY = 26;

const holidaysOf = (year: number): Set<Day> => {
  const easter = easterOf(year);
  const moving = [...aroundEaster, ...(year <= LAST_PRAYER_DAY ? [PRAYER_DAY] : [])].map((days) => easter + days);
  return new Set([fromCivil(year, 1, 1), ...moving, fromCivil(year, 12, 25), fromCivil(year, 12, 26)]);
};

/**
 * Whether a day is a Danish public holiday by law. 1 May, 5 June, 24 and 31 December are none: a municipality that is
 * closed on them lists them among its closing days.
 */
export const isPublicHoliday = (day: Day): boolean => holidaysOf(Number(isoOf(day).slice(0, 4))).has(day);

/** Whether people work on a day: no Saturday, Sunday, public holiday or closing day ("MM-DD" every year, or a date). */
export const isWorkingDay = (day: Day, closingDays: readonly string[] = []): boolean => {
  if (weekdayOf(day) >= 6 || isPublicHoliday(day)) return false;
  const iso = isoOf(day);
  return !closingDays.some((closed) => closed === iso || closed === iso.slice(5));
};

/** The first working day after a day. */
export const nextWorkingDay = (day: Day, closingDays: readonly string[] = []): Day => {
  let next = day + 1;
  while (!isWorkingDay(next, closingDays)) next += 1;
  return next;
};
