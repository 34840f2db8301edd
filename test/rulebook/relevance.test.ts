import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideInputSchema } from '../../src/contract/question.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { dayOf } from '../../src/rulebook/calendar.ts';
import type { Value } from '../../src/rulebook/facts/types.ts';
import { relevance, type Relevance } from '../../src/rulebook/relevance.ts';
import { settle, type Settled } from '../../src/rulebook/settle.ts';
import { answerKey, weigh, type Weight } from '../../src/rulebook/weigh.ts';
import { probesFor } from '../../src/rulebook/probes.ts';
import { Assumptions, World } from '../../src/rulebook/world.ts';
import { readScenarios } from '../../src/rulebook/check/scenario.ts';

const root = join(import.meta.dirname, '../..');
const shelf = readShelf(join(root, 'rulebooks'));
const scenarios = readScenarios(readFileSync(join(root, 'test/scenarios/rebild-decisions.jsonl'), 'utf8'));

/** More than that the plain way takes too long over. */
const MOST_TRIES = 4000;

/** What must stand in a record. */
const needed = new Set(
  'id municipality team caseworker name kind starts offerId type since today category on by role rule answer provider from tiers offers'.split(
    ' ',
  ),
);

/** Leaves out the facts that `drop` says. */
const thinned = (node: unknown, drop: () => boolean): unknown => {
  if (Array.isArray(node)) return node.map((each) => thinned(each, drop));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(
    ([key, value]) => needed.has(key) || (typeof value === 'object' && !Array.isArray(value)) || !drop(),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, thinned(value, drop)]));
};

interface Expected extends Pick<Relevance, 'missing' | 'settled'> {
  /** The rules that say no. */
  denied?: ReadonlySet<string>;
}

const durationsOf = ({ chapter }: Settled) => [...chapter.durations.values()];

/** Every combination of all unknown facts' values, tried on all open clauses together: slow, and plainly right. */
const byFullProduct = (world: World, settled: Settled): Expected | undefined => {
  const { open, context, weights: fixed } = settled;
  const unknown = new Map(open.flatMap((each) => each.unknown.map((fact) => [fact.path, fact] as const)));
  const paths = [...unknown.keys()];
  const domains = [...unknown.values()].map(({ path, type }) => probesFor(path, type, world, durationsOf(settled)));
  const tries = domains.reduce((product, domain) => product * domain.length, 1);
  if (tries === 0 || tries > MOST_TRIES) return undefined;

  let worlds: Map<string, Value>[] = [new Map()];
  for (const [index, domain] of domains.entries())
    worlds = worlds.flatMap((each) => domain.map((value) => new Map(each).set(paths[index] ?? '', value)));
  const outcomes = worlds.map((values): Weight[] => {
    world.assumed = new Assumptions(values);
    return open.filter(({ clause }) => clause.when(world) === true).map(({ clause }) => weigh(clause, world, context));
  });
  world.assumed = undefined;
  const keys = outcomes.map((weights) => answerKey([...fixed, ...weights]));
  const [first = []] = outcomes;
  const forbidden = (weights: readonly Weight[]) =>
    new Set(weights.filter(({ as }) => as === 'forbids').map(({ clause }) => clause.rule));
  if (keys.every((key) => key === 'denied')) {
    const everywhere = outcomes.map(forbidden).reduce((common, rules) => common.intersection(rules));
    const somewhere = outcomes.map(forbidden).reduce((all, rules) => all.union(rules));
    return { missing: [], denied: everywhere.size > 0 ? everywhere : somewhere, settled: first };
  }
  const missing = paths.filter((path) => {
    const answers = new Map<string, string>();
    return worlds.some((values, nth) => {
      const others = JSON.stringify([...values].filter(([other]) => other !== path));
      const before = answers.get(others);
      answers.set(others, keys[nth] ?? '');
      return before !== undefined && before !== keys[nth];
    });
  });
  return { missing, settled: missing.length === 0 ? first : [] };
};

const said = ({ missing, denied, settled }: Expected) => ({
  missing,
  denied,
  settled: settled.map(({ as, clause }) => `${as} ${clause.rule}`),
});

test('facts tried in groups matter exactly when they do with all facts tried together', () => {
  let compared = 0;
  const property = fc.property(
    fc.constantFrom(...scenarios),
    fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
    fc.constantFrom(10, 30, 60),
    ({ today, input }, dice, percent) => {
      const thin = thinned(input, () => Number(dice.next().value) < percent);
      const checked = decideInputSchema.safeParse(thin);
      if (!checked.success) return;
      const { case: subject, question, catalogue = [] } = checked.data;
      const found = shelf.on(subject?.municipality ?? '', today);
      if (subject === undefined || !('rulebook' in found)) throw new Error('each scenario is about a case');
      const world = new World(dayOf(today), subject, question, catalogue);
      if (question.kind === 'start-offer') world.offer = question.offer;
      else if ('offerId' in question) world.offer = subject.offers?.find(({ id }) => id === question.offerId);
      const settled = settle(found.rulebook, world);
      const { open, context, weights } = settled;
      if (open.length === 0 || weights.some(({ as }) => as === 'forbids')) return;
      const expected = byFullProduct(world, settled);
      if (expected === undefined) return;
      compared += 1;
      const { denied, certain: _certain, ...rest } = relevance(durationsOf(settled), world, open, context);
      const rules = denied && { denied: new Set(denied.map(({ clause }) => clause.rule)) };
      expect(said({ ...rest, ...rules })).toEqual(said(expected));
    },
  );
  fc.assert(property, { numRuns: 250, seed: 20230101 });
  expect(compared).toBeGreaterThan(100);
});
