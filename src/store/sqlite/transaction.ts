import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs the work in one transaction that holds the write lock from its start (`BEGIN IMMEDIATE`), so it never has to
 * give up half way because another process wrote in between. What the work throws undoes all of it.
 */
export const inTransaction = <T>(db: DatabaseSync, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
