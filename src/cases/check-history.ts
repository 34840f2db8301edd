import type { Items } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { type AuditEntry, type ChainBreak, auditEntrySchema, chainBreaks } from './audit.ts';
import type { CaseItem } from './case-item.ts';
import { type HistoryEnd, sealOf } from './seal.ts';

/** What is wrong with a history. */
export type Finding =
  | ChainBreak
  /** Entries that were moved out of the case are not where they should be. */
  | { wrong: 'archive-missing'; seq: number; through: number }
  /** What stands in this place is no entry as Makker writes them. */
  | { wrong: 'unreadable'; place: number }
  /** The end was cut off, the chain computed anew, or it was sealed under another key. */
  | { wrong: 'seal-broken' }
  /** Stored before there were seals, or the seal was taken away. */
  | { wrong: 'not-sealed' }
  /** There were more entries than this when the head was kept. */
  | { wrong: 'shorter'; seq: number }
  /** This entry is another than when the head was kept. */
  | { wrong: 'other'; seq: number };

/** The whole history of a case as far as it can be read, oldest first, and what is wrong with it. */
export interface CheckedHistory {
  entries: AuditEntry[];
  findings: Finding[];
}

/** What lies beside a case and belongs to it, ordered by id. */
export const besideCase = async <K extends 'history' | 'past-request' | 'receipt'>(
  store: Pick<Store, 'list'>,
  kind: K,
  { municipality, id }: Pick<CaseItem, 'municipality' | 'id'>,
): Promise<Items[K][]> => {
  const begins = `${municipality}~${id}~`;
  const items: Items[K][] = [];
  let after: string | undefined;
  do {
    const page = await store.list(kind, municipality, { limit: 100, begins, ...(after !== undefined && { after }) });
    // The number of another case may begin like this one with what follows.
    for (const { item } of page.items) if (item.caseId === id) items.push(item);
    after = page.next;
  } while (after !== undefined);
  return items;
};

/** Whoever checks believes nothing of what lies there: a list of entries may be anything by now. */
const listed = (entries: unknown): unknown[] => (Array.isArray(entries) ? entries : [entries]);

const seqOf = (entry: unknown): number | undefined => auditEntrySchema.safeParse(entry).data?.seq;

/** The number of the first entry that the case still has itself. */
const firstSeq = ({ audit }: CaseItem): number => seqOf(listed(audit)[0]) ?? 1;

/** All entries, with those moved out before the ones the case still has. A copy of these does not count twice. */
const wholeHistory = async (store: Pick<Store, 'list'>, item: CaseItem): Promise<unknown[]> => {
  const first = firstSeq(item);
  if (first <= 1) return listed(item.audit);
  const blocks = await besideCase(store, 'history', item);
  const before = blocks.flatMap(({ entries }) => listed(entries)).filter((entry) => (seqOf(entry) ?? 0) < first);
  return [...before, ...listed(item.audit)];
};

const againstHead = (entries: AuditEntry[], { entries: count, hash }: HistoryEnd): Finding[] => {
  if (count === 0) return [];
  if ((entries.at(-1)?.seq ?? 0) < count) return [{ wrong: 'shorter', seq: count }];
  return entries.find(({ seq }) => seq === count)?.hash === hash ? [] : [{ wrong: 'other', seq: count }];
};

const sealFindings = ({ municipality, id, seal }: CaseItem, audit: AuditEntry[], key: string): Finding[] => {
  if (seal === undefined) return [{ wrong: 'not-sealed' }];
  return seal === sealOf({ municipality, id, audit }, key) ? [] : [{ wrong: 'seal-broken' }];
};

/** Reads the whole history of a case and checks it. `head`: where it ended when somebody kept that elsewhere. */
export const checkHistory = async (
  store: Pick<Store, 'list'>,
  item: CaseItem,
  key: string,
  head?: HistoryEnd,
): Promise<CheckedHistory> => {
  const entries: AuditEntry[] = [];
  const findings: Finding[] = [];
  for (const [index, entry] of (await wholeHistory(store, item)).entries()) {
    const read = auditEntrySchema.safeParse(entry);
    if (read.success) entries.push(read.data);
    else findings.push({ wrong: 'unreadable', place: index + 1 });
  }
  const first = firstSeq(item);
  for (const found of chainBreaks(entries))
    findings.push(found.wrong === 'missing' && found.through < first ? { ...found, wrong: 'archive-missing' } : found);
  findings.push(...sealFindings(item, entries, key), ...(head === undefined ? [] : againstHead(entries, head)));
  return { entries, findings };
};
