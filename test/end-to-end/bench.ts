import { afterEach, beforeEach } from '@jest/globals';
import { openWorld, type Place, type World } from './world.ts';

/** What a part of the suite is given: the world of the test that runs. */
export interface Bench {
  readonly world: World;
}

/** A world of its own for each test. */
export const createBench = (begin: () => Promise<Place>): Bench => {
  let world: World | undefined;
  beforeEach(async () => {
    world = await openWorld(await begin());
  });
  afterEach(async () => {
    await world?.close();
    world = undefined;
  });
  return {
    get world() {
      if (world === undefined) throw new Error('only inside a test');
      return world;
    },
  };
};
