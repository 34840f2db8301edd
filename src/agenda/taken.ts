import type { AgendaEntry } from './entry.ts';

/** That somebody sees to an open agenda entry: the entry by its rule, offer and date, who, and when (ISO instant). */
export interface Taken extends Pick<AgendaEntry, 'rule' | 'offerId' | 'due'> {
  by: string;
  at: string;
}

/** Whether it is the same open entry: a date that has moved makes another one of it. */
export const isSameEntry = (
  a: Pick<AgendaEntry, 'rule' | 'offerId' | 'due'>,
  b: Pick<AgendaEntry, 'rule' | 'offerId' | 'due'>,
): boolean => a.rule === b.rule && a.offerId === b.offerId && a.due === b.due;

/** Who has taken the entry. */
export const takenBy = (taken: readonly Taken[], entry: AgendaEntry): string | undefined =>
  taken.find((one) => isSameEntry(one, entry))?.by;

/** What stays taken once the agenda is this: what is met or no longer there needs nobody. */
export const stillTaken = (taken: readonly Taken[], agenda: readonly AgendaEntry[]): Taken[] =>
  taken.filter((one) => agenda.some((entry) => !entry.met && isSameEntry(one, entry)));
