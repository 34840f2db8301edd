import { TIERS, type Tier } from '../../contract/vocabulary.ts';
import type { Truth } from '../kleene.ts';
import type { World } from '../world.ts';
import { compileCondition } from './conditions.ts';
import { listAt, onlyKeys, tableAt } from './keys.ts';
import { oneOf, shown, type Path } from './problems.ts';
import type { Condition, Expression, Scope } from './scope.ts';

/** What an offer's colour can be; `unlisted` where neither the catalogue nor a rule gives one. */
const COLOURS = [...TIERS, 'unlisted'] as const;

interface Row {
  tier: Tier;
  when: Condition;
}

const stricter = (a: Tier | undefined, b: Tier | undefined): Tier | undefined =>
  a === undefined || (b !== undefined && TIERS.indexOf(b) > TIERS.indexOf(a)) ? b : a;

/** The strictest of the catalogue's tier for the citizen's benefit and its tier for all groups (`*`). */
const listedTier = (world: World): Tier | undefined => {
  const item = world.catalogue.find(({ id }) => id === world.offer?.catalogueItem);
  const tiers = item?.tiers;
  const tier = stricter(tiers?.[world.subject.benefit.type], tiers?.['*']);
  if (tier !== undefined) world.note(world.pathOf('offer.listedTier'), tier);
  return tier;
};

/**
 * The offer's colour: what the catalogue lists, else the first of `unlessListed` that applies; then raised to the tier
 * of every row of `atLeast` that applies. A row whose facts are unknown makes the colour unknown only where the
 * catalogue lists the offer and the row could still raise it; otherwise what is not recorded is taken not to apply.
 */
export const compileTier = (scope: Scope, table: Record<string, unknown>, at: Path): Expression | undefined => {
  const here = [...at, 'strictestTier'];
  const form = tableAt(scope.problems, table['strictestTier'], here, 'atLeast and unlessListed');
  if (form === undefined || !onlyKeys(scope.problems, form, here, ['atLeast', 'unlessListed'])) return undefined;
  const floors = compileRows(scope, form['atLeast'], [...here, 'atLeast']);
  const defaults = compileRows(scope, form['unlessListed'], [...here, 'unlessListed']);
  const of = (world: World) => {
    const listed = listedTier(world);
    const start = listed ?? defaults.find(({ when }) => when(world) === true)?.tier;
    let tier = start;
    const before = world.unknown.length;
    const open: Tier[] = [];
    for (const floor of floors) {
      const mark = world.unknown.length;
      const holds: Truth = floor.when(world);
      if (holds === true) tier = stricter(tier, floor.tier);
      else if (holds === undefined && listed !== undefined) open.push(floor.tier);
      if (holds !== undefined || listed === undefined) world.forget(mark);
    }
    const couldRise = open.some((floor) => stricter(tier, floor) !== tier);
    if (couldRise) return undefined;
    world.forget(before);
    return tier ?? 'unlisted';
  };
  return { type: { type: 'word', values: COLOURS }, of };
};

const compileRows = (scope: Scope, node: unknown, at: Path): Row[] =>
  (listAt(scope.problems, node, at, 'rows with tier and when') ?? []).flatMap((row, index) => {
    const place = [...at, index];
    const cells = tableAt(scope.problems, row, place, 'a row with tier and when');
    if (cells === undefined || !onlyKeys(scope.problems, cells, place, ['tier', 'when'])) return [];
    const tier = TIERS.find((name) => name === cells['tier']);
    if (tier === undefined)
      scope.problems.add([...place, 'tier'], `${shown(cells['tier'])} is no tier; ${oneOf(TIERS)}`);
    const when = compileCondition(scope, cells['when'], [...place, 'when']);
    return tier === undefined || when === undefined ? [] : [{ tier, when }];
  });
