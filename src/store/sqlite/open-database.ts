import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkAtStart, refuseCut } from './check-file.ts';
import { closeAsItIs } from './close-as-it-is.ts';
import { toldOf } from './damage.ts';
import { restoringFile } from './restoring-file.ts';
import { migrate, refuseStrange } from './schema.ts';

/** How long (milliseconds) a statement waits for another process's write before it fails. */
const BUSY_TIMEOUT = 1000;

/**
 * Opens the file, makes it when absent (its folder too), and brings it to the present schema. Several processes may
 * have it open: readers see the last committed state while one writes. What is committed survives a power cut. A file
 * that is damaged, newer, or not Makker's is refused and left as it is.
 */
export const openDatabase = (path: string): DatabaseSync => {
  // Between two steps of a restore there is no file: a new one would be taken for the store.
  if (!existsSync(path) && existsSync(restoringFile(path)))
    throw new Error(`putting a backup in place of ${path} was stopped half way: run makker store restore again`);
  refuseCut(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // It holds personal data: readable by its owner only, and so are the files SQLite puts beside it.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
  try {
    refuseStrange(db, path);
    checkAtStart(db, path);
    // What is removed or replaced is overwritten. Bytes that moved within a page may stay until the file is written anew.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(db);
  } catch (error) {
    closeAsItIs(db, path);
    throw toldOf(path, error);
  }
  return db;
};
