import type { SignOff } from '../contract/case.ts';
import type { Approval, Effect, Outcome } from '../contract/decision.ts';
import { dayOf } from './calendar.ts';
import { isAboutOffer } from './chapters.ts';
import type { Clause, Rulebook } from './compile.ts';
import type { Bilingual, Inquiry, Judgement, Said, Wording } from './judgement.ts';
import type { Weight } from './weigh.ts';
import type { World } from './world.ts';

const strength: Record<Effect, number> = { forbids: 0, asks: 1, requires: 2, approval: 3, permits: 4, advises: 5 };

/** A finding that rests on no single rule of the plan but on the plan as a whole. */
export const PLAN = 'plan';

const plain = (text: Bilingual): Wording => ({ text, values: {} });

const effectOf = (weight: Weight): Effect | undefined => {
  switch (weight.as) {
    case 'lifted':
      return 'permits';
    case 'suggests':
      return undefined;
    default:
      return weight.as;
  }
};

/** The findings, approvals, things to do and ways on that the weights come to. `waiting`: clauses whose facts are missing. */
export const compose = (
  rulebook: Rulebook,
  world: World,
  weights: readonly Weight[],
  waiting: readonly Clause[],
): Pick<Judgement, 'findings' | 'approvals' | 'todo' | 'alternatives' | 'ownCaseworkerMay'> => {
  const denied = weights.some(({ as }) => as === 'forbids');
  const findings: Said[] = [];
  const approvals: Approval[] = [];
  const ownCaseworkerMay: string[] = [];
  const todo: Judgement['todo'] = [];
  for (const weight of weights) {
    // Nothing is asked under a no.
    if (denied && weight.as === 'asks') continue;
    const said = saidBy(weight, rulebook, world);
    if (said !== undefined) findings.push(said);
    if (denied) continue;
    const { rule, approval, todo: text } = weight.clause;
    if (weight.as === 'approval' && approval !== undefined) {
      approvals.push({ rule, form: approval.form, roles: approval.roles, status: weight.status });
      if (approval.ownCaseworkerMay) ownCaseworkerMay.push(rule);
    }
    if (weight.as === 'requires' && text !== undefined) todo.push({ rule, text: text(world) });
  }
  for (const clause of waiting) {
    const statement = rulebook.rules.find(({ id }) => id === clause.rule)?.statement;
    if (statement !== undefined && !findings.some(({ rule, effect }) => rule === clause.rule && effect === 'asks'))
      findings.push({ rule: clause.rule, source: clause.source, effect: 'asks', text: plain(statement), reads: [] });
  }
  findings.sort((a, b) => strength[a.effect] - strength[b.effect]);
  const alternatives = denied ? waysOn(rulebook, world, weights) : [];
  return { findings, approvals, ownCaseworkerMay, todo, alternatives };
};

/** The finding that a weight comes to; what is only suggested is none. */
const saidBy = (weight: Weight, rulebook: Rulebook, world: World): Said | undefined => {
  const effect = effectOf(weight);
  if (effect === undefined) return undefined;
  const { clause, reads } = weight;
  const signOff = weight.as === 'lifted' ? weight.exception : weight.as === 'forbids' ? weight.declined : undefined;
  const said: Said = { rule: clause.rule, source: clause.source, effect, text: clause.says(world), reads };
  if (signOff === undefined) return said;
  const { by, role, on } = signOff;
  said.signOff = { by, role, on };
  if (weight.as === 'lifted') said.also = signed(rulebook.common.deviates, signOff);
  else said.text = signed(rulebook.common.declined, signOff);
  return said;
};

/** A sentence on a sign-off: who gave it, when and why. */
const signed = (text: Bilingual, { by, on, reason }: SignOff): Wording => ({
  text,
  values: {
    by: { as: 'person', value: by },
    on: { as: 'date', value: dayOf(on) },
    reason: { as: 'word', value: reason ?? '' },
  },
});

/** What would make a no a yes, rule by rule. Who may make a concrete individual assessment is said apart. */
const waysOn = (rulebook: Rulebook, world: World, weights: readonly Weight[]): Judgement['alternatives'] => {
  const ways: Judgement['alternatives'] = [];
  for (const { as, clause } of weights)
    if (as === 'forbids' && clause.way !== undefined) ways.push({ text: clause.way(world), rule: clause.rule });
  return ways;
};

/**
 * Why no rule of the plan has anything to say: none speaks of what is asked (`silent`), those that do are met
 * (`unopposed`), or its order of means is for others (`noStep`).
 */
export type Unspoken = 'silent' | 'unopposed' | 'noStep';

/** What holds above the single rules: a yes is no more than the plan's; why no rule speaks; benefits that are gone. */
export const planNotes = (
  rulebook: Rulebook,
  inquiry: Inquiry,
  outcome: Outcome,
  unspoken: Unspoken | undefined,
): Said[] => {
  const { common, document } = rulebook;
  const notes: Said[] = [];
  const say = (text: Bilingual) =>
    notes.push({
      rule: PLAN,
      effect: 'advises',
      text: plain(text),
      source: { document, section: document, line: 1 },
      reads: [],
    });
  const aboutOffer = isAboutOffer(inquiry.question.kind);
  if (unspoken !== undefined) say(common[unspoken] ?? common.silent);
  if (aboutOffer && outcome === 'allowed') say(common.allowed);
  for (const { benefits, from, says } of common.abolished)
    if (inquiry.case !== undefined && inquiry.today >= from && benefits.includes(inquiry.case.benefit.type)) say(says);
  return notes;
};
