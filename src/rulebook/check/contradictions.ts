import type { Case, Offer } from '../../contract/case.ts';
import type { Question } from '../../contract/question.ts';
import { BENEFITS, OFFER_KINDS, type Benefit, type OfferKind, type QuestionKind } from '../../contract/vocabulary.ts';
import { dayOf } from '../calendar.ts';
import type { Chapter } from '../chapters.ts';
import type { Clause } from '../compile-clause.ts';
import type { Rulebook } from '../compile.ts';
import { factNamed } from '../facts/catalogue.ts';
import type { Value } from '../facts/types.ts';
import { probesFor } from '../probes.ts';
import { Assumptions, World } from '../world.ts';

/** Two rules that contradict: what the one permits, demands or wants approved, the other forbids, whatever the facts. */
export interface Contradiction {
  rule: string;
  effect: Clause['effect'];
  forbidding: string;
  question: QuestionKind;
}

const ABOUT_OFFERS = ['start-offer', 'extend-offer', 'continue-offer'] as const;
const SPEAKING: ReadonlySet<Clause['effect']> = new Set(['permits', 'approval', 'requires']);
/** So many worlds are looked at for two clauses and a benefit; of more, so many that lie evenly among them. */
const MOST_WORLDS = 20_000;

/**
 * Finds the rules that never get their say: whenever they hold, another rule forbids. All values of the facts the two
 * read are tried, as they are for what can still matter, on a case of every benefit in which nothing else is recorded.
 */
export const contradictionsIn = (rulebook: Rulebook): Contradiction[] => {
  const found = new Map<string, Contradiction>();
  for (const question of ABOUT_OFFERS)
    for (const kind of OFFER_KINDS) {
      const chapter = rulebook.said(question, kind);
      for (const clause of chapter.clauses.filter(({ effect }) => SPEAKING.has(effect)))
        for (const forbids of chapter.clauses.filter(({ effect }) => effect === 'forbids'))
          if (clause.rule !== forbids.rule && isSilenced(rulebook, chapter, question, kind, clause, forbids))
            found.set(`${question} ${clause.rule} ${forbids.rule}`, {
              rule: clause.rule,
              effect: clause.effect,
              forbidding: forbids.rule,
              question,
            });
    }
  return [...found.values()];
};

/** Whether a clause holds somewhere, and nowhere without the other forbidding. */
const isSilenced = (
  rulebook: Rulebook,
  chapter: Chapter,
  question: (typeof ABOUT_OFFERS)[number],
  kind: OfferKind,
  clause: Clause,
  forbids: Clause,
): boolean => {
  let holdsSomewhere = false;
  for (const benefit of BENEFITS) {
    const world = emptyWorld(rulebook, question, kind, benefit);
    world.furthestEnd = chapter.latestEnd?.of;
    const lengths = [...chapter.durations.values()];
    for (const assumptions of worldsOf(world, [clause, forbids], lengths)) {
      world.assumed = assumptions;
      if (clause.when(world) !== true) continue;
      if (forbids.when(world) !== true) return false;
      holdsSomewhere = true;
    }
  }
  return holdsSomewhere;
};

const emptyWorld = (
  { municipality, validFrom }: Rulebook,
  kind: (typeof ABOUT_OFFERS)[number],
  offerKind: OfferKind,
  benefit: Benefit,
): World => {
  const offer: Offer = { id: 'asked', kind: offerKind, starts: validFrom };
  const subject: Case = {
    id: 'asked',
    municipality,
    team: 'asked',
    caseworker: 'asked',
    citizen: { name: 'asked' },
    benefit: { type: benefit, since: validFrom },
    offers: kind === 'start-offer' ? [] : [offer],
  };
  const question: Question = kind === 'start-offer' ? { kind, offer } : { kind, offerId: offer.id };
  const world = new World(dayOf(validFrom), subject, question, []);
  world.offer = offer;
  return world;
};

/** Every combination of values of the facts that clauses look for and do not find. */
function* worldsOf(
  world: World,
  clauses: readonly Clause[],
  durations: Parameters<typeof probesFor>[3],
): Generator<Assumptions> {
  const values = new Map<string, Value>();
  const assumptions = new Assumptions(values);
  // Which facts are looked for can depend on the values of others: look with each of their first values.
  for (let before = -1; before !== assumptions.asked.size;) {
    before = assumptions.asked.size;
    world.assumed = assumptions;
    for (const clause of clauses) clause.when(world);
    for (const path of assumptions.asked) {
      const type = factNamed(path)?.type;
      const first = type && probesFor(path, type, world, durations)[0];
      if (first !== undefined) values.set(path, first);
    }
  }
  world.assumed = undefined;
  for (const clause of clauses) clause.when(world);
  const domains = [...assumptions.asked].flatMap((path) => {
    const type = factNamed(path)?.type;
    return type === undefined ? [] : [{ path, probes: probesFor(path, type, world, durations) }];
  });
  const worlds = domains.reduce((product, { probes }) => product * probes.length, 1);
  const looked = Math.min(worlds, MOST_WORLDS);
  for (let nth = 0; nth < looked; nth += 1) {
    let rest = Math.floor((nth * worlds) / looked);
    for (const { path, probes } of domains) {
      const value = probes[rest % probes.length];
      if (value !== undefined) values.set(path, value);
      rest = Math.floor(rest / probes.length);
    }
    yield assumptions;
  }
}
