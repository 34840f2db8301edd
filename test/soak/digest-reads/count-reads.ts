import { existsSync, readFileSync } from 'node:fs';
import type { Store } from '../../../src/store/port.ts';
import { aroundCalls } from '../around-calls.ts';

/** What was read of a store. */
export interface Reads {
  calls: number;
  items: number;
  bytes: number;
}

/** The items in what an operation of the store answered. */
const itemsIn = (answer: unknown): unknown[] => {
  if (typeof answer !== 'object' || answer === null) return [];
  if ('items' in answer && Array.isArray(answer.items)) return answer.items;
  return 'item' in answer ? [answer] : [];
};

/** The store, with what is read of it counted. */
export const countedStore = (store: Store): { store: Store; reads: Reads } => {
  const reads: Reads = { calls: 0, items: 0, bytes: 0 };
  return {
    reads,
    store: aroundCalls(store, async (_operation, call) => {
      const answer = await call();
      const items = itemsIn(answer);
      reads.calls += 1;
      reads.items += items.length;
      reads.bytes += items.reduce<number>((sum, item) => sum + JSON.stringify(item).length, 0);
      return answer;
    }),
  };
};

/** How many bytes this process has read from files; not known everywhere. */
export const bytesFromFiles = (): number =>
  existsSync('/proc/self/io') ? Number(/rchar: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]) : Number.NaN;
