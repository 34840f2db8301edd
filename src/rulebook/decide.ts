import type { Offer } from '../contract/case.ts';
import type { Outcome } from '../contract/decision.ts';
import { dayOf, isoOf, type Day } from './calendar.ts';
import type { Clause, Rulebook } from './compile.ts';
import { deadlinesOf, deadlinesTouched } from './deadlines.ts';
import { compose, planNotes } from './findings.ts';
import type { Value } from './facts/types.ts';
import type { Inquiry, Judgement } from './judgement.ts';
import { relevance } from './relevance.ts';
import type { SignOffContext } from './sign-offs.ts';
import { tracedReads } from './trace.ts';
import { isDecisive, weigh, type Weight } from './weigh.ts';
import { World, type Unknown } from './world.ts';

/**
 * Answers a question about a case by a municipality's rules on a reference date. Pure: the same three give the same
 * answer, always. The inquiry must have passed the contract's schemas.
 */
export const decide = (rulebook: Rulebook, inquiry: Inquiry): Judgement => {
  const { question } = inquiry;
  if (inquiry.case === undefined) return judgementOf(rulebook, inquiry, undefined, { outcome: 'allowed' });
  const world = new World(dayOf(inquiry.today), inquiry.case, question, inquiry.catalogue);
  switch (question.kind) {
    case 'deadlines': {
      const { entries, missing } = deadlinesOf(rulebook, world);
      const outcome = entries.length === 0 && missing.length > 0 ? 'needs-info' : 'allowed';
      return judgementOf(rulebook, inquiry, world, { outcome, deadlines: entries, missing });
    }
    case 'next-step':
      return nextStep(rulebook, inquiry, world);
    case 'start-offer':
      return aboutOffer(rulebook, inquiry, world, question.offer);
    case 'extend-offer':
    case 'continue-offer':
      return aboutOffer(
        rulebook,
        inquiry,
        world,
        inquiry.case.offers?.find(({ id }) => id === question.offerId),
      );
  }
};

/** The order of means, with what is overdue or due soon. */
const nextStep = (rulebook: Rulebook, inquiry: Inquiry, world: World): Judgement => {
  const missing = new Set<string>();
  const steps: Weight[] = [];
  for (const clause of rulebook.said('next-step').clauses) {
    world.unknown.length = 0;
    const holds = clause.when(world);
    if (holds === true) steps.push({ clause, as: 'suggests', reads: [] });
    else if (holds === undefined) for (const { path } of world.unknown) missing.add(path);
  }
  const alternatives = steps.map(({ clause }) => ({ text: clause.says(world), rule: clause.rule }));
  const { entries } = deadlinesOf(rulebook, world);
  return judgementOf(rulebook, inquiry, world, {
    outcome: steps.length === 0 && missing.size > 0 ? 'needs-info' : 'allowed',
    alternatives,
    missing: [...missing],
    deadlines: entries.filter(({ status }) => status === 'overdue' || status === 'due-soon'),
  });
};

