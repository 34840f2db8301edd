import { isoOf } from './calendar.ts';
import { factsBySlot } from './facts/catalogue.ts';
import type { World } from './world.ts';

/** What was read, by path, dates as ISO; without the reference date, which is no fact of the case. */
export const tracedReads = (world: World): Record<string, unknown> => {
  const reads: Record<string, unknown> = {};
  for (const fact of factsBySlot) {
    const value = world.values[fact.slot ?? -1];
    if (value === undefined || fact.name === 'today') continue;
    reads[fact.name] = typeof value === 'number' && fact.type.type === 'date' ? isoOf(value) : value;
  }
  for (const [path, value] of world.reads) reads[path] = value;
  return reads;
};
