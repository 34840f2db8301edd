import { expect, test } from '@jest/globals';
import { told } from './races/races.ts';
import { STORES, withTrack } from './races/stores.ts';

/** `npm run soak` runs two thousand. */
const RACES = 20;

test.each(STORES)(
  'whoever races for a request on %s, each has one outcome and all that was said is true',
  async (store) => {
    await withTrack(store, async (track) => {
      const states = new Set<string>();
      for (let seed = 1; seed <= RACES; seed += 1) {
        const race = await track.race(seed);
        expect(race.wrong.length === 0 ? '' : told(race, store)).toBe('');
        for (const state of race.states) states.add(state);
      }
      // Races that all end alike are none.
      expect(states.size).toBeGreaterThan(3);
    });
  },
);
