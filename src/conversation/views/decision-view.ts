import type { CardAction, CardInput, DecisionView } from '../../cards/views.ts';
import type { Approval, Decision, Source } from '../../contract/decision.ts';
import type { QuestionKind } from '../../contract/vocabulary.ts';
import type { PersonItem } from '../../store/items.ts';
import { formatList } from '../../format/format.ts';
import { cardInput, factName } from '../facts/card-input.ts';
import { askedTogether } from '../facts/fact-inputs.ts';
import { decisionHeadline, openApprovals } from './decision-headline.ts';
import { approvalLines, dateLines, findingsBesides, reminderLines, todoLines, wayLines } from './decision-lines.ts';
import { planNote } from './plan-note.ts';
import { type Wording, rolesInWords } from './wording.ts';

/** What a decision's card is composed from. */
export interface DecisionFacts {
  decision: Decision;
  /** Absent for an answer that was only supposed: nothing is asked for or put on it. */
  decisionId?: string;
  kind: QuestionKind;
  /** Case, citizen and offer in one line. */
  about: string;
  /** How the question was read, when that needs saying. */
  reading: string[];
  eligible: (approval: Approval) => PersonItem[];
  /** The reader may put the request and record facts. */
  mayAsk: boolean;
  /** Sign-offs would make this no a yes, so an exception can be asked for. */
  liftable: boolean;
  mayRecord: boolean;
  /** The rules that can be shown, with their places in the plan; a finding may also stand on the plan as a whole. */
  rules: ReadonlyMap<string, Source>;
  /** Those of them that are the plan's reminders. */
  reminders: ReadonlySet<string>;
  /** Facts of the question that were assumed because nobody gave them; asked for, and no request before they are. */
  assumed: string[];
  /** Facts by which one can say that what a "not yet" requires has been done. */
  settling: string[];
}

/** A card takes six actions; two are kept for what moves the case. */
const RULE_BUTTONS = 3;

const notes = (decision: Decision, inputs: CardInput[], wording: Wording): string[] => {
  const { say, language } = wording;
  const unasked = decision.missing.filter((path) => !inputs.some(({ id }) => id === path));
  return [
    ...planNote(decision.planPeriodEnded, wording),
    ...(unasked.length === 0
      ? []
      : [
          say('decision.missing-elsewhere', {
            facts: formatList(
              unasked.map((path) => factName(path, say)),
              language,
            ),
          }),
        ]),
  ];
};

const inputsOf = ({ decision, assumed, settling, mayRecord }: DecisionFacts, wording: Wording): CardInput[] => {
  if (!mayRecord) return [];
  return askedTogether([...assumed, ...decision.missing, ...settling]).flatMap(
    (path) => cardInput(path, wording.say) ?? [],
  );
};

const ruleButtons = ({ decision, rules, reminders }: DecisionFacts, wording: Wording): CardAction[] =>
  [...new Set([...decision.findings, ...decision.alternatives].flatMap(({ rule }) => rule ?? []))]
    .filter((rule) => rules.has(rule) && !reminders.has(rule))
    .slice(0, RULE_BUTTONS)
    .map((rule) => ({
      title: wording.say('decision.button.rule', { rule }),
      verb: 'show-rule',
      data: { rule },
      checksInputs: false,
    }));

const actionsOf = (facts: DecisionFacts, inputs: CardInput[], wording: Wording): CardAction[] => {
  const { decision, decisionId } = facts;
  if (decisionId === undefined) return ruleButtons(facts, wording);
  const data = { decisionId };
  const mayPut = facts.mayAsk && facts.assumed.length === 0;
  const ready = mayPut && decision.outcome === 'needs-approval';
  return [
    ...(ready && openApprovals(decision).length > 0
      ? [{ title: wording.say('decision.button.request'), verb: 'request-approval', data, style: 'positive' as const }]
      : []),
    ...(mayPut && facts.liftable
      ? [{ title: wording.say('decision.button.exception'), verb: 'ask-exception', data, checksInputs: false }]
      : []),
    ...(inputs.length > 0
      ? [{ title: wording.say('decision.button.answer'), verb: 'answer-facts', data, style: 'positive' as const }]
      : []),
    ...ruleButtons(facts, wording),
  ];
};

/** The card of a decision: the answer first, then why, who, when, and what can be done next. */
export const decisionView = (facts: DecisionFacts, wording: Wording): DecisionView => {
  const { decision } = facts;
  const inputs = inputsOf(facts, wording);
  const { individualAssessment } = decision;
  return {
    view: 'decision',
    headline: decisionHeadline(decision, facts.kind, facts.about, wording),
    ...(facts.reading.length === 0 ? {} : { reading: facts.reading.join(' ') }),
    notes: notes(decision, inputs, wording),
    findings: findingsBesides(decision, wording, facts.reminders),
    approvals: approvalLines(decision, facts.eligible, wording),
    dates: dateLines(decision, facts.rules, wording),
    todo: todoLines(decision, wording),
    ways: wayLines(decision, wording),
    ...reminderLines(decision, facts.reminders, wording),
    ...(decision.outcome === 'denied' && individualAssessment !== undefined
      ? { assessment: wording.say('decision.assessment', { roles: rolesInWords(individualAssessment.roles, wording) }) }
      : {}),
    inputs,
    ...(inputs.length === 0
      ? {}
      : {
          inputsTitle: wording.say(facts.settling.length > 0 ? 'decision.inputs-title-done' : 'decision.inputs-title'),
        }),
    ...(facts.decisionId === undefined
      ? {}
      : { reference: wording.say('decision.reference', { id: facts.decisionId }) }),
    actions: actionsOf(facts, inputs, wording),
  };
};

/** The card of a decision where others read along: the answer and the case number; the rest is for the own chat. */
export const decisionOutline = (facts: DecisionFacts, wording: Wording): DecisionView => ({
  view: 'decision',
  headline: decisionHeadline(facts.decision, facts.kind, facts.about, wording),
  notes: [...planNote(facts.decision.planPeriodEnded, wording), wording.say('talk.details-in-own-chat')],
  findings: [],
  approvals: [],
  dates: [],
  todo: [],
  ways: [],
  inputs: [],
  actions: [],
});
