import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { countsIn, problemsOf, refuseCut } from './check-file.ts';
import { toldOf, toldOfBackup } from './damage.ts';
import { noteLastBackup } from './last-backup.ts';
import { refuseEmpty, refuseStrange, versionOf } from './schema.ts';

/** What is written beside a backup, as `FILE.json`. */
export const backupNote = z.object({
  /** ISO instant. */
  made: z.string(),
  schema: z.number(),
  /** Of the whole file. */
  sha256: z.string(),
  /** How many items of each kind. */
  items: z.record(z.string(), z.number()),
});
export type BackupNote = z.infer<typeof backupNote>;

/** A backup that was made. */
export interface BackedUp {
  note: BackupNote;
  /** Why it could not be noted beside the store which one was made last. */
  unnoted?: string;
}

/** The SHA-256 of a file. */
export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/** What a backup holds once it has been gone through. Throws when it is damaged, newer, or not a store of Makker. */
export const examined = (path: string): Pick<BackupNote, 'schema' | 'items'> => {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    refuseStrange(db, path);
    refuseEmpty(db, path);
    const [problem] = problemsOf(db);
    if (problem !== undefined) throw new Error(`${path} is damaged (${problem}): take another backup`);
    return { schema: versionOf(db), items: countsIn(db) };
  } catch (error) {
    throw toldOfBackup(path, error);
  } finally {
    db.close();
  }
};

/** Waits until the disk has it. */
export const onDisk = (path: string): void => {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
};

/** The backup is there and whole, whatever becomes of this. */
const notedBeside = (store: string, file: string, made: string): Pick<BackedUp, 'unnoted'> => {
  try {
    noteLastBackup(store, { file: resolve(file), made });
    return {};
  } catch (error) {
    return { unnoted: String(error instanceof Error ? error.message : error) };
  }
};

/**
 * Writes the store as it is at this moment into a file of its own, while others read and write it, and goes through
 * that. The file appears under its name only when it is whole. Throws when there is one already, or no room.
 */
export const backUp = async (store: string, file: string, made: string): Promise<BackedUp> => {
  if (existsSync(file)) throw new Error(`${file} is there already: name another file`);
  refuseCut(store);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  closeSync(openSync(part, 'wx', 0o600));
  try {
    const db = new DatabaseSync(store, { readOnly: true, timeout: 1000 });
    try {
      // In one read transaction, and without the traces of what was removed.
      db.prepare('VACUUM INTO ?').run(part);
    } catch (error) {
      throw toldOf(store, error);
    } finally {
      db.close();
    }
    const note: BackupNote = { made, ...examined(part), sha256: await hashOfFile(part) };
    onDisk(part);
    writeFileSync(`${file}.json`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
    renameSync(part, file);
    return { note, ...notedBeside(store, file, made) };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
};
