import { dayOf, isoOf, lastDayOfPeriod } from '../rulebook/calendar.ts';
import { formatWeekday } from '../format/format.ts';
import type { Talking } from './services.ts';
import type { Entities } from './understanding/understanding.ts';

/** The last day of the period a sentence names, counted from a first day: "8 uger", "3 måneder". */
export const endOfPeriod = (starts: string, { weeks, months }: Entities): string | undefined => {
  if (weeks !== undefined) return isoOf(lastDayOfPeriod(dayOf(starts), { n: weeks, unit: 'weeks' }));
  if (months !== undefined) return isoOf(lastDayOfPeriod(dayOf(starts), { n: months, unit: 'months' }));
  return undefined;
};

/** The last day of an extension by the period named, counted from the day after the offer's own last day. */
export const endOfExtension = (ends: string, entities: Entities): string | undefined =>
  endOfPeriod(isoOf(dayOf(ends) + 1), entities);

/** How dates were read, in full and with the weekday, so that a misread date is seen before anything rests on it. */
export const readAs = ({ say, turn }: Talking, dates: { starts?: string; ends?: string }): string[] => {
  const { starts, ends } = dates;
  const inFull = (iso: string): string => formatWeekday(iso, turn.language);
  if (starts !== undefined && ends !== undefined)
    return [say('talk.read-as-period', { starts: inFull(starts), ends: inFull(ends) })];
  if (starts !== undefined) return [say('talk.read-as-start', { date: inFull(starts) })];
  return ends === undefined ? [] : [say('talk.read-as', { date: inFull(ends) })];
};
