import type { Store } from './port.ts';

/** The store as everybody is given it, and whether what is written to it is kept. */
export interface WatchedWrites {
  store: Store;
  /**
   * Resolves while writing works. After a write that failed (a full disk, a service that throttles) it writes itself,
   * and throws until that succeeds.
   */
  writable: () => Promise<void>;
}

/** An item that says nothing and is in nobody's way. */
const PROBE = { id: 'readyz', municipality: 'directory', on: '1970-01-01' } as const;

/** Watches how writing goes. A store can be well to read from and take nothing. */
export const watchWrites = (store: Store): WatchedWrites => {
  let failing = false;
  const watched = async <T>(write: Promise<T>): Promise<T> => {
    try {
      const result = await write;
      failing = false;
      return result;
    } catch (error) {
      failing = true;
      throw error;
    }
  };
  return {
    store: {
      ...store,
      create: (kind, item) => watched(store.create(kind, item)),
      createTogether: (entries) => watched(store.createTogether(entries)),
      replace: (kind, item, etag) => watched(store.replace(kind, item, etag)),
      remove: (kind, municipality, id) => watched(store.remove(kind, municipality, id)),
    },
    writable: async () => {
      if (!failing) return;
      // Whichever of the two changes something; the first may have been left there by a process that was killed.
      await store.create('greeting', PROBE);
      await watched(store.remove('greeting', PROBE.municipality, PROBE.id));
    },
  };
};
