import { catalogueOf } from '../cases/judge.ts';
import type { Store } from '../store/port.ts';
import type { Change } from './change.ts';
import { startComparer, type Task } from './comparer.ts';
import { comparePages } from './compare-pages.ts';
import { openCases } from './open-cases.ts';
import { addToTally, emptyTally, type Tally } from './tally.ts';

interface Run extends Omit<Task, 'catalogue'> {
  store: Pick<Store, 'findCases' | 'countCases' | 'list'>;
  municipality: string;
  /** At most so many threads work beside this one. */
  threads: number;
  /** Stops the run where it is. */
  signal: AbortSignal;
  /** Told once, how many cases are there to be read. */
  begin: (total: number) => void;
  /** Told after each page: how many cases were read so far, for how many something changes, and what is new. */
  step: (read: number, changed: number, changes: readonly Change[]) => void;
}

/** A thread is worth its start from about so many cases on. */
const CASES_A_THREAD = 2000;

/** Runs a municipality's open cases through two versions of its rulebook. It only reads. */
export const runImpact = async ({
  store,
  municipality,
  threads,
  signal,
  begin,
  step,
  ...task
}: Run): Promise<Tally> => {
  const total = await store.countCases(municipality);
  begin(total);
  const catalogue = await catalogueOf(store, municipality);
  const count = Math.min(threads, Math.ceil(total / CASES_A_THREAD));
  const comparers = Array.from({ length: Math.max(1, count) }, () => startComparer({ ...task, catalogue }));
  const tally = emptyTally();
  let done = 0;
  try {
    for await (const { read, open, changes } of comparePages(openCases(store, municipality), comparers)) {
      if (signal.aborted) break;
      done += read;
      addToTally(tally, open, changes);
      step(done, tally.cases, changes);
    }
  } finally {
    await Promise.all(comparers.map((comparer) => comparer.close()));
  }
  return tally;
};
