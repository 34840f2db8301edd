import type { DeadlinesView } from '../../cards/views.ts';
import type { Deadline, Decision, Source } from '../../contract/decision.ts';
import { cardInput, factName } from '../facts/card-input.ts';
import { deadlineLine, findingLines, reminderLines } from './decision-lines.ts';
import { planNote } from './plan-note.ts';
import { type Wording, dateInWords } from './wording.ts';

const urgency: Record<Deadline['status'], number> = { overdue: 0, 'due-soon': 1, upcoming: 2, met: 3 };

const worstFirst = (a: Deadline, b: Deadline): number =>
  urgency[a.status] - urgency[b.status] || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

const headlineOf = (deadlines: Deadline[], about: string, { say }: Wording): DeadlinesView['headline'] => {
  const overdue = deadlines.filter(({ status }) => status === 'overdue').length;
  const soon = deadlines.filter(({ status }) => status === 'due-soon').length;
  const ahead = deadlines.filter(({ status }) => status === 'upcoming').length;
  if (overdue > 0)
    return { symbol: '✕', title: say('deadlines.title.overdue', { count: overdue }), tone: 'attention', about };
  if (soon > 0) return { symbol: '!', title: say('deadlines.title.soon', { count: soon }), tone: 'warning', about };
  if (ahead > 0) return { symbol: '→', title: say('deadlines.title.ahead', { count: ahead }), tone: 'default', about };
  return { symbol: '✓', title: say('deadlines.title.none'), tone: 'good', about };
};

const entryOf = (deadline: Deadline, rules: ReadonlyMap<string, Source>, wording: Wording) => {
  const line = deadlineLine(deadline, rules, wording);
  if (deadline.from === undefined) return line;
  const from = dateInWords(deadline.from, wording);
  return { ...line, place: wording.say('deadlines.place-from', { rule: line.place, from }) };
};

/** What others may read along: how many are due soon besides those overdue in the title, and where the rest is told. */
const outlineNotes = (deadlines: Deadline[], { say }: Wording): string[] => {
  const count = (wanted: Deadline['status']): number => deadlines.filter(({ status }) => status === wanted).length;
  const soon = count('due-soon');
  return [
    ...(count('overdue') > 0 && soon > 0 ? [say('deadlines.also-soon', { count: soon })] : []),
    say('talk.details-in-own-chat'),
  ];
};

/**
 * What is due in a case, worst first. A rule's name tells of benefit and health, and so does what is missing: both are
 * named in the own chat only.
 */
export const deadlinesView = (
  decision: Decision,
  about: {
    line: string;
    personal: boolean;
    reading: string[];
    /** Absent for an answer that was only supposed. */
    decisionId?: string;
    /** The rules with their places in the plan. */
    rules: ReadonlyMap<string, Source>;
    reminders: ReadonlySet<string>;
    /** The reader may record facts. */
    mayRecord: boolean;
  },
  wording: Wording,
): DeadlinesView => {
  const paths = about.personal ? decision.missing : [];
  const { decisionId } = about;
  const inputs =
    about.mayRecord && decisionId !== undefined ? paths.flatMap((path) => cardInput(path, wording.say) ?? []) : [];
  const unasked = paths.filter((path) => !inputs.some(({ id }) => id === path));
  return {
    view: 'deadlines',
    headline: headlineOf(decision.deadlines, about.line, wording),
    notes: [
      ...about.reading,
      ...planNote(decision.planPeriodEnded, wording),
      ...(about.personal ? [] : outlineNotes(decision.deadlines, wording)),
    ],
    entries: about.personal
      ? decision.deadlines.toSorted(worstFirst).map((deadline) => entryOf(deadline, about.rules, wording))
      : [],
    ...(about.personal ? reminderLines(decision, about.reminders, wording) : {}),
    findings: about.personal ? findingLines(decision, wording, about.reminders) : [],
    missing: unasked.map((path) => factName(path, wording.say)),
    inputs,
    ...(about.personal && decisionId !== undefined
      ? { reference: wording.say('decision.reference', { id: decisionId }) }
      : {}),
    actions:
      inputs.length === 0 || decisionId === undefined
        ? []
        : [
            {
              title: wording.say('decision.button.answer'),
              verb: 'answer-facts',
              data: { decisionId },
              style: 'positive',
            },
          ],
  };
};
