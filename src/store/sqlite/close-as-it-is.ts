import { DatabaseSync } from 'node:sqlite';

/**
 * Closes a connection to a file that may be damaged, and leaves the file and what is written to come into it as they
 * are: the last connection that may write would bring the one into the other. So one that may only read stays longer.
 */
export const closeAsItIs = (db: DatabaseSync, path: string): void => {
  const last = new DatabaseSync(path, { readOnly: true });
  try {
    last.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    // What it reads may be damaged too; it takes part in the file all the same.
  }
  db.close();
  last.close();
};
