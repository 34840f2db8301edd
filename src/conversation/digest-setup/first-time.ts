import { closingDaysBy } from '../../agenda/closing-days.ts';
import { isWeekDay, isWorkday, plannedAt } from '../../agenda/digest-times.ts';
import { formatTimeOfDay, formatWeekday } from '../../format/format.ts';
import { dayOf, isoOf } from '../../rulebook/calendar.ts';
import type { Talking } from '../services.ts';

/** No holidays last so long. */
const LOOK_AHEAD_DAYS = 60;

/** A sentence on when the first one comes that is set to this time now; of the week's overview, on its weekday. */
export const firstTime = (
  { services, turn, say }: Talking,
  of: 'digest' | 'list' | 'week',
  { at, weekday }: { at: string; weekday?: number },
): string[] => {
  const closingDaysOf = closingDaysBy(services.shelf);
  const { municipality } = turn.person;
  const days = Array.from({ length: LOOK_AHEAD_DAYS }, (_, ahead) => isoOf(dayOf(turn.today) + ahead));
  const first = days.find((day) => {
    const closed = closingDaysOf(municipality, day);
    return isWorkday(day, closed) && (weekday === undefined || isWeekDay(day, weekday, closed));
  });
  if (first === undefined) return [];
  const time = formatTimeOfDay(at, turn.language);
  if (first === turn.today && plannedAt(first, at) <= Date.parse(turn.now))
    return [say(`digest-setup.first.${of}-at-once`, { at: time })];
  return [say(`digest-setup.first.${of}-on`, { date: formatWeekday(first, turn.language), at: time })];
};
