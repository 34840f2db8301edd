import { QUESTION_KINDS, type OfferKind, type QuestionKind } from '../contract/vocabulary.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { PLAN } from '../rulebook/findings.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { changedRules } from './changed-rules.ts';
import { rulesOfLatestEnd } from './rules-of-latest-end.ts';
import type { Side } from './side.ts';

/** The two versions, and the rules that are not the same in both. */
export interface Versions {
  from: Side;
  to: Side;
  changed: ReadonlySet<string>;
  /** The rules that read what moves a question's last end date. */
  movingEnd: ReadonlyMap<QuestionKind, ReadonlySet<string>>;
}

/** Two versions with what tells which rules a change is due to. */
export const versionsOf = (from: Side, to: Side): Versions => ({
  from,
  to,
  changed: changedRules(from.source, to.source),
  movingEnd: new Map(QUESTION_KINDS.map((question) => [question, rulesOfLatestEnd(from.source, to.source, question)])),
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
  const silent = speakingIn([from, to], after).filter((rule) => changed.has(rule));
  return silent.length > 0 ? silent : [PLAN];
};

/** The rules that another last end date is due to: those that read what moves it; else what the answer is due to. */
export const rulesBehindEnd = (versions: Versions, before: Judgement, after: Judgement): string[] => {
  const moving = versions.movingEnd.get(after.inquiry.question.kind);
  const behind = speakingIn([versions.from, versions.to], after).filter((rule) => moving?.has(rule));
  return behind.length > 0 ? behind : rulesBehind(versions, before, after);
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

const speakingIn = (sides: readonly Side[], judgement: Judgement): string[] =>
  [...new Set(sides.flatMap(({ rulebook }) => speakingTo(rulebook, judgement)))].toSorted();

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
