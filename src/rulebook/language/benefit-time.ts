import { monthsWith, unbrokenSince } from '../facts/benefit-time.ts';
import { factNamed } from '../facts/catalogue.ts';
import type { World } from '../world.ts';
import { words } from './conditions.ts';
import { oneOf, shown, type Path } from './problems.ts';
import type { Expression, Scope } from './scope.ts';
import { compileDuration } from './values.ts';

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

/** In how many of the last calendar months one of some benefits was paid: `{ monthsWith: [shy], inLast: 36 months }`. */
export const compileMonthsWith = (scope: Scope, table: Record<string, unknown>, at: Path): Expression | undefined => {
  const benefits = benefitsAt(scope, table['monthsWith'], [...at, 'monthsWith']);
  const length = compileDuration(scope, table['inLast'], [...at, 'inLast']);
  if (benefits === undefined || length === undefined) return undefined;
  if (length.unit !== 'months') {
    scope.problems.add([...at, 'inLast'], 'calendar months are counted; allowed: "N months"');
    return undefined;
  }
  const of = (world: World) => {
    noteBenefits(world);
    return monthsWith(world.subject, benefits, length.n, world.today);
  };
  return { type: { type: 'number' }, of };
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
