import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
const FILES = ['-wal', '-shm', ''] as const;

/**
 * Brings what is written to come back into the one file. Only the last who has it open may do that, so a file that
 * another process uses is refused. A damaged one is kept as it is to the last byte, and cannot be asked.
 */
const takeLeave = (path: string): void => {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    const sound = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
    if (sound) db.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (sqliteCode(error) === BUSY) throw new Error(`${path} is in use: stop Makker first`, { cause: error });
    if (!isDamage(error)) throw toldOf(path, error);
  } finally {
    db.close();
  }
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
  if (existsSync(store)) takeLeave(store);
  mkdirSync(dirname(store), { recursive: true, mode: 0o700 });
  const coming = restoringFile(store);
  try {
    copyFileSync(file, coming);
    chmodSync(coming, 0o600);
    if (note !== undefined && (await hashOfFile(coming)) !== note.sha256)
      throw new Error(`${file} is not as it was when it was made: its SHA-256 is not the one in ${file}.json`);
    const { items } = examined(coming);
    onDisk(coming);
    const aside = `${store}.before-${at.replaceAll(':', '')}`;
    const before = FILES.filter((end) => existsSync(`${store}${end}`));
    for (const end of before) renameSync(`${store}${end}`, `${aside}${end}`);
    renameSync(coming, store);
    for (const end of ['-wal', '-shm']) rmSync(`${coming}${end}`, { force: true });
    return { items, ...(note !== undefined && { note }), ...(before.length > 0 && { aside }) };
  } catch (error) {
    rmSync(coming, { force: true });
    throw error;
  }
};
