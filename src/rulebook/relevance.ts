import type { Duration } from './calendar.ts';
import type { Clause } from './compile.ts';
import { joined, type Group } from './groups.ts';
import type { Value } from './facts/types.ts';
import { probesFor } from './probes.ts';
import type { SignOffContext } from './sign-offs.ts';
import { answerKey, DENIED, weigh, type Weight } from './weigh.ts';
import { Assumptions, type Unknown, type World } from './world.ts';

/** A clause that could not be settled, and the facts whose absence it met. */
export interface OpenClause {
  clause: Clause;
  unknown: readonly Unknown[];
}

/** What the open clauses come to when every possible value of the unknown facts is tried. */
export interface Relevance {
  /** The unknown facts whose value can still change the answer, in the order in which they were met. */
  missing: string[];
  /** Whatever the unknown facts are, the answer is no, by these weights. */
  denied?: Weight[];
  /** Where nothing is missing: what the open clauses come to in every case. */
  settled: Weight[];
  /** The open clauses that hold whatever the unknown facts are. */
  certain: Weight[];
}

/** The values that are tried for an unknown fact. */
interface Domain {
  values: readonly Value[];
  isNumber: boolean;
}

/** More tries than this are not made for one group of facts; then every one of them is asked for. */
const MOST_TRIES = 100_000;

/**
 * A fact matters if two of its values, with some values of the other unknown facts, lead to different answers.
 * Nothing else is asked for. `open` are the clauses that could not be settled; none of the others forbids.
 *
 * Facts that no clause reads together are tried apart: the clauses of one group come to the same, whatever the facts of
 * another are, and an answer is no more than what its groups come to: no, if one of them says no, else all their parts.
 */
export const relevance = (
  durations: readonly Duration[],
  world: World,
  open: readonly OpenClause[],
  context: SignOffContext,
): Relevance => {
  const probes = new Map<string, Domain>();
  for (const { unknown } of open)
    for (const { path, type } of unknown)
      if (!probes.has(path))
        probes.set(path, { values: probesFor(path, type, world, durations), isNumber: type.type === 'number' });

  const trials = tryGroups(world, open, probes, context);
  const first = new Map(
    [...probes].flatMap(
      ([
        path,
        {
          values: [value],
        },
      ]) => (value === undefined ? [] : [[path, value] as const]),
    ),
  );
  const clauses = open.map(({ clause }) => clause);
  const settled = assuming(world, new Assumptions(first), () => spoken(clauses, world, context));
  const certain = trials.flatMap((trial) => trial.certain).map((clause) => weigh(clause, world, context));
  const blocked = trials.filter(({ passes }) => !passes);
  if (blocked.length > 0) {
    const common = new Set(trials.flatMap(({ everywhere }) => everywhere));
    const here = forbiddingByRule(settled);
    const always = [...here.values()].filter(({ clause }) => common.has(clause.rule));
    // Now one rule says no, now another: then all of them are named.
    return {
      missing: [],
      denied: always.length > 0 ? always : blocked.flatMap(({ somewhere }) => somewhere),
      settled,
      certain,
    };
  }
  const turning = new Set(trials.flatMap((trial) => trial.turning));
  const missing = [...probes.keys()].filter((path) => turning.has(path));
  return missing.length === 0 ? { missing, settled, certain: [] } : { missing, settled: [], certain };
};

/** What the clauses of a group come to, over all values of its facts. */
interface Trial {
  /** The facts another value of which, somewhere, gives another answer. */
  turning: readonly string[];
  /** Somewhere no clause forbids. */
  passes: boolean;
  /** The rules that forbid everywhere. */
  everywhere: readonly string[];
  /** What forbids somewhere, by one weight for each rule. */
  somewhere: readonly Weight[];
  /** The clauses that hold everywhere. */
  certain: readonly Clause[];
  /** Every fact that was looked for and not recorded. */
  asked: ReadonlySet<string>;
}

