import { setImmediate } from 'node:timers/promises';
import { openStore, type StoreSettings } from '../../../src/store/index.ts';
import { seeded } from '../../bench/random.ts';
import { aroundCalls } from '../around-calls.ts';
import { type Prize, perform } from './act.ts';
import { officeOn } from './office.ts';
import type { Act } from './plan.ts';

/**
 * A process that takes part in races: `racer.ts SETTINGS NUMBER`. It gets its acts of one race after the other, does
 * them all at the same time, and answers what each was told.
 */
const [given = '', number = ''] = process.argv.slice(2);
const settings: StoreSettings = JSON.parse(given);
const random = seeded(Number(number));

const turns = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await setImmediate();
};
// A store in a file answers at once, so one act would be over before the next begins; here all take turns.
const store = aroundCalls(await openStore(settings), async (_operation, call) => {
  await turns(Math.floor(random() * 4));
  return call();
});
let counted = 0;
const ids = () => `p${number}u${(counted += 1)}`;
const offices = { last: officeOn(store, 'last', ids), next: officeOn(store, 'next', ids) };

process.on('message', async ({ prize, acts }: { prize: Prize; acts: Act[] }) => {
  const told = acts.map(async (act) => {
    await turns(act.after);
    return perform(store, offices[act.day], prize, act);
  });
  process.send?.(await Promise.all(told));
});
process.on('disconnect', () => {
  void store.close();
});
process.send?.('ready');
