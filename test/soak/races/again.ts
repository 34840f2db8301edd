import { told } from './races.ts';
import { STORES, withTrack } from './stores.ts';

/** Runs one race again and again until something is wrong: `again.ts STORE SEED`. Who comes first is not in the seed. */
const TIMES = 200;
const [name = '', seed = ''] = process.argv.slice(2);
const store = STORES.find((one) => one === name);
if (store === undefined || !/^\d+$/.test(seed)) {
  console.error(`again.ts STORE SEED, where STORE is one of ${STORES.join(', ')}, and SEED the number of a race`);
  process.exit(1);
}
await withTrack(store, async (track) => {
  for (let time = 1; time <= TIMES; time += 1) {
    const race = await track.race(Number(seed));
    if (race.wrong.length === 0) continue;
    console.log(told(race, store));
    process.exitCode = 1;
    return;
  }
  console.log(`Race ${seed} went well ${TIMES} times.`);
});
