import type { OfferKind } from '../contract/vocabulary.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { PLAN } from '../rulebook/findings.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { changedRules } from './changed-rules.ts';
import type { Side } from './side.ts';

/** The two versions, and the rules that are not the same in both. */
export interface Versions {
  from: Side;
  to: Side;
  changed: ReadonlySet<string>;
}

export const versionsOf = (from: Side, to: Side): Versions => ({
  from,
  to,
  changed: changedRules(from.source, to.source),
});

/**
 * The rules that a changed answer is due to: those that changed and say something else; else any that say something
 * else; else those that changed and speak to the question (they set a last day without saying anything); else the plan.
 */
export const rulesBehind = ({ from, to, changed }: Versions, before: Judgement, after: Judgement): string[] => {
  const other = differing(before, after);
  const cause = other.filter((rule) => changed.has(rule));
  if (cause.length > 0) return cause;
  if (other.length > 0) return other;
  const speaking = [...new Set([from, to].flatMap(({ rulebook }) => speakingTo(rulebook, after)))];
  const silent = speaking.filter((rule) => changed.has(rule));
  return silent.length > 0 ? silent.toSorted() : [PLAN];
};

/** The rules that weigh in one answer and not in the same way in the other. */
const differing = (before: Judgement, after: Judgement): string[] => {
  const [was, is] = [weightsOf(before), weightsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((rule) => was.get(rule) !== is.get(rule)).toSorted();
};

/** What each rule weighs: the effects of its findings, and who is to approve. Advice and permission weigh nothing. */
const weightsOf = ({ inquiry, findings, approvals, alternatives }: Judgement): Map<string, string> => {
  const weights = new Map<string, string>();
  const add = (rule: string, weight: string) => weights.set(rule, `${weights.get(rule) ?? ''} ${weight}`);
  for (const { rule, effect } of findings) if (effect !== 'permits' && effect !== 'advises') add(rule, effect);
  for (const { rule, form, roles, status } of approvals) add(rule, [form, status, ...roles].join(' '));
  if (inquiry.question.kind === 'next-step')
    for (const [nth, { rule }] of alternatives.entries()) if (rule !== undefined) add(rule, `step ${nth + 1}`);
  return weights;
};

/** The rules that speak to the question of an answer, about the kind of offer it is about. */
const speakingTo = ({ rules }: Rulebook, { inquiry }: Judgement): string[] => {
  const kind = offerKindOf(inquiry);
  return rules
    .filter(({ questions }) => questions.includes(inquiry.question.kind))
    .filter(({ offerKinds }) => kind === undefined || offerKinds.length === 0 || offerKinds.includes(kind))
    .map(({ id }) => id);
};

const offerKindOf = ({ question, case: record }: Judgement['inquiry']): OfferKind | undefined => {
  if (question.kind === 'start-offer') return question.offer.kind;
  return 'offerId' in question ? record?.offers?.find(({ id }) => id === question.offerId)?.kind : undefined;
};
