import { createHmac } from 'node:crypto';
import { canonicalJson } from '../receipts/canonical-json.ts';
import { MAKKER, audited } from './audit.ts';
import type { CaseItem } from './case-item.ts';

/** Sets the seal apart from every other hash under the same key: no canonical JSON begins like this. */
const PURPOSE = 'the end of a history\n';

/** The entry of a history that was begun before it was sealed. */
export const SEALED = 'history-sealed';

/** Where a history ends: how many entries it has, and the hash of the newest. */
export interface HistoryEnd {
  entries: number;
  /** Empty while there is no entry. */
  hash: string;
}

/** Where the history of a case ends. */
export const historyEnd = ({ audit }: Pick<CaseItem, 'audit'>): HistoryEnd => {
  const last = audit.at(-1);
  return { entries: last?.seq ?? 0, hash: last?.hash ?? '' };
};

/**
 * The keyed hash of where a case's history ends. Anyone can compute the chain of plain hashes anew; without the key
 * nobody can seal what they made of it.
 */
export const sealOf = (item: Pick<CaseItem, 'municipality' | 'id' | 'audit'>, key: string): string => {
  const { municipality, id } = item;
  return createHmac('sha256', key)
    .update(PURPOSE)
    .update(canonicalJson({ municipality, case: id, ...historyEnd(item) }))
    .digest('hex');
};

/** The item sealed, once its history tells from where on: what was written before could have been changed unnoticed. */
export const firstSealed = (item: CaseItem, key: string, at: string): CaseItem => {
  const details = { entriesBefore: historyEnd(item).entries };
  const told = audited(item, { at, by: MAKKER, what: SEALED, details });
  return { ...told, seal: sealOf(told, key) };
};

/**
 * The item after a change, sealed anew. A seal that did not fit before is left as it is and never fits again, and a
 * missing one is told in the history: no change may cover up what was done to the history before it.
 */
export const resealed = (before: CaseItem, after: CaseItem, key: string, at: string): CaseItem => {
  if (before.seal === undefined) return firstSealed(after, key, at);
  return { ...after, seal: before.seal === sealOf(before, key) ? sealOf(after, key) : before.seal };
};
