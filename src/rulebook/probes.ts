import { add, type Day, type Duration } from './calendar.ts';
import { factNamed } from './facts/catalogue.ts';
import type { Value, ValueType } from './facts/types.ts';
import type { World } from './world.ts';

/** Larger than any price or number of hours a rule compares with. */
const MUCH = 1_000_000;
/** Older than anyone a rule speaks of. */
const OLDEST = 120;

/**
 * Values of an unknown fact between which an answer could turn: both truths, every word, the numbers around each
 * threshold met, the days around every length of time the rulebook names, counted from the dates in play, the birthdays
 * around each age met.
 */
export const probesFor = (
  path: string,
  type: ValueType,
  world: World,
  durations: readonly Duration[],
): readonly Value[] => {
  switch (type.type) {
    case 'boolean':
      return [true, false];
    case 'word':
      return type.values ?? ['?'];
    case 'number': {
      const around = [...world.thresholds].flatMap((n) => [n - 1, n, n + 1]).filter((n) => n >= 0);
      return [...new Set([0, ...around, MUCH])];
    }
    case 'date': {
      const lengths = path === 'citizen.birthDate' ? ages(world) : durations;
      return datesAround(world, lengths).filter((day) => isPlausible(path, day, world));
    }
  }
};

/** A birth date decides by the ages that rules compare with; besides those, a newborn and the oldest there are. */
const ages = (world: World): Duration[] =>
  [...[...world.thresholds].filter((n) => Number.isInteger(n) && n < OLDEST), OLDEST].map((n) => ({
    n,
    unit: 'years',
  }));

const datesAround = (world: World, durations: readonly Duration[]): Day[] => {
  const anchors = [world.date.itself()];
  for (const name of ['question.until', 'offer.starts', 'offer.ends']) {
    const day = factNamed(name)?.of(world);
    if (typeof day === 'number') anchors.push(day);
  }
  const days = new Set<Day>();
  for (const anchor of anchors)
    for (const day of [anchor, ...durations.flatMap((length) => [add(anchor, length), add(anchor, length, -1)])])
      for (const near of [day - 1, day, day + 1]) days.add(near);
  return [...days];
};

/** An offer ends on or after its first day and before the day it is to be extended to; nobody is born tomorrow. */
const isPlausible = (path: string, day: Day, world: World): boolean => {
  if (path === 'citizen.birthDate') return world.date.hasCome(day);
  if (path !== 'offer.ends') return true;
  const starts = factNamed('offer.starts')?.of(world);
  const until = factNamed('question.until')?.of(world);
  return (typeof starts !== 'number' || day >= starts) && (typeof until !== 'number' || day < until);
};
