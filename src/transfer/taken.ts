import type { Draft } from '../cases/drafts.ts';
import type { Case } from '../contract/case.ts';
import { valueAt } from '../contract/allowed-names.ts';
import { type Refusal, checked } from '../contract/refusal.ts';
import type { z } from 'zod';
import { shownValue } from './refused-cell.ts';

/** What became of one record of a file; `kept`: where something else was recorded in Makker, which stays. */
export type Taken = { outcome: 'new' | 'changed' | 'same'; kept: string[] } | { refused: Refusal };

/** What is known of a record besides what is said of it. */
export interface Further {
  /** The same as a case that has been checked. */
  record?: Case | undefined;
  /** Puts a `null` into it for each fact that the file has a place for and says nothing of. */
  emptied?: () => Draft;
}

/** Takes what a file says of one record: whole, or not at all. Taken again, it changes nothing. */
export type Take = (draft: Draft, further?: Further) => Promise<Taken>;

/** Checks a record as a whole; of what is missing it says that it is needed, of anything else what stands there. */
export const checkedWhole = <T>(schema: z.ZodType<T>, data: unknown): { data: T } | { refused: Refusal } => {
  const result = checked(schema, data);
  if ('data' in result) return result;
  const { path, message } = result.refusal;
  const value = path === '' ? data : valueAt(data, path.split('.'));
  if (value === undefined) return { refused: { path, message: 'nothing stands here; it is needed' } };
  const plain = typeof value === 'string' || typeof value === 'number';
  return { refused: { path, message: plain ? `${shownValue(String(value))}: ${message}` : message } };
};
