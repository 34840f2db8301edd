import type { AgendaEntry } from '../agenda/entry.ts';
import { isSameEntry, type Taken } from '../agenda/taken.ts';
import { audited } from './audit.ts';
import type { CaseItem } from './case-item.ts';
import type { MatterItem } from './matter-item.ts';

/** Which entry of an agenda. */
export type WhichEntry = Pick<AgendaEntry, 'rule' | 'offerId' | 'due'>;

/** The item with the entry taken or let go, the same item when it was so already. `gone`: there is no such open entry. */
export type EntryTaken<I> = { item: I } | { refused: 'gone' } | { refused: 'taken'; by: string };

const which = ({ rule, offerId, due }: WhichEntry): WhichEntry => ({
  rule,
  ...(offerId !== undefined && { offerId }),
  ...(due !== undefined && { due }),
});

/** Who has what once somebody takes an entry; what is not open, or another's, is refused. */
const withTaken = (
  { agenda, taken = [] }: Pick<CaseItem, 'agenda' | 'taken'>,
  entry: WhichEntry,
  by: string,
  at: string,
): { taken: Taken[] } | { same: true } | { refused: 'gone' } | { refused: 'taken'; by: string } => {
  const there = taken.find((one) => isSameEntry(one, entry));
  if (there !== undefined) return there.by === by ? { same: true } : { refused: 'taken', by: there.by };
  if (!agenda.some((one) => !one.met && isSameEntry(one, entry))) return { refused: 'gone' };
  return { taken: [...taken, { ...which(entry), by, at }] };
};

/** Who has what once somebody lets an entry go again; only who has taken it can. */
const withoutTaken = (
  taken: readonly Taken[],
  entry: WhichEntry,
  by: string,
): { taken: Taken[] } | { same: true } | { refused: 'taken'; by: string } => {
  const there = taken.find((one) => isSameEntry(one, entry));
  if (there === undefined) return { same: true };
  return there.by === by ? { taken: taken.filter((one) => one !== there) } : { refused: 'taken', by: there.by };
};

const told = (item: CaseItem, what: string, entry: WhichEntry, by: string, at: string): CaseItem => {
  const { rule, offerId, due } = entry;
  const details = { rule, ...(offerId !== undefined && { offer: offerId }), ...(due !== undefined && { due }) };
  return audited(item, { at, by, what, details });
};

/** Records that somebody sees to an open entry of a case. */
export const takeEntry = (item: CaseItem, entry: WhichEntry, by: string, at: string): EntryTaken<CaseItem> => {
  const next = withTaken(item, entry, by, at);
  if ('refused' in next) return next;
  return { item: 'same' in next ? item : told({ ...item, ...next }, 'entry-taken', entry, by, at) };
};

/** Records that somebody does not see to an entry of a case any more. */
export const letGoEntry = (item: CaseItem, entry: WhichEntry, by: string, at: string): EntryTaken<CaseItem> => {
  const next = withoutTaken(item.taken ?? [], entry, by);
  if ('refused' in next) return next;
  return { item: 'same' in next ? item : told({ ...item, ...next }, 'entry-let-go', entry, by, at) };
};

/** Records that somebody sees to a matter's open entry. A matter has no history: what stands in it says who and when. */
export const takeMatterEntry = (
  item: MatterItem,
  entry: WhichEntry,
  by: string,
  at: string,
): EntryTaken<MatterItem> => {
  const next = withTaken(item, entry, by, at);
  if ('refused' in next) return next;
  return { item: 'same' in next ? item : { ...item, ...next } };
};

/** Records that somebody does not see to a matter's entry any more. */
export const letGoMatterEntry = (item: MatterItem, entry: WhichEntry, by: string): EntryTaken<MatterItem> => {
  const next = withoutTaken(item.taken, entry, by);
  if ('refused' in next) return next;
  return { item: 'same' in next ? item : { ...item, ...next } };
};
