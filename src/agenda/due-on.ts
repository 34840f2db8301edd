import { civilDateAt } from '../clock.ts';
import type { Deadline } from '../contract/decision.ts';
import { soonest } from '../rulebook/deadlines.ts';
import type { AgendaEntry } from './entry.ts';

/** An agenda entry as it stands on a day. */
export interface Due {
  entry: AgendaEntry;
  due: string;
  status: Deadline['status'];
}

/** The last civil day on which what is due is in time: of an instant its civil date, at whatever time of that day. */
export const lastDayOf = (due: string): string => (due.includes('T') ? civilDateAt(Date.parse(due)) : due);

/** The date and status of an entry, read for a civil day: in time on its last day, overdue from the day after. */
export const dueOn = (entry: AgendaEntry, today: string): Due => {
  const due = entry.due ?? today;
  if (entry.met) return { entry, due, status: 'met' };
  if (lastDayOf(due) < today) return { entry, due, status: 'overdue' };
  const soon = entry.due === undefined || (entry.dueSoonFrom !== undefined && entry.dueSoonFrom <= today);
  return { entry, due, status: soon ? 'due-soon' : 'upcoming' };
};

/** A case's agenda, read for a civil day: soonest first, as the rules themselves would list it on that day. */
export const agendaOn = (entries: readonly AgendaEntry[], today: string): Due[] =>
  entries
    .map((entry) => dueOn(entry, today))
    .toSorted((a, b) => soonest({ due: a.due, rule: a.entry.rule }, { due: b.due, rule: b.entry.rule }));

/** The first civil date on which one of the open entries is due soon. */
export const soonFrom = (entries: readonly AgendaEntry[]): string | undefined =>
  entries
    .flatMap(({ met, due, dueSoonFrom }) => (met ? [] : [dueSoonFrom, due && lastDayOf(due)]))
    .filter((date) => date !== undefined)
    .toSorted()[0];
