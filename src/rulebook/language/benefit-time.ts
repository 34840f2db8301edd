import { firstDayAbove, monthsWith, unbrokenSince } from '../facts/benefit-time.ts';
import { factNamed } from '../facts/catalogue.ts';
import type { World } from '../world.ts';
import { words } from './conditions.ts';
import { oneOf, shown, type Path } from './problems.ts';
import type { Expression, Scope } from './scope.ts';
import { compileDuration, compileTyped } from './values.ts';

/** Notes that the present benefit and the earlier ones were looked at. */
const noteBenefits = (world: World): void => {
  for (const name of ['benefit.type', 'benefit.since']) {
    const fact = factNamed(name);
    if (fact !== undefined) world.read(fact);
  }
  world.note('benefit.history', world.subject.benefit.history ?? []);
};

const benefitsAt = (scope: Scope, node: unknown, at: Path): string[] | undefined => {
  const named = words(scope, node, at)?.map(String);
  const allowed = factNamed('benefit.type')?.type;
  if (named === undefined || allowed?.type !== 'word') return undefined;
  for (const name of named)
    if (!allowed.values?.includes(name))
      scope.problems.add(at, `${shown(name)} is no benefit; ${oneOf(allowed.values ?? [])}`);
  return named;
};

interface Counted {
  benefits: string[];
  months: number;
}

/** `monthsWith` and `inLast`: which benefits are counted in how many calendar months. */
const countedIn = (scope: Scope, table: Record<string, unknown>, at: Path): Counted | undefined => {
  const benefits = benefitsAt(scope, table['monthsWith'], [...at, 'monthsWith']);
  const length = compileDuration(scope, table['inLast'], [...at, 'inLast']);
  if (benefits === undefined || length === undefined) return undefined;
  if (length.unit !== 'months') {
    scope.problems.add([...at, 'inLast'], 'calendar months are counted; allowed: "N months"');
    return undefined;
  }
  return { benefits, months: length.n };
};

/** In how many of the last calendar months one of some benefits was paid: `{ monthsWith: [shy], inLast: 36 months }`. */
export const compileMonthsWith = (scope: Scope, table: Record<string, unknown>, at: Path): Expression | undefined => {
  const counted = countedIn(scope, table, at);
  if (counted === undefined) return undefined;
  const of = (world: World) => {
    noteBenefits(world);
    return monthsWith(world.subject, counted.benefits, counted.months, world.date.month());
  };
  return { type: { type: 'number' }, of };
};

/**
 * The first day, from a date on, on which there were more than so many such months; unknown where there is none by the
 * reference date: `{ firstDayAbove: 18, monthsWith: [shy], inLast: 36 months, from: $arrival }`.
 */
export const compileFirstDayAbove = (
  scope: Scope,
  table: Record<string, unknown>,
  at: Path,
): Expression | undefined => {
  const counted = countedIn(scope, table, at);
  const limit = compileTyped(scope, table['firstDayAbove'], [...at, 'firstDayAbove'], 'number');
  const from = compileTyped(scope, table['from'], [...at, 'from'], 'date');
  if (counted === undefined || limit === undefined || from === undefined) return undefined;
  const of = (world: World) => {
    const [start, more] = [from.of(world), limit.of(world)];
    noteBenefits(world);
    return typeof start === 'number' && typeof more === 'number'
      ? firstDayAbove(world.subject, counted.benefits, counted.months, more, start, world.date)
      : undefined;
  };
  return { type: { type: 'date' }, of };
};

/** The first day of the unbroken benefit time: `{ benefitUnbrokenSince: true, brokenBy: [selvforsoergende] }`. */
export const compileUnbrokenSince = (
  scope: Scope,
  table: Record<string, unknown>,
  at: Path,
): Expression | undefined => {
  const breaking = benefitsAt(scope, table['brokenBy'] ?? [], [...at, 'brokenBy']);
  if (breaking === undefined) return undefined;
  const of = (world: World) => {
    noteBenefits(world);
    return unbrokenSince(world.subject, breaking);
  };
  return { type: { type: 'date' }, of };
};
