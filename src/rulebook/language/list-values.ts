import type { Value } from '../facts/types.ts';
import type { World } from '../world.ts';
import { compileCondition } from './conditions.ts';
import { listEntries, listNameAt } from './lists.ts';
import type { Path } from './problems.ts';
import { needed } from './reads.ts';
import { factIn, type Expression, type Scope } from './scope.ts';

type Form = (scope: Scope, table: Record<string, unknown>, at: Path) => Expression | undefined;

/** What a list's matching entries give: their latest date, how many different words, or a sum of hours. */
export const overList =
  (key: 'latestOf' | 'earliestOf' | 'countOf' | 'distinctOf' | 'sumOf'): Form =>
  (scope, table, at) => {
    const list = listNameAt(scope, table[key], [...at, key]);
    if (list === undefined) return undefined;
    const inner: Scope = { ...scope, list };
    const where = 'where' in table ? compileCondition(inner, table['where'], [...at, 'where']) : () => true;
    const takes = key === 'countOf' ? undefined : factIn(inner, table['take'], [...at, 'take']);
    if (where === undefined || (takes === undefined && key !== 'countOf')) return undefined;
    const collect = (world: World): (Value | undefined)[] => {
      const taken: (Value | undefined)[] = [];
      const outer = world.its;
      for (const entry of listEntries(world, list)) {
        world.its = entry;
        if (where(world) !== true) continue;
        taken.push(takes === undefined ? 1 : needed(world, takes));
      }
      world.its = outer;
      return taken;
    };
    const known = (world: World) => collect(world).filter((value) => value !== undefined);
    const numbers = (world: World) => collect(world).filter((value) => typeof value === 'number');
    switch (key) {
      case 'latestOf':
      case 'earliestOf': {
        const pick = key === 'latestOf' ? Math.max : Math.min;
        return {
          type: { type: 'date' },
          of: (world) => {
            const days = numbers(world);
            return days.length === 0 ? undefined : pick(...days);
          },
        };
      }
      case 'countOf':
        return { type: { type: 'number' }, of: (world) => collect(world).length };
      case 'distinctOf':
        return { type: { type: 'number' }, of: (world) => new Set(known(world)).size };
      case 'sumOf':
        return { type: { type: 'number' }, of: (world) => total(collect(world)) };
    }
  };

/** A field of the latest matching entry; of two on one day, of the last in the list. Nothing where none matches. */
export const latestEntry: Form = (scope, table, at) => {
  const list = listNameAt(scope, table['latestEntry'], [...at, 'latestEntry']);
  if (list !== 'events') {
    scope.problems.add([...at, 'latestEntry'], 'only events have a day they happened on; allowed: events');
    return undefined;
  }
  const inner = { ...scope, list };
  const on = factIn(inner, 'its.on', at);
  const takes = factIn(inner, table['take'], [...at, 'take']);
  const where = 'where' in table ? compileCondition(inner, table['where'], [...at, 'where']) : () => true;
  if (on === undefined || takes === undefined || where === undefined) return undefined;
  const of = (world: World) => {
    const outer = world.its;
    let latest: { day: Value; value: Value | undefined } | undefined;
    for (const entry of listEntries(world, list)) {
      world.its = entry;
      const day = world.read(on) ?? 0;
      if (where(world) === true && (latest === undefined || day >= latest.day))
        latest = { day, value: world.read(takes) };
    }
    world.its = outer;
    return latest?.value;
  };
  return { type: takes.type, of };
};

/** Finer than anybody counts hours or money, coarser than what adding fractions leaves behind. */
const FINEST = 1e6;

/** The sum of numbers as people add them (0.1 + 4.1 + 1.8 is 6); unknown while one of them is. */
export const total = (values: readonly (Value | undefined)[]): number | undefined => {
  let sum = 0;
  for (const value of values) {
    if (typeof value !== 'number') return undefined;
    sum += value;
  }
  return Math.round(sum * FINEST) / FINEST;
};
