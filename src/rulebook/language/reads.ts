import type { Fact } from '../facts/catalogue.ts';
import type { Value } from '../facts/types.ts';
import type { World } from '../world.ts';

/** Reads a fact a rule needs: an absent one is noted as unknown, so that it can be asked for. */
export const needed = (world: World, fact: Fact): Value | undefined => {
  const value = world.read(fact);
  if (value === undefined) world.unknown.push({ path: fact.path(world), type: fact.type });
  return value;
};
