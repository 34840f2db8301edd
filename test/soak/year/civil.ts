import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/** The year that is gone through, with Easter, both changes of the clocks, and holidays on most weekdays. */
export const YEAR = 2026;
const ZONE = 'Europe/Copenhagen';

/** Reckoned with libraries of their own, nothing of Makker's. */
const holidays = new Set(
  new Holidays('DK', { timezone: ZONE })
    .getHolidays(YEAR)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10)),
);

/** Every civil day of the year. */
export const DAYS: readonly string[] = Array.from(
  { length: Temporal.PlainDate.from({ year: YEAR, month: 1, day: 1 }).daysInYear },
  (_, nth) => Temporal.PlainDate.from({ year: YEAR, month: 1, day: 1 }).add({ days: nth }).toString(),
);

export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Whether somebody works on a day; `closed` are days of the year (`MM-DD`). */
export const worksOn = (day: string, closed: readonly string[]): boolean =>
  weekdayOf(day) <= 5 && !holidays.has(day) && !closed.includes(day.slice(5));

/** The instant (milliseconds) at which Danish clocks show a time on a day. */
export const instantOf = (day: string, time: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).epochMilliseconds;

const zoned = (instant: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);
export const dayAt = (instant: number): string => zoned(instant).toPlainDate().toString();

/** How many minutes the clocks on the wall show an instant to be after a time of day. */
export const minutesPast = (instant: number, time: string): number => {
  const { hour, minute } = zoned(instant);
  const at = Temporal.PlainTime.from(time);
  return hour * 60 + minute - at.hour * 60 - at.minute;
};

export const isHoliday = (day: string): boolean => holidays.has(day);
