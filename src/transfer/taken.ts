import type { Draft } from '../cases/drafts.ts';
import { valueAt } from '../contract/allowed-names.ts';
import { type Refusal, checked } from '../contract/refusal.ts';
import type { z } from 'zod';

/** What became of one record of a file; `kept`: where something else was recorded in Makker, which stays. */
export type Taken = { outcome: 'new' | 'changed' | 'same'; kept: string[] } | { refused: Refusal };

/**
 * Takes what a file says of one record: whole, or not at all. Taken again, it changes nothing. `emptied` says it with a
 * `null` for each fact that the file has a place for and says nothing of; what it gives is the draft itself, changed.
 */
export type Take = (draft: Draft, emptied?: () => Draft) => Promise<Taken>;

/** Checks a record as a whole; of what is missing it says that it is needed. */
export const checkedWhole = <T>(schema: z.ZodType<T>, data: unknown): { data: T } | { refused: Refusal } => {
  const result = checked(schema, data);
  if ('data' in result) return result;
  const { path, message } = result.refusal;
  const missing = path !== '' && valueAt(data, path.split('.')) === undefined;
  return { refused: { path, message: missing ? 'nothing stands here; it is needed' : message } };
};
