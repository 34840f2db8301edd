import type { Demo } from './demo-document.ts';
import { type DemoStores, loadDemo } from './load-demo.ts';

/**
 * Puts every demo into the one store and answers how many records are new. It may be broken off anywhere and begun
 * again: what is there stays, what is missing is added, also a municipality that has come since.
 */
export const loadDemos = async (demos: readonly Demo[], stores: DemoStores): Promise<number> => {
  let added = 0;
  for (const demo of demos) added += await loadDemo(demo, stores);
  return added;
};
