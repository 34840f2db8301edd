import { dayOf, type Day } from './calendar.ts';
import type { Chapter, Rulebook } from './compile.ts';
import type { Value } from './facts/types.ts';
import type { OpenClause } from './relevance.ts';
import type { SignOffContext } from './sign-offs.ts';
import { isDecisive, weigh, type Weight } from './weigh.ts';
import type { World } from './world.ts';

/** What a chapter's clauses come to by the facts that are recorded, and the clauses that unknown facts leave open. */
export interface Settled {
  chapter: Chapter;
  context: SignOffContext;
  weights: Weight[];
  open: OpenClause[];
}

/** Asks every clause that speaks to the question about the world's offer. */
export const settle = (rulebook: Rulebook, world: World): Settled => {
  const chapter = rulebook.said(world.question.kind, world.offer?.kind);
  world.furthestEnd = chapter.latestEnd?.of;
  const context = signOffContext(rulebook, world);
  const weights: Weight[] = [];
  const open: OpenClause[] = [];
  for (const clause of chapter.clauses) {
    world.forget(0);
    const start = world.trail.length;
    const holds = clause.when(world);
    if (holds === false || clause.asks?.every((fact) => fact.of(world) !== undefined)) continue;
    if (holds === true) weights.push(weigh(clause, world, context, world.trail.slice(start)));
    else if (isDecisive(clause) && world.unknown.length > 0) open.push({ clause, unknown: world.unknown.slice() });
  }
  return { chapter, context, weights, open };
};

const signOffContext = (rulebook: Rulebook, world: World): SignOffContext => {
  const { date, subject, question } = world;
  const context = { date, caseworker: subject.caseworker, exceptionRoles: rulebook.exceptionRoles };
  if (question.kind !== 'extend-offer') return context;
  // The end that the extension is judged for, under whatever is assumed just now.
  const until = () => (question.until === undefined ? dayIn(world, world.furthestEnd) : dayOf(question.until));
  return { ...context, until };
};

/** A date's value; what it lacks is not asked for. */
export const dayIn = (world: World, of: ((world: World) => Value | undefined) | undefined): Day | undefined => {
  const mark = world.unknown.length;
  const value = of?.(world);
  world.forget(mark);
  return typeof value === 'number' ? value : undefined;
};
