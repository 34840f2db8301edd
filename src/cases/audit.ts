import { createHash } from 'node:crypto';
import { canonicalJson } from '../receipts/canonical-json.ts';

/** One entry of a case's append-only history; `hash` covers the entry and the hash before it. */
export interface AuditEntry {
  seq: number;
  /** ISO instant. */
  at: string;
  /** Person id, or `makker` for what time alone did. */
  by: string;
  what: string;
  /** Ids, dates and counts. Never a fact's value, a free text or a CPR number: the history outlives the purge. */
  details: Record<string, string | number | boolean>;
  hash: string;
}

/** What happened, before it has its place in the chain. */
export type Happening = Omit<AuditEntry, 'seq' | 'hash'>;

/** Who acts when nobody does: time ran out, a case came in by import. */
export const MAKKER = 'makker';

const hashOf = (entry: Omit<AuditEntry, 'hash'>, before: string): string => {
  const { seq, at, by, what, details } = entry;
  return createHash('sha256').update(canonicalJson({ seq, at, by, what, details })).update(before).digest('hex');
};

/** The item with one more entry at the end of its history. */
export const audited = <T extends { audit: AuditEntry[] }>(item: T, happening: Happening): T => {
  const last = item.audit.at(-1);
  const entry = { seq: (last?.seq ?? 0) + 1, ...happening };
  return { ...item, audit: [...item.audit, { ...entry, hash: hashOf(entry, last?.hash ?? '') }] };
};

/** Whether no entry was changed, removed or put in between. A history cut off at its end needs its newest hash kept elsewhere. */
export const auditIntact = (entries: AuditEntry[]): boolean =>
  entries.every(
    (entry, index) => entry.seq === index + 1 && entry.hash === hashOf(entry, entries[index - 1]?.hash ?? ''),
  );
