import type { ItemKind, Items } from '../../../src/store/items.ts';
import type { Found, Store } from '../../../src/store/port.ts';
import { type Charge, kbOf, NOTHING, plus, pointRead, query, replace, write } from './charge.ts';

/** What a store was asked, in request units; what the relay asks by itself every five seconds stands apart. */
export interface Metered {
  charge: Charge;
  operations: number;
}

/** The store, with a meter. */
export interface Meter {
  store: Store;
  /** What has been asked since it was read last. */
  read(): Metered;
}

const EMPTY: Metered = { charge: NOTHING, operations: 0 };

/** Counts what the same operations would cost on Cosmos DB. */
export const createMeter = (store: Store): Meter => {
  let sum = EMPTY;
  const add = (charge: Charge): void => {
    sum = { charge: plus(sum.charge, charge), operations: sum.operations + 1 };
  };
  const found = <K extends ItemKind>(kind: K, { items }: Found<Items[K]>): void =>
    add(query(items.map(({ item }) => kbOf(kind, item))));
  return {
    read: () => {
      const read = sum;
      sum = EMPTY;
      return read;
    },
    store: {
      ...store,
      read: async (kind, municipality, id) => {
        const stored = await store.read(kind, municipality, id);
        add(pointRead(stored === undefined ? 0 : kbOf(kind, stored.item)));
        return stored;
      },
      create: async (kind, item) => {
        add(write(kbOf(kind, item)));
        return store.create(kind, item);
      },
      createTogether: async (entries) => {
        for (const { kind, item } of entries) add(write(kbOf(kind, item)));
        return store.createTogether(entries);
      },
      replace: async (kind, item, etag) => {
        add(replace(kbOf(kind, item)));
        return store.replace(kind, item, etag);
      },
      remove: async (kind, municipality, id) => {
        add(write(0));
        return store.remove(kind, municipality, id);
      },
      findCases: async (municipality, wanted, page) => {
        const result = await store.findCases(municipality, wanted, page);
        // The relay's own looking for something to send is counted by itself, as a round.
        if (wanted.by !== 'nextSendAt' || result.items.length > 0) found('case', result);
        return result;
      },
      findMatters: async (municipality, wanted, page) => {
        const result = await store.findMatters(municipality, wanted, page);
        found('matter', result);
        return result;
      },
      findDigests: async (municipality, wanted, page) => {
        const result = await store.findDigests(municipality, wanted, page);
        if (result.items.length > 0) found('digest', result);
        return result;
      },
      findNames: async (municipality, wanted, limit) => {
        const result = await store.findNames(municipality, wanted, limit);
        // Of each document only the names come, but the service loads it.
        add(query(result.cases.map(() => 2)));
        return result;
      },
      countCases: async (municipality) => {
        add(query([]));
        return store.countCases(municipality);
      },
      list: async (kind, municipality, page) => {
        const result = await store.list(kind, municipality, page);
        if (kind !== 'notice' || result.items.length > 0) found(kind, result);
        return result;
      },
    },
  };
};
