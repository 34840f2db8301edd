import { isoOf } from './calendar.ts';
import { factNamed } from './facts/catalogue.ts';
import type { World } from './world.ts';

/** What was read, by path, dates as ISO; without the reference date, which is no fact of the case. */
export const tracedReads = (world: World): Record<string, unknown> => {
  const reads: Record<string, unknown> = {};
  for (const [path, value] of world.reads) {
    if (path === 'today') continue;
    reads[path] = typeof value === 'number' && isDate(path) ? isoOf(value) : value;
  }
  return reads;
};

const isDate = (path: string): boolean =>
  factNamed(path.startsWith('offers.') ? path.replace(/^offers\.[^.]+/, 'offer') : path)?.type.type === 'date';
