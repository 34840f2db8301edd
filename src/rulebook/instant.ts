import { dayOf, fromCivil, isoOf, weekdayOf, type Day } from './calendar.ts';

/** A moment as Danish clocks show it: the civil day and the milliseconds since its midnight. */
export interface LocalTime {
  day: Day;
  ms: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A civil day by the clock; the two days a year on which it is longer or shorter are Sundays. */
export const DAY_MS = 24 * HOUR;

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** Milliseconds since 1970-01-01T00:00Z of an ISO 8601 instant with offset, which must be well-formed (the edge checks it). */
export const instantOf = (iso: string): number => {
  const [, date = '', hours, minutes, seconds = '0', fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] =
    shape.exec(iso) ?? [];
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1) * MINUTE;
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  return dayOf(date) * DAY_MS + time + Number(fraction.padEnd(3, '0')) - offset;
};

const lastSunday = (year: number, month: 3 | 10): Day => {
  const last = fromCivil(year, month, 31);
  return last - (weekdayOf(last) % 7);
};

/** Denmark's distance from UTC at an instant: summer time from the last Sunday of March to that of October, 01:00 UTC. */
const offsetAt = (instant: number): number => {
  const year = Number(isoOf(Math.floor(instant / DAY_MS)).slice(0, 4));
  const summer = instant >= lastSunday(year, 3) * DAY_MS + HOUR && instant < lastSunday(year, 10) * DAY_MS + HOUR;
  return summer ? 2 * HOUR : HOUR;
};

/** What Danish clocks show at an instant (the rules of summer time that have held since 1996). */
export const localTimeOf = (instant: number): LocalTime => {
  const shown = instant + offsetAt(instant);
  const day = Math.floor(shown / DAY_MS);
  return { day, ms: shown - day * DAY_MS };
};

/** The instant at which Danish clocks show a time; of a time that comes twice the first, of one left out the next. */
export const instantAt = ({ day, ms }: LocalTime): number => {
  const shown = day * DAY_MS + ms;
  const summer = shown - 2 * HOUR;
  return offsetAt(summer) === 2 * HOUR ? summer : shown - HOUR;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** An instant as ISO 8601 with Denmark's offset, to the second. */
export const isoInstantOf = (instant: number): string => {
  const { day, ms } = localTimeOf(instant);
  const [hours, minutes, seconds] = [Math.floor(ms / HOUR), Math.floor(ms / MINUTE) % 60, Math.floor(ms / 1000) % 60];
  return `${isoOf(day)}T${two(hours)}:${two(minutes)}:${two(seconds)}+${two(offsetAt(instant) / HOUR)}:00`;
};
