import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const lastBackup = z.object({ file: z.string(), made: z.string() });

/** Which backup of a store was made last, and when (ISO instant). */
export type LastBackup = z.infer<typeof lastBackup>;

const noteOf = (store: string): string => `${store}.last-backup`;

/** Notes it beside the store, for whoever stands before a damaged file. */
export const noteLastBackup = (store: string, last: LastBackup): void => {
  const part = `${noteOf(store)}.part`;
  writeFileSync(part, `${JSON.stringify(last)}\n`, { mode: 0o600 });
  renameSync(part, noteOf(store));
};

/** What was noted; undefined where nothing was, or nothing that can be read. */
export const readLastBackup = (store: string): LastBackup | undefined => {
  if (!existsSync(noteOf(store))) return undefined;
  try {
    return lastBackup.parse(JSON.parse(readFileSync(noteOf(store), 'utf8')));
  } catch {
    return undefined;
  }
};
