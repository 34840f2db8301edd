import type { Store } from '../store/port.ts';
import { type PurgeCounts, type Purging, purge } from './purge.ts';
import { purgePassing } from './purge-passing.ts';
import type { PurgeNeeds } from './purge-case.ts';

/** When the daily run has last looked through a whole municipality for what is not to be kept. */
export interface LastPurge {
  id: 'last';
  municipality: string;
  /** Civil date. */
  on: string;
}

type Needs = PurgeNeeds & { store: Pick<Store, 'create'> };

/**
 * What the daily run purges: what is needed for some days only, and once in each month, which may be after its first day, all
 * that is due; then it tells how much. One that did not come to its end is begun again the next time.
 */
export const purgeMonthly = async (needs: Needs, purging: Purging): Promise<PurgeCounts | undefined> => {
  const { municipality, day, goesOn = () => true } = purging;
  const { store } = needs;
  const last = await store.read('purge', municipality, 'last');
  if (last !== undefined && last.item.on.slice(0, 7) === day.slice(0, 7)) {
    await purgePassing(needs, purging);
    return undefined;
  }
  const counts = await purge(needs, purging);
  const done: LastPurge = { id: 'last', municipality, on: day };
  // Whoever else was quicker has kept the same.
  if (goesOn()) await (last === undefined ? store.create('purge', done) : store.replace('purge', done, last.etag));
  return counts;
};
