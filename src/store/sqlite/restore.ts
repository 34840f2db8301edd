import {
  chmodSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { backupNote, examined, hashOfFile, onDisk, type BackupNote } from './backup.ts';
import { isDamage, sqliteCode, toldOf } from './damage.ts';
import { restoringFile } from './restoring-file.ts';

/** What a restored store holds, and where the file is that was there before. */
export interface Restored {
  items: Record<string, number>;
  /** Absent where the backup has no note beside it: then it is only known to be whole. */
  note?: BackupNote;
  aside?: string;
}

const BUSY = 5;
/** The store itself goes first: from then on it is known that a restore was under way. */
const FILES = ['', '-wal', '-shm'] as const;

/**
 * Opens the store for itself alone and brings what is written to come back into the one file. One that another process
 * uses is refused. A damaged one is kept as it is to the last byte; closing it changes nothing once it has been moved.
 */
const takeOver = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    const sound = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
    if (sound) db.exec('PRAGMA journal_mode = DELETE');
    return db;
  } catch (error) {
    if (isDamage(error)) return db;
    db.close();
    if (sqliteCode(error) === BUSY) throw new Error(`${path} is in use: stop Makker first`, { cause: error });
    throw toldOf(path, error);
  }
};

/** Puts one file in the place of the store, which nobody can open meanwhile; answers the name of what was there. */
const exchange = (coming: string, store: string, aside: string): string | undefined => {
  const before = existsSync(store) ? takeOver(store) : undefined;
  try {
    for (const end of FILES) if (existsSync(`${store}${end}`)) renameSync(`${store}${end}`, `${aside}${end}`);
    renameSync(coming, store);
    return before && aside;
  } finally {
    before?.close();
  }
};

/** Readable by its owner only from its first byte on, whoever may read the backup. */
const copyOwn = async (file: string, coming: string): Promise<void> => {
  if (resolve(file) === resolve(coming)) return;
  closeSync(openSync(coming, 'a', 0o600));
  chmodSync(coming, 0o600);
  await pipeline(createReadStream(file), createWriteStream(coming));
};

const noteBeside = (file: string): BackupNote | undefined =>
  existsSync(`${file}.json`) ? backupNote.parse(JSON.parse(readFileSync(`${file}.json`, 'utf8'))) : undefined;

/**
 * Puts a backup in the place of the store. What was there is kept aside under a name with the instant in it. Throws
 * when the backup is not whole, newer, or not what its note says; when the store is in use; and when there is one that
 * is not to be replaced. Until the backup lies whole beside the store, nothing of the store is touched.
 */
export const restore = async (
  file: string,
  store: string,
  { replace, at }: { replace: boolean; at: string },
): Promise<Restored> => {
  if (existsSync(store) && !replace)
    throw new Error(`there is a store at ${store}: --replace keeps it aside and puts the backup in its place`);
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const note = noteBeside(file);
  mkdirSync(dirname(store), { recursive: true, mode: 0o700 });
  const coming = restoringFile(store);
  const first = !existsSync(store) && !existsSync(coming);
  try {
    await copyOwn(file, coming);
    if (note !== undefined && (await hashOfFile(coming)) !== note.sha256)
      throw new Error(`${file} is not as it was when it was made: its SHA-256 is not the one in ${file}.json`);
    const { items } = examined(coming);
    onDisk(coming);
    const aside = exchange(coming, store, `${store}.before-${at.replaceAll(':', '')}`);
    for (const end of ['-wal', '-shm']) rmSync(`${coming}${end}`, { force: true });
    return { items, ...(note !== undefined && { note }), ...(aside !== undefined && { aside }) };
  } catch (error) {
    // Where an earlier restore took the store away, this file alone says that there was one.
    if (first || existsSync(store)) rmSync(coming, { force: true });
    throw error;
  }
};
