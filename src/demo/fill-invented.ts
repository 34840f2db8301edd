import type { Case } from '../contract/case.ts';
import { type DemoStores, loadDemo } from './load-demo.ts';
import type { InventedMunicipality } from './invented-municipality.ts';

/** So many cases are added at the same time: the embedded store writes them in one transaction. */
const BATCH = 200;

function* batchesOf(cases: Iterable<Case>): Generator<Case[]> {
  let batch: Case[] = [];
  for (const record of cases) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Puts an invented municipality into the store, people first: a run that was broken off is known by them as a demo's. What
 * is there stays as it is. Answers how many records are new; `done` is told how many cases are through.
 */
export const fillInvented = async (
  { cases, ...office }: InventedMunicipality,
  stores: DemoStores,
  done: (cases: number) => void,
): Promise<number> => {
  let added = await loadDemo({ ...office, cases: [], matters: [] }, stores);
  for (const batch of batchesOf(cases)) {
    const outcomes = await Promise.all(batch.map((record) => stores.cases.add(record)));
    added += outcomes.filter((outcome) => outcome === 'created').length;
    done(batch.length);
  }
  return added;
};