/** Tries the groups one by one; where a clause turns out to read another group's facts too, they are tried together. */
const tryGroups = (
  world: World,
  open: readonly OpenClause[],
  probes: ReadonlyMap<string, Domain>,
  context: SignOffContext,
): Trial[] => {
  let groups = joined(
    open.map(({ clause, unknown }) => ({ clauses: [clause], facts: new Set(unknown.map(({ path }) => path)) })),
  );
  for (;;) {
    const trials = groups.map((group) => tryGroup(world, group, probes, context));
    const wider = groups.map(({ clauses, facts }, index) => {
      const asked = [...(trials[index]?.asked ?? [])].filter((path) => probes.has(path));
      return { clauses, facts: facts.union(new Set(asked)) };
    });
    if (wider.every(({ facts }, index) => facts.size === groups[index]?.facts.size)) return trials;
    groups = joined(wider);
  }
};

type Values = readonly Value[];

const triesOf = (domains: readonly Values[]): number => domains.reduce((product, domain) => product * domain.length, 1);

/**
 * The values to try, all of them if they can be tried together. Else numbers are tried at their least and their most
 * only: where many are added up, it is there that the answer turns, if it does.
 */
const fewEnough = (domains: readonly Domain[]): readonly Values[] => {
  const all = domains.map(({ values }) => values);
  if (triesOf(all) <= MOST_TRIES) return all;
  return domains.map(({ values, isNumber }) => (isNumber ? extremesOf(values) : values));
};

const extremesOf = (values: Values): Values =>
  [...new Set([values[0], values.at(-1)])].filter((value) => value !== undefined);

const tryGroup = (
  world: World,
  { clauses, facts }: Group<Clause>,
  probes: ReadonlyMap<string, Domain>,
  context: SignOffContext,
): Trial => {
  const paths = [...facts];
  const domains = fewEnough(paths.flatMap((path) => probes.get(path) ?? []));
  const tries = triesOf(domains);
  if (tries === 0 || tries > MOST_TRIES)
    return { turning: paths, passes: true, everywhere: [], somewhere: [], certain: [], asked: new Set() };

  const keys = new Array<string>(tries);
  let everywhere: string[] | undefined;
  const somewhere = new Map<string, Weight>();
  let certain = clauses;
  const assumed = new Map<string, Value>();
  const assumptions = new Assumptions(assumed);
  assuming(world, assumptions, () => {
    for (let nth = 0; nth < tries; nth += 1) {
      let rest = nth;
      for (const [index, domain] of domains.entries()) {
        const value = domain[rest % domain.length];
        const path = paths[index];
        if (value !== undefined && path !== undefined) assumed.set(path, value);
        rest = Math.floor(rest / domain.length);
      }
      const weights = spoken(clauses, world, context);
      keys[nth] = answerKey(weights);
      const forbidding = forbiddingByRule(weights);
      everywhere = (everywhere ?? [...forbidding.keys()]).filter((rule) => forbidding.has(rule));
      for (const [rule, weight] of forbidding) somewhere.set(rule, weight);
      certain = certain.filter((clause) => weights.some((weight) => weight.clause === clause));
    }
  });
  return {
    turning: paths.filter((_, index) => turns(keys, domains, index)),
    passes: keys.some((key) => key !== DENIED),
    everywhere: everywhere ?? [],
    somewhere: [...somewhere.values()],
    certain,
    asked: assumptions.asked,
  };
};

const forbiddingByRule = (weights: readonly Weight[]): Map<string, Weight> =>
  new Map(weights.filter(({ as }) => as === 'forbids').map((weight) => [weight.clause.rule, weight]));

/** Does something in a world in which the unknown facts have the values assumed. */
const assuming = <T>(world: World, assumptions: Assumptions, act: () => T): T => {
  world.assumed = assumptions;
  const result = act();
  world.assumed = undefined;
  return result;
};

const spoken = (clauses: readonly Clause[], world: World, context: SignOffContext): Weight[] =>
  clauses.filter((clause) => clause.when(world) === true).map((clause) => weigh(clause, world, context));

/** Whether, somewhere, another value of this one fact gives another answer. */
const turns = (keys: readonly string[], domains: readonly (readonly Value[])[], index: number): boolean => {
  const stride = domains.slice(0, index).reduce((product, domain) => product * domain.length, 1);
  const size = domains[index]?.length ?? 1;
  return keys.some((key, nth) => {
    const own = Math.floor(nth / stride) % size;
    return own > 0 && keys[nth - stride] !== key;
  });
};
