import type { Matter } from '../contract/case.ts';
import { add, isoOf, type Day } from './calendar.ts';
import type { Rulebook } from './compile.ts';
import type { MatterClock } from './compile-matter.ts';
import { type Deadlines, recheckOf, SOON_DAYS, soonest, statusOn } from './deadlines.ts';
import { DAY_MS, instantAt, instantOf, isoInstantOf, localTimeOf } from './instant.ts';
import type { DueEntry } from './judgement.ts';
import type { Hours } from './language/duration.ts';
import { ReferenceDate } from './reference-date.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

/** The clocks of a matter on the reference date. One received after that day is not there yet. */
export const mattersDue = (
  rulebook: Rulebook,
  matter: Matter,
  today: Day,
): Pick<Deadlines, 'entries' | 'recheckOn'> => {
  const date = new ReferenceDate(today);
  const hasCome = (instant: string): boolean => date.hasCome(localTimeOf(instantOf(instant)).day);
  const clocks = rulebook.matters.filter(({ kind }) => kind === matter.kind && hasCome(matter.receivedAt));
  const entries = clocks.map((clock): DueEntry => {
    const { due, day } = dueOf(clock, instantOf(matter.receivedAt), rulebook.closingDays);
    const answered = matter.answeredAt !== undefined && hasCome(matter.answeredAt);
    const dueSoonFrom = day - SOON_DAYS;
    const status = statusOn(today, answered, day, dueSoonFrom);
    return { rule: clock.rule, name: clock.name, due, status, dueSoonFrom: isoOf(dueSoonFrom), undated: false };
  });
  return { entries: entries.toSorted(soonest), ...recheckOf(date, rulebook) };
};

/**
 * When a matter is due, as it is written, and the last civil day on which an answer is in time. That day is what counts
 * for a clock in hours as well: it is overdue from the day after, not from the minute on, since an agenda is read for a
 * day.
 */
const dueOf = (
  { within, workingDays }: MatterClock,
  received: number,
  closingDays: readonly string[],
): { due: string; day: Day } => {
  if (within.unit !== 'hours') {
    const day = add(localTimeOf(received).day, within);
    return { due: isoOf(day), day };
  }
  const due = workingDays ? afterWorkingHours(received, within, closingDays) : received + within.n * HOUR_MS;
  return { due: isoInstantOf(due), day: localTimeOf(due).day };
};

const HOUR_MS = DAY_MS / 24;

/**
 * The instant so many hours later, where a working day's hours run from midnight to midnight and other days do not
 * count: what comes in on such a day starts at 00:00 of the next working day.
 */
const afterWorkingHours = (from: number, { n }: Hours, closingDays: readonly string[]): number => {
  let { day, ms } = localTimeOf(from);
  if (!isWorkingDay(day, closingDays)) [day, ms] = [nextWorkingDay(day, closingDays), 0];
  for (ms += n * HOUR_MS; ms >= DAY_MS; ms -= DAY_MS) day = nextWorkingDay(day, closingDays);
  return instantAt({ day, ms });
};
