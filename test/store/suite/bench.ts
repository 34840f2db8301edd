import { afterAll, beforeAll } from '@jest/globals';
import type { CaseItem } from '../../../src/cases/case-item.ts';
import type { CaseQuery, Store } from '../../../src/store/port.ts';

/** Where the suite gets its stores: every one opened is on the same data. */
export interface StoreUnderTest {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** What the parts of the suite work with. */
export interface Bench {
  /** The store that is open through all the tests. */
  readonly store: Store;
  /** One more store on the same data, as another process would open it. */
  open(): Promise<Store>;
  /** A municipality of its own for each test, so that tests cannot see each other's items. */
  newTown(): string;
  createAll(items: CaseItem[]): Promise<void>;
  idsFor(town: string, query: CaseQuery): Promise<string[]>;
  /** Reads to the last page and gives the ids page by page. */
  pagesFor(town: string, query: CaseQuery, limit: number): Promise<string[][]>;
}

/** Opens a store before the tests and removes its data after them. To be called inside `describe`. */
export const createBench = (begin: () => Promise<StoreUnderTest>): Bench => {
  let under: StoreUnderTest;
  let store: Store;
  let towns = 0;
  beforeAll(async () => {
    under = await begin();
    store = await under.open();
  });
  afterAll(async () => {
    try {
      await store.close();
    } finally {
      // Also when no store could be opened: a server left running would keep the test run from ending.
      await under.remove();
    }
  });
  return {
    get store() {
      return store;
    },
    open: () => under.open(),
    newTown: () => `testby-${(towns += 1)}`,
    createAll: async (items) => {
      for (const item of items) await store.create('case', item);
    },
    idsFor: async (town, query) =>
      (await store.findCases(town, query, { limit: 100 })).items.map(({ item }) => item.id),
    pagesFor: async (town, query, limit) => {
      const pages: string[][] = [];
      for (let after: string | undefined; ;) {
        const found = await store.findCases(town, query, { limit, ...(after === undefined ? {} : { after }) });
        pages.push(found.items.map(({ item }) => item.id));
        if (found.next === undefined) return pages;
        after = found.next;
      }
    },
  };
};
