import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './transaction.ts';

/** Carries out writes, each whole or not at all. */
export interface Writes {
  /** Resolves with what the work answers once that is on the disk. What the work throws undoes all of it. */
  write<T>(work: () => T): Promise<T>;
  /** Carries out at once what still waits. */
  flush(): void;
}

/**
 * Writes that come at the same time share one transaction: it is the wait for the disk that takes long, and fifty
 * people who click would each wait for fifty of them. Each write has a savepoint of its own, so that one which fails
 * takes no other with it; when the disk does not take the transaction, all of them fail.
 */
export const createWrites = (db: DatabaseSync): Writes => {
  let waiting: { carry: () => () => void; fail: (error: unknown) => void }[] = [];
  const mark = db.prepare('SAVEPOINT one');
  const keep = db.prepare('RELEASE one');
  const undo = db.prepare('ROLLBACK TO one');

  /** Carries out one of several; answers what tells whoever waits for it, to be called once it is on the disk. */
  const carried = <T>(work: () => T, done: (result: T) => void, fail: (error: unknown) => void): (() => void) => {
    mark.run();
    try {
      const result = work();
      keep.run();
      return () => done(result);
    } catch (error) {
      // Some failures of the disk end the whole transaction.
      if (!db.isTransaction) throw error;
      undo.run();
      keep.run();
      return () => fail(error);
    }
  };

  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    let told: (() => void)[];
    try {
      told = inTransaction(db, () => batch.map(({ carry }) => carry()));
    } catch (error) {
      told = batch.map(
        ({ fail }) =>
          () =>
            fail(error),
      );
    }
    for (const tell of told) tell();
  };

  return {
    flush,
    write: (work) =>
      new Promise((done, fail) => {
        waiting.push({ carry: () => carried(work, done, fail), fail });
        if (waiting.length === 1) setImmediate(flush);
      }),
  };
};
