import type { DatabaseSync } from 'node:sqlite';
import type { ItemKind } from '../items.ts';

/** What hardly ever changes and is read whole at every click. */
const KEPT: readonly ItemKind[] = ['person', 'team', 'catalogue'];

/** Keeps lists that have been read until something of their kind changes. */
export interface KeptLists {
  /** The list as it was read last, or as `read` reads it now. Whoever gets it changes nothing in it. */
  list<T>(kind: ItemKind, key: string, read: () => T): T;
  /** Something of this kind is being written through this connection. */
  forget(kind: ItemKind): void;
}

/** What other connections commit, in this process or another, is noticed by the file's own count of it. */
export const createKeptLists = (db: DatabaseSync): KeptLists => {
  const others = db.prepare('PRAGMA data_version');
  const kept = new Map<ItemKind, Map<string, unknown>>();
  let asOf: unknown;
  let looked = false;
  /** Once in each round of the event loop: what reads several lists, or the same for many cases, reads them as they are at one moment. */
  const lookForOthers = (): void => {
    if (looked) return;
    looked = true;
    setImmediate(() => {
      looked = false;
    });
    const now = others.get()?.['data_version'];
    if (now !== asOf) kept.clear();
    asOf = now;
  };
  return {
    list<T>(kind: ItemKind, key: string, read: () => T): T {
      if (!KEPT.includes(kind)) return read();
      lookForOthers();
      const lists = kept.get(kind) ?? new Map<string, unknown>();
      kept.set(kind, lists);
      if (!lists.has(key)) lists.set(key, read());
      // What was read under this key, and nothing else, is kept under it.
      return lists.get(key) as T;
    },
    forget: (kind) => void kept.delete(kind),
  };
};