const aboutOffer = (rulebook: Rulebook, inquiry: Inquiry, world: World, offer: Offer | undefined): Judgement => {
  world.offer = offer;
  const chapter = rulebook.said(inquiry.question.kind, offer?.kind);
  world.furthestEnd = chapter.latestEnd?.of;
  const contextIn = (inWorld: World) => signOffContext(rulebook, inWorld);
  const context = contextIn(world);

  const weights: Weight[] = [];
  const open: Clause[] = [];
  const unknown = new Map<string, Unknown>();
  for (const clause of chapter.clauses) {
    world.unknown.length = 0;
    const start = world.trail.length;
    const holds = clause.when(world);
    if (holds === false || clause.asks?.every((fact) => fact.of(world) !== undefined)) continue;
    if (holds === true) weights.push(weigh(clause, world, context, world.trail.slice(start)));
    else if (isDecisive(clause) && world.unknown.length > 0) {
      open.push(clause);
      for (const fact of world.unknown) unknown.set(fact.path, fact);
    }
  }
  const asked = weights.flatMap(({ clause }) => (clause.asks ?? []).filter((fact) => fact.of(world) === undefined));
  let missing = asked.map((fact) => fact.path(world));
  if (open.length > 0 && !weights.some(({ as }) => as === 'forbids')) {
    const found = relevance(rulebook, world, open, [...unknown.values()], weights, contextIn);
    missing.push(...found.missing.filter((path) => !missing.includes(path)));
    weights.push(...(found.denied ?? found.settled));
    if (found.denied !== undefined) missing = [];
  }
  const denied = weights.some(({ as }) => as === 'forbids');
  if (denied) missing = [];
  const latestEnd = dayIn(world, world.furthestEnd);
  const requestExpiresOn = dayIn(world, chapter.requestExpires?.of);
  const waiting = open.filter(({ rule }) => missing.length > 0 && !weights.some(({ clause }) => clause.rule === rule));
  const composed = compose(rulebook, world, weights, waiting);
  return judgementOf(rulebook, inquiry, world, {
    ...composed,
    outcome: outcomeOf(weights, missing),
    missing,
    deadlines: deadlinesTouched(chapter.touched, world),
    ...(latestEnd === undefined ? {} : { latestEnd: isoOf(latestEnd) }),
    ...(context.until === undefined ? {} : { until: isoOf(context.until) }),
    ...(requestExpiresOn === undefined ? {} : { requestExpiresOn: isoOf(requestExpiresOn) }),
    ...(denied ? { individualAssessment: { roles: rulebook.exceptionRoles } } : {}),
  });
};

const outcomeOf = (weights: readonly Weight[], missing: readonly string[]): Outcome => {
  if (weights.some(({ as }) => as === 'forbids')) return 'denied';
  if (missing.length > 0) return 'needs-info';
  if (weights.some(({ as }) => as === 'requires')) return 'not-yet';
  const open = (weight: Weight) => weight.as === 'approval' && weight.status === 'open';
  return weights.some(open) ? 'needs-approval' : 'allowed';
};

const signOffContext = (rulebook: Rulebook, world: World): SignOffContext => {
  const { question, today, subject } = world;
  let until: Day | undefined;
  if (question.kind === 'extend-offer')
    until = question.until === undefined ? dayIn(world, world.furthestEnd) : dayOf(question.until);
  return {
    today,
    caseworker: subject.caseworker,
    until,
    exceptionRoles: rulebook.exceptionRoles,
  };
};

/** A date's value; what it lacks is not asked for. */
const dayIn = (world: World, of: ((world: World) => Value | undefined) | undefined): Day | undefined => {
  const mark = world.unknown.length;
  const value = of?.(world);
  world.unknown.length = mark;
  return typeof value === 'number' ? value : undefined;
};

type Parts = Pick<Judgement, 'outcome'> & Partial<Judgement>;

const judgementOf = (rulebook: Rulebook, inquiry: Inquiry, world: World | undefined, parts: Parts): Judgement => {
  const { municipality, version, validFrom, validTo, hash } = rulebook;
  const findings = parts.findings ?? [];
  const judgement: Judgement = {
    inquiry,
    outcome: parts.outcome,
    findings: [...findings, ...planNotes(rulebook, inquiry, parts.outcome, findings)],
    approvals: parts.approvals ?? [],
    missing: parts.missing ?? [],
    todo: parts.todo ?? [],
    deadlines: parts.deadlines ?? [],
    alternatives: parts.alternatives ?? [],
    ownCaseworkerMay: parts.ownCaseworkerMay ?? [],
    rulebook: { municipality, version, validFrom, hash },
    reads: world === undefined ? {} : tracedReads(world),
  };
  if (parts.latestEnd !== undefined) judgement.latestEnd = parts.latestEnd;
  if (parts.until !== undefined) judgement.until = parts.until;
  if (parts.requestExpiresOn !== undefined) judgement.requestExpiresOn = parts.requestExpiresOn;
  if (parts.individualAssessment !== undefined) judgement.individualAssessment = parts.individualAssessment;
  if (inquiry.today > validTo) judgement.planPeriodEnded = validTo;
  return judgement;
};
