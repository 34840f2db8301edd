import type { Offer } from '../contract/case.ts';
import type { Outcome } from '../contract/decision.ts';
import { dayOf, isoOf } from './calendar.ts';
import type { Rulebook } from './compile.ts';
import { deadlinesOf, deadlinesTouched } from './deadlines.ts';
import { compose, planNotes } from './findings.ts';
import type { Inquiry, Judgement } from './judgement.ts';
import { relevance } from './relevance.ts';
import { dayIn, settle } from './settle.ts';
import { tracedReads } from './trace.ts';
import type { Weight } from './weigh.ts';
import { World } from './world.ts';

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
  const { chapter, context, weights, open } = settle(rulebook, world);
  const asked = weights.flatMap(({ clause }) => (clause.asks ?? []).filter((fact) => fact.of(world) === undefined));
  let missing = asked.map((fact) => fact.path(world));
  if (open.length > 0 && !weights.some(({ as }) => as === 'forbids')) {
    const found = relevance(rulebook, world, open, context);
    missing.push(...found.missing.filter((path) => !missing.includes(path)));
    weights.push(...(found.denied ?? found.settled));
    if (found.denied !== undefined) missing = [];
  }
  const denied = weights.some(({ as }) => as === 'forbids');
  if (denied) missing = [];
  const latestEnd = dayIn(world, world.furthestEnd);
  const requestExpiresOn = dayIn(world, chapter.requestExpires?.of);
  const until = context.until();
  const speaks = (rule: string) => weights.some(({ clause }) => clause.rule === rule);
  const waiting = missing.length === 0 ? [] : open.flatMap(({ clause }) => (speaks(clause.rule) ? [] : clause));
  const composed = compose(rulebook, world, weights, waiting);
  return judgementOf(rulebook, inquiry, world, {
    ...composed,
    outcome: outcomeOf(weights, missing),
    missing,
    deadlines: deadlinesTouched(chapter.touched, world),
    ...(latestEnd === undefined ? {} : { latestEnd: isoOf(latestEnd) }),
    ...(until === undefined ? {} : { until: isoOf(until) }),
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
