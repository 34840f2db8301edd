import type { Fact } from '../facts/catalogue.ts';
import type { Value } from '../facts/types.ts';
import type { World } from '../world.ts';

/** Reads a fact a rule needs: an absent one is noted as unknown, so that it can be asked for. */
export const needed = (world: World, fact: Fact): Value | undefined => {
  const path = fact.path(world);
  const value = world.seen(path, fact.of(world));
  if (value === undefined) world.unknown.push({ path, type: fact.type });
  return value;
};

/** Reads a fact whose absence says something by itself and is never asked for. */
export const ifRecorded = (world: World, fact: Fact): Value | undefined => world.seen(fact.path(world), fact.of(world));
