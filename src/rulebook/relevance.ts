import type { Clause, Rulebook } from './compile.ts';
import type { Value } from './facts/types.ts';
import { probesFor } from './probes.ts';
import type { SignOffContext } from './sign-offs.ts';
import { answerKey, weigh, type Weight } from './weigh.ts';
import type { Unknown, World } from './world.ts';

/** What the open clauses come to when every possible value of the unknown facts is tried. */
export interface Relevance {
  /** The unknown facts whose value can still change the answer, in the order in which they were met. */
  missing: string[];
  /** Whatever the unknown facts are, the answer is no, by these weights. */
  denied?: Weight[];
  /** Where nothing is missing: what the open clauses come to in every case. */
  settled: Weight[];
}

/** More tries than this are not made; then every unknown fact that was met is asked for. */
const MOST_TRIES = 100_000;

/**
 * A fact matters if two of its values, with some values of the other unknown facts, lead to different answers.
 * Nothing else is asked for. `open` are the clauses that could not be settled, `fixed` what the others came to.
 */
export const relevance = (
  rulebook: Rulebook,
  world: World,
  open: readonly Clause[],
  unknown: readonly Unknown[],
  fixed: readonly Weight[],
  contextIn: (world: World) => SignOffContext,
): Relevance => {
  const domains = unknown.map(({ path, type }) => probesFor(path, type, world, rulebook.durations));
  const tries = domains.reduce((product, domain) => product * domain.length, 1);
  if (tries === 0 || tries > MOST_TRIES) return { missing: unknown.map(({ path }) => path), settled: [] };

  const keys = new Array<string>(tries);
  let denied: Map<string, Weight> | undefined;
  let first: Weight[] = [];
  const assumed = new Map<string, Value>();
  world.assumed = assumed;
  for (let nth = 0; nth < tries; nth += 1) {
    let rest = nth;
    for (const [index, domain] of domains.entries()) {
      const value = domain[rest % domain.length];
      const path = unknown[index]?.path;
      if (value !== undefined && path !== undefined) assumed.set(path, value);
      rest = Math.floor(rest / domain.length);
    }
    const context = contextIn(world);
    const weights = open.filter((clause) => clause.when(world) === true).map((clause) => weigh(clause, world, context));
    if (nth === 0) first = weights;
    keys[nth] = answerKey([...fixed, ...weights]);
    const forbidding = weights
      .filter(({ as }) => as === 'forbids')
      .map((weight): [string, Weight] => [weight.clause.rule, weight]);
    denied =
      denied === undefined
        ? new Map(forbidding)
        : new Map([...denied].filter(([rule]) => forbidding.some(([other]) => other === rule)));
  }
  world.assumed = undefined;
  if (keys.every((key) => key === 'denied'))
    return { missing: [], denied: [...(denied ?? new Map()).values()], settled: first };
  const missing = unknown.filter((_, index) => turns(keys, domains, index)).map(({ path }) => path);
  return { missing, settled: missing.length === 0 ? first : [] };
};

/** Whether, somewhere, another value of this one fact gives another answer. */
const turns = (keys: readonly string[], domains: readonly (readonly Value[])[], index: number): boolean => {
  const stride = domains.slice(0, index).reduce((product, domain) => product * domain.length, 1);
  const size = domains[index]?.length ?? 1;
  return keys.some((key, nth) => {
    const own = Math.floor(nth / stride) % size;
    return own > 0 && keys[nth - stride] !== key;
  });
};
