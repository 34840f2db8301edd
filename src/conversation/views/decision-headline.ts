import type { Headline, Tone } from '../../cards/views.ts';
import type { Approval, Decision, Outcome } from '../../contract/decision.ts';
import type { QuestionKind } from '../../contract/vocabulary.ts';
import { PLAN } from '../../rulebook/findings.ts';
import { type Wording, rolesInWords } from './wording.ts';

/** A symbol beside the words, so that no answer is told by colour alone. */
const looks: Record<Outcome, { symbol: string; tone: Tone }> = {
  allowed: { symbol: '✓', tone: 'good' },
  'needs-approval': { symbol: '◔', tone: 'accent' },
  'not-yet': { symbol: '!', tone: 'warning' },
  'needs-info': { symbol: '?', tone: 'warning' },
  denied: { symbol: '✕', tone: 'attention' },
};

/** The approvals still to be given. */
export const openApprovals = (decision: Decision): Approval[] =>
  decision.approvals.filter(({ status }) => status === 'open');

const whenApproved = (decision: Decision, wording: Wording): string => {
  const open = openApprovals(decision);
  const [first] = open;
  if (first === undefined || open.length > 1) return wording.say('decision.title.when-several', { count: open.length });
  return wording.say(`decision.title.when.${first.form}`, { roles: rolesInWords(first.roles, wording) });
};

const titleOf = (decision: Decision, kind: QuestionKind, wording: Wording): string => {
  if (decision.outcome === 'needs-approval') return whenApproved(decision, wording);
  if (decision.outcome === 'needs-info')
    return wording.say('decision.title.needs-info', { count: Math.max(1, decision.missing.length) });
  return wording.say(`decision.title.${decision.outcome}.${kind}`);
};

/** A next step is neither yes nor no: whether the plan has an order, and what hurries. */
const nextStepLooks = ({ deadlines, alternatives }: Decision, { say }: Wording): Omit<Headline, 'about'> => {
  const overdue = deadlines.filter(({ status }) => status === 'overdue').length;
  const order = alternatives.length > 0 ? 'ordered' : 'silent';
  if (overdue > 0)
    return { symbol: '!', tone: 'attention', title: say(`decision.next-step.${order}-overdue`, { count: overdue }) };
  return { symbol: order === 'ordered' ? '→' : 'i', tone: 'default', title: say(`decision.next-step.${order}`) };
};

/** No rule of the plan speaks for it or against it: that is less than a yes. */
const isUnspoken = ({ outcome, findings }: Decision): boolean =>
  outcome === 'allowed' && findings.every(({ rule }) => rule === PLAN);

const offerLooks = (decision: Decision, kind: QuestionKind, wording: Wording): Omit<Headline, 'about'> =>
  isUnspoken(decision)
    ? { symbol: 'i', tone: 'default', title: wording.say(`decision.title.unspoken.${kind}`) }
    : { ...looks[decision.outcome], title: titleOf(decision, kind, wording) };

/** The answer in a few words with its symbol; `about` says which case, citizen and offer it is about. */
export const decisionHeadline = (decision: Decision, kind: QuestionKind, about: string, wording: Wording): Headline =>
  kind === 'next-step' && decision.outcome !== 'needs-info'
    ? { ...nextStepLooks(decision, wording), about }
    : { ...offerLooks(decision, kind, wording), about };
