import { isoInstant } from '../clock.ts';
import { dayOf, isoOf, type Day } from '../rulebook/calendar.ts';
import { instantAt } from '../rulebook/instant.ts';
import { isWorkingDay } from '../rulebook/working-days.ts';
import type { ApprovalRequest } from './request.ts';

/** Makker's assumption: so many working days before the last one, people still find time. No source gives it. */
const WORKING_DAYS_BEFORE = 2;
/** Nobody is reminded before this hour by Danish clocks. */
const HOUR_MS = 8 * 3_600_000;

const workingDayBefore = (day: Day): Day => {
  let before = day - 1;
  while (!isWorkingDay(before)) before -= 1;
  return before;
};

/** The civil date on which those a request waits for are reminded of it. */
export const reminderDay = ({ expiresOn }: Pick<ApprovalRequest, 'expiresOn'>): string => {
  let day = dayOf(expiresOn);
  for (let days = 0; days < WORKING_DAYS_BEFORE; days += 1) day = workingDayBefore(day);
  return isoOf(day);
};

/** Whether it is time to remind of an open request: once, and not where it was put on that day or later. */
export const reminderIsDue = (request: ApprovalRequest, askedOn: string, today: string): boolean => {
  const day = reminderDay(request);
  return request.remindedOn === undefined && askedOn < day && day <= today;
};

/** The instant (ISO) at which a reminder goes out on a day: at once, but not before people are at work. */
export const reminderSendAt = (today: string, at: string): string => {
  const morning = isoInstant(instantAt({ day: dayOf(today), ms: HOUR_MS }));
  return at < morning ? morning : at;
};
