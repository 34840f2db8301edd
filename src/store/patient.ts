import type { Store } from './port.ts';
import { sqliteCode } from './sqlite/damage.ts';

/** SQLite's number for a file that another process is writing to. */
const BUSY = 5;
/** Each try waits a second for the file by itself, so with the pauses a minute goes by. */
const TRIES = 40;
const PAUSE = 500;

/** Another process held the file all the time. */
export class StoreLocked extends Error {}

const pauseOf = (): Promise<void> => new Promise((done) => void setTimeout(done, PAUSE));

/** The store for whoever has time: a write that finds the file locked is tried again. Nothing of it was stored before. */
export const patient = (store: Store, pause = pauseOf): Store => {
  const tried = async <T>(write: () => Promise<T>): Promise<T> => {
    for (let tries = 1; tries <= TRIES; tries += 1)
      try {
        return await write();
      } catch (error) {
        if (sqliteCode(error) !== BUSY) throw error;
        await pause();
      }
    throw new StoreLocked('another process has kept the store locked for a minute');
  };
  return {
    ...store,
    create: (kind, item) => tried(() => store.create(kind, item)),
    createTogether: (entries) => tried(() => store.createTogether(entries)),
    replace: (kind, item, etag) => tried(() => store.replace(kind, item, etag)),
    remove: (kind, municipality, id) => tried(() => store.remove(kind, municipality, id)),
  };
};
