import type { DueEntry } from '../rulebook/judgement.ts';

/** What becomes of a deadline when the case changes. */
export type DueChange =
  | { is: 'met'; entry: DueEntry }
  /** It is open again, or due on another day. */
  | { is: 'moved'; entry: DueEntry; before: DueEntry }
  | { is: 'new'; entry: DueEntry }
  | { is: 'gone'; entry: DueEntry };

const keyOf = ({ rule, offerId }: DueEntry): string => `${rule}~${offerId ?? ''}`;

const changeOf = (entry: DueEntry, before: DueEntry | undefined): DueChange[] => {
  const isMet = entry.status === 'met';
  if (before === undefined) return isMet ? [] : [{ is: 'new', entry }];
  const wasMet = before.status === 'met';
  if (isMet) return wasMet ? [] : [{ is: 'met', entry }];
  const stands = !wasMet && before.due === entry.due;
  return stands ? [] : [{ is: 'moved', entry, before }];
};

/** What changes among the deadlines of a case, from before to after: settled ones first, then what is due instead. */
export const dueChanges = (before: readonly DueEntry[], after: readonly DueEntry[]): DueChange[] => {
  const earlier = new Map(before.map((entry) => [keyOf(entry), entry]));
  const later = new Set(after.map(keyOf));
  const changes = after.flatMap((entry) => changeOf(entry, earlier.get(keyOf(entry))));
  const gone = before
    .filter((entry) => entry.status !== 'met' && !later.has(keyOf(entry)))
    .map((entry): DueChange => ({ is: 'gone', entry }));
  return [...changes.filter(({ is }) => is === 'met'), ...gone, ...changes.filter(({ is }) => is !== 'met')];
};
