import { dayOf, isoOf, weekdayOf, type Day } from '../rulebook/calendar.ts';
import { instantAt } from '../rulebook/instant.ts';
import { isWorkingDay, nextWorkingDay } from '../rulebook/working-days.ts';

/** When a team's digest comes, where the team has named no time. */
export const DEFAULT_AT = '07:30';

/** The instant (milliseconds) at which Danish clocks show the time `HH:MM` on a civil day. */
export const plannedAt = (day: string, at: string): number => {
  const [hours, minutes] = at.split(':');
  return instantAt({ day: dayOf(day), ms: (Number(hours) * 60 + Number(minutes)) * 60_000 });
};

/** Whether people work on the civil day: only then there are digests. */
export const isWorkday = (day: string, closingDays: readonly string[]): boolean =>
  isWorkingDay(dayOf(day), closingDays);

/** So many working days before a day, the oldest first. */
export const workingDaysBefore = (day: string, count: number, closingDays: readonly string[]): string[] => {
  const found: Day[] = [];
  for (let before = dayOf(day) - 1; found.length < count; before -= 1)
    if (isWorkingDay(before, closingDays)) found.unshift(before);
  return found.map(isoOf);
};

/** Whether a working day is the one of its week's overview: the weekday that was named, or the first working day after it. */
export const isWeekDay = (day: string, weekday: number, closingDays: readonly string[]): boolean => {
  const today = dayOf(day);
  const named = today - ((weekdayOf(today) - weekday + 7) % 7);
  return today === (isWorkingDay(named, closingDays) ? named : nextWorkingDay(named, closingDays));
};
