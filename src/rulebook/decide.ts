import type { Case, Offer } from '../contract/case.ts';
import type { Outcome } from '../contract/decision.ts';
import { dayOf, isoOf } from './calendar.ts';
import type { Clause, Rulebook } from './compile.ts';
import { deadlinesOf, deadlinesTouched } from './deadlines.ts';
import type { Fact } from './facts/catalogue.ts';
import { compose, planNotes, type Unspoken } from './findings.ts';
import type { Inquiry, Judgement } from './judgement.ts';
import { relevance, type OpenClause } from './relevance.ts';
import { dayIn, settle } from './settle.ts';
import { tracedReads } from './trace.ts';
import { mattersDue } from './matters.ts';
import { remindersFor } from './reminders.ts';
import type { Weight } from './weigh.ts';
import { askedForSomeEnd, OFFER_END } from './unknown-end.ts';
import { World } from './world.ts';

/**
 * Answers a question about a case by a municipality's rules on a reference date. Pure: the same three give the same
 * answer, always. The inquiry must have passed the contract's schemas; throws a RangeError when the question names an
 * offer that the case does not have.
 */
export const decide = (rulebook: Rulebook, inquiry: Inquiry): Judgement => {
  const { question } = inquiry;
  const today = dayOf(inquiry.today);
  if (inquiry.case === undefined) {
    const { entries, ...recheck } =
      inquiry.matter === undefined ? { entries: [] } : mattersDue(rulebook, inquiry.matter, today);
    return { ...judgementOf(rulebook, inquiry, undefined, { outcome: 'allowed', deadlines: entries }), ...recheck };
  }
  const world = new World(today, inquiry.case, question, inquiry.catalogue);
  switch (question.kind) {
    case 'deadlines': {
      const { entries, missing, recheckOn } = deadlinesOf(rulebook, world, today);
      const outcome = entries.length === 0 && missing.length > 0 ? 'needs-info' : 'allowed';
      const findings = compose(rulebook, world, settle(rulebook, world).weights, []).findings;
      const judgement = judgementOf(rulebook, inquiry, world, { outcome, findings, deadlines: entries, missing });
      if (recheckOn !== undefined) judgement.recheckOn = recheckOn;
      return judgement;
    }
    case 'next-step':
      return nextStep(rulebook, inquiry, world);
    case 'start-offer':
      return aboutOffer(rulebook, inquiry, world, question.offer);
    case 'extend-offer':
    case 'continue-offer':
      return aboutOffer(rulebook, inquiry, world, offerCalled(inquiry.case, question.offerId));
  }
};

/** The offer asked about. One that is not in the case is refused: no rule would apply to it, and that would read as a yes. */
const offerCalled = (record: Case, offerId: string): Offer => {
  const offer = record.offers?.find(({ id }) => id === offerId);
  if (offer === undefined) throw new RangeError(`the case has no offer ${offerId}`);
  return offer;
};

/** The order of means, with what is overdue or due soon. */
const nextStep = (rulebook: Rulebook, inquiry: Inquiry, world: World): Judgement => {
  const missing = new Set<string>();
  const steps: Weight[] = [];
  const advice: Weight[] = [];
  const { clauses } = rulebook.said('next-step');
  const ordered = clauses.some(({ effect }) => effect !== 'advises');
  for (const clause of clauses) {
    world.forget(0);
    const holds = clause.when(world);
    if (clause.effect === 'advises') {
      if (holds === true) advice.push({ clause, as: 'advises', reads: [] });
    } else if (holds === true) steps.push({ clause, as: 'suggests', reads: [] });
    else if (holds === undefined) for (const { path } of world.unknown) missing.add(path);
  }
  const alternatives = steps.map(({ clause }) => ({ text: clause.says(world), rule: clause.rule }));
  const { entries } = deadlinesOf(rulebook, world, dayOf(inquiry.today));
  return judgementOf(rulebook, inquiry, world, {
    outcome: steps.length === 0 && missing.size > 0 ? 'needs-info' : 'allowed',
    ...(steps.length === 0 && missing.size === 0 && { unspoken: ordered ? 'noStep' : 'silent' }),
    findings: compose(rulebook, world, advice, []).findings,
    alternatives,
    missing: [...missing],
    deadlines: entries.filter(({ status }) => status === 'overdue' || status === 'due-soon'),
  });
};

