import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../receipts/canonical-json.ts';

/**
 * One entry of a case's append-only history; `hash` covers all else in the entry and the hash before it, and an entry
 * holds nothing besides.
 */
export const auditEntrySchema = z.strictObject({
  seq: z.number(),
  /** ISO instant. */
  at: z.string(),
  /** Person id, or `makker` for what time alone did. */
  by: z.string(),
  what: z.string(),
  /** Ids, dates and counts. Never a fact's value, a free text or a CPR number: the history outlives the purge. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

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

/** A place where a chain does not hold: entries that are not there, one out of its place, one that is not as it was written. */
export type ChainBreak =
  | { wrong: 'missing'; seq: number; through: number }
  | { wrong: 'out-of-place'; seq: number }
  /** It or the one before it was changed. */
  | { wrong: 'changed'; seq: number };

/** Every place where a history that begins with its first entry does not hold together. */
export const chainBreaks = (entries: readonly AuditEntry[]): ChainBreak[] => {
  const breaks: ChainBreak[] = [];
  let last = { seq: 0, hash: '' };
  for (const entry of entries) {
    const { seq } = entry;
    const next = last.seq + 1;
    if (seq > next) breaks.push({ wrong: 'missing', seq: next, through: seq - 1 });
    else if (seq < next) breaks.push({ wrong: 'out-of-place', seq });
    else if (entry.hash !== hashOf(entry, last.hash)) breaks.push({ wrong: 'changed', seq });
    last = entry;
  }
  return breaks;
};

/** Whether no entry was changed, removed or put in between. That none was cut off at the end only the seal tells. */
export const auditIntact = (entries: readonly AuditEntry[]): boolean => chainBreaks(entries).length === 0;
