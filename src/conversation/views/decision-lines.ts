import type { DateLine, Line, Reminders, Tone } from '../../cards/views.ts';
import type { Approval, Deadline, Decision, Effect, Finding, Source } from '../../contract/decision.ts';
import type { PersonItem } from '../../store/items.ts';
import { formatList } from '../../format/format.ts';
import { type Wording, dateInWords, daysLeft, placeOf, rolesInWords } from './wording.ts';

const looks: Record<Effect, { symbol: string; tone: Tone }> = {
  forbids: { symbol: '✕', tone: 'attention' },
  asks: { symbol: '?', tone: 'warning' },
  requires: { symbol: '!', tone: 'warning' },
  approval: { symbol: '◔', tone: 'accent' },
  permits: { symbol: '✓', tone: 'good' },
  advises: { symbol: 'i', tone: 'default' },
};

/** A rule with its place in the plan, as far as it is known. */
export const placeIn = (rule: string, sources: ReadonlyMap<string, Source>, wording: Wording): string => {
  const source = sources.get(rule);
  return source === undefined ? rule : placeOf(rule, source, wording);
};

const placeOfRule = (rule: string, decision: Decision, wording: Wording): string => {
  const finding = decision.findings.find((found) => found.rule === rule);
  return finding === undefined ? rule : placeOf(rule, finding.source, wording);
};

const findingLine = ({ rule, effect, text, source }: Finding, wording: Wording): Line => ({
  ...looks[effect],
  text,
  place: placeOf(rule, source, wording),
});

/** Each rule that had something to say, strongest first, as the decision orders them; without the plan's reminders. */
export const findingLines = (
  { findings }: Decision,
  wording: Wording,
  reminders: ReadonlySet<string> = new Set(),
): Line[] => findings.filter(({ rule }) => !reminders.has(rule)).map((finding) => findingLine(finding, wording));

/** The findings without those that stand among the approvals already. */
export const findingsBesides = (decision: Decision, wording: Wording, reminders: ReadonlySet<string>): Line[] => {
  const needed = new Set(decision.approvals.map(({ rule }) => rule));
  const others = decision.findings.filter(({ rule, effect }) => effect !== 'approval' || !needed.has(rule));
  return findingLines({ ...decision, findings: others }, wording, reminders);
};

/** So many reminders are shown at once; more would hide the answer. */
const REMINDERS = 3;

/** The plan's reminders, most relevant first; all of them out of the way while the answer waits for a fact. */
export const reminderLines = (
  { findings, outcome }: Decision,
  reminders: ReadonlySet<string>,
  wording: Wording,
): { reminders?: Reminders } => {
  const lines = findings.filter(({ rule }) => reminders.has(rule)).map((finding) => findingLine(finding, wording));
  if (lines.length === 0) return {};
  const shown = outcome === 'needs-info' ? 0 : REMINDERS;
  return { reminders: { shown: lines.slice(0, shown), more: lines.slice(shown) } };
};

const namesIn = (people: PersonItem[], wording: Wording): string =>
  people.length === 0
    ? wording.say('decision.approval.nobody')
    : formatList(
        people.map(({ name }) => name),
        wording.language,
        'or',
      );

const statusSymbol: Record<Approval['status'], string> = { open: '○', approved: '✓', declined: '✕' };

/** What an approval is for, as its rule says it; else its form and the roles that may give it. */
const approvalReason = ({ approvals, findings }: Decision, approval: Approval, wording: Wording): string => {
  const { rule, form, roles } = approval;
  // A rule that needs several approvals says what each is for, in their order.
  const nth = approvals.filter((other) => other.rule === rule).indexOf(approval);
  const said = findings.filter((finding) => finding.rule === rule && finding.effect === 'approval')[nth];
  if (said !== undefined) return said.text;
  const needed = wording.say(`decision.approval.${form}`, { roles: rolesInWords(roles, wording) });
  return wording.say('decision.approval.needed', { form: needed });
};

/** Each approval: what its rule says and, while it is open, the people who can give it. */
export const approvalLines = (
  decision: Decision,
  eligible: (approval: Approval) => PersonItem[],
  wording: Wording,
): Line[] =>
  decision.approvals.map((approval) => {
    const reason = approvalReason(decision, approval, wording);
    const text =
      approval.status === 'open'
        ? wording.say('decision.approval.open', { reason, names: namesIn(eligible(approval), wording) })
        : wording.say(`decision.approval.${approval.status}`, { reason });
    return { symbol: statusSymbol[approval.status], text, place: placeOfRule(approval.rule, decision, wording) };
  });

const urgency: Record<Deadline['status'], { symbol: string; tone: Tone }> = {
  met: { symbol: '✓', tone: 'good' },
  upcoming: { symbol: '→', tone: 'default' },
  'due-soon': { symbol: '!', tone: 'warning' },
  overdue: { symbol: '✕', tone: 'attention' },
};

/** A deadline with the days that are left and its place in the plan; one that is met has no days left to count. */
export const deadlineLine = (
  { rule, name, due, status }: Deadline,
  sources: ReadonlyMap<string, Source>,
  wording: Wording,
): DateLine & { place: string } => ({
  label: name,
  date: dateInWords(due, wording),
  ...urgency[status],
  left: status === 'met' ? wording.say('deadlines.met') : daysLeft(due, wording),
  place: placeIn(rule, sources, wording),
});

/** What the latest end is called: under a no it holds only once what says no is put right. */
export const latestEndLabel = ({ outcome }: Decision, { say }: Wording): string =>
  say(outcome === 'denied' ? 'decision.latest-end-denied' : 'decision.latest-end');

/** The dates of a decision: how far the rules allow it to go, then the deadlines it touches, soonest first. */
export const dateLines = (decision: Decision, sources: ReadonlyMap<string, Source>, wording: Wording): DateLine[] => {
  const deadlines = decision.deadlines.map((deadline) => deadlineLine(deadline, sources, wording));
  const { latestEnd } = decision;
  if (latestEnd === undefined) return deadlines;
  const label = latestEndLabel(decision, wording);
  return [
    { label, date: dateInWords(latestEnd, wording), symbol: '→', left: daysLeft(latestEnd, wording) },
    ...deadlines,
  ];
};

/** What to do first on a "not yet". */
export const todoLines = (decision: Decision, wording: Wording): Line[] =>
  decision.todo.map(({ rule, text }) => ({ symbol: '○', text, place: placeOfRule(rule, decision, wording) }));

/** What can be done instead, or what would make a no a yes. */
export const wayLines = (decision: Decision, wording: Wording): Line[] =>
  decision.alternatives.map(({ rule, text }) => ({
    symbol: '→',
    text,
    ...(rule === undefined ? {} : { place: placeOfRule(rule, decision, wording) }),
  }));