const aboutOffer = (rulebook: Rulebook, inquiry: Inquiry, world: World, offer: Offer): Judgement => {
  world.offer = offer;
  const { chapter, context, weights, open } = settle(rulebook, world);
  let missing = askedFor(weights, world);
  const forbidden = weights.some(({ as }) => as === 'forbids');
  // A no stands whatever else is unknown; only while the end is, other rules can say no as certainly, and they are named.
  if (open.length > 0 && (!forbidden || endIsOpen(open))) {
    const found = relevance([...chapter.durations.values()], world, open, context);
    if (forbidden) weights.push(...found.certain.filter(({ as }) => as === 'forbids'));
    else weights.push(...(found.denied ?? [...found.settled, ...found.certain]));
    const some =
      !forbidden && found.missing.includes(OFFER_END)
        ? askedForSomeEnd(rulebook, inquiry, offer, world, decide).add(OFFER_END)
        : undefined;
    for (const path of found.missing) if (!missing.includes(path) && some?.has(path) !== false) missing.push(path);
  }
  const denied = weights.some(({ as }) => as === 'forbids');
  if (denied) missing = [];
  const latestEnd = dayIn(world, world.furthestEnd);
  const requestExpiresOn = dayIn(world, chapter.requestExpires?.of);
  const until = context.until?.();
  const unspoken = missing.length === 0 && weights.every(({ clause }) => clause.general);
  const judgement = judgementOf(rulebook, inquiry, world, {
    ...compose(rulebook, world, weights, waiting(open, missing)),
    outcome: outcomeOf(weights, missing),
    ...(unspoken && { unspoken: chapter.clauses.every(({ general }) => general) ? 'silent' : 'unopposed' }),
    missing,
    deadlines: deadlinesTouched(chapter.touched, world, dayOf(inquiry.today)),
  });
  if (latestEnd !== undefined) judgement.latestEnd = isoOf(latestEnd);
  if (until !== undefined) judgement.until = isoOf(until);
  if (requestExpiresOn !== undefined) judgement.requestExpiresOn = isoOf(requestExpiresOn);
  if (denied) judgement.individualAssessment = { roles: rulebook.exceptionRoles };
  return judgement;
};

const endIsOpen = (open: readonly OpenClause[]): boolean =>
  open.some(({ unknown }) => unknown.some(({ path }) => path === OFFER_END));

/** The facts that clauses ask the caseworker to assess, and that are not recorded. */
const askedFor = (weights: readonly Weight[], world: World): string[] => {
  const paths: string[] = [];
  for (const { clause } of weights)
    for (const fact of clause.asks ?? NOTHING) if (fact.of(world) === undefined) paths.push(fact.path(world));
  return paths;
};
const NOTHING: readonly Fact[] = [];

/** The open clauses that wait for a fact which is asked for. */
const waiting = (open: readonly OpenClause[], missing: readonly string[]): Clause[] =>
  open.filter(({ unknown }) => unknown.some(({ path }) => missing.includes(path))).map(({ clause }) => clause);

const outcomeOf = (weights: readonly Weight[], missing: readonly string[]): Outcome => {
  if (weights.some(({ as }) => as === 'forbids')) return 'denied';
  if (missing.length > 0) return 'needs-info';
  if (weights.some(({ as }) => as === 'requires')) return 'not-yet';
  const open = (weight: Weight) => weight.as === 'approval' && weight.status === 'open';
  return weights.some(open) ? 'needs-approval' : 'allowed';
};

/** `unspoken`: no rule of the plan has had anything to say of what is asked, and why. */
type Parts = Pick<Judgement, 'outcome'> & Partial<Judgement> & { unspoken?: Unspoken };

const judgementOf = (rulebook: Rulebook, inquiry: Inquiry, world: World | undefined, parts: Parts): Judgement => {
  const { municipality, version, validFrom, validTo, hash } = rulebook;
  const { outcome, findings = [] } = parts;
  findings.push(...planNotes(rulebook, inquiry, outcome, parts.unspoken));
  const judgement: Judgement = {
    inquiry,
    outcome,
    findings,
    reminders: remindersFor(rulebook, inquiry, world?.offer),
    approvals: parts.approvals ?? [],
    missing: parts.missing ?? [],
    todo: parts.todo ?? [],
    deadlines: parts.deadlines ?? [],
    alternatives: parts.alternatives ?? [],
    ownCaseworkerMay: parts.ownCaseworkerMay ?? [],
    rulebook: { municipality, version, validFrom, hash },
    reads: world === undefined ? {} : tracedReads(world),
  };
  if (inquiry.today > validTo) judgement.planPeriodEnded = validTo;
  return judgement;
};
