import { type Digest, isQuiet } from '../../agenda/digest.ts';
import { keyOf } from '../../agenda/open-due.ts';
import type { CardAction, CardInput, DigestRow, DigestView, Headline } from '../../cards/views.ts';
import { formatList, formatTime, formatWeekday } from '../../format/format.ts';
import type { ShownEntry } from '../digest/team-digest.ts';
import { chartOf, countLines, sinceText } from './digest-counts.ts';
import { planNote } from './plan-note.ts';
import { toldApart } from './told-apart.ts';
import { daysLeft, type Wording } from './wording.ts';

/** What a team's overview is made from. */
export interface DigestShown {
  digest: Digest;
  team: string;
  entries: ShownEntry[];
  /** What its buttons name it by; without it there are none. */
  job?: string;
  /** The ISO instant at which it was to come, where it comes late. */
  late?: string;
  /** The last day of the plan, where that has passed. */
  planEnded?: string;
  /** What is to be said first. */
  notes: string[];
  /** What has come of a click, and what was filled in for it where that is to be put right. */
  said?: { text: string; entry?: string; on?: string };
  nameOf: (person: string) => string;
  whatOf: (rule: string) => string;
}

const headlineOf = ({ digest, team }: DigestShown, { say, language }: Wording): Headline => {
  const { overdue, soon, undated } = digest.counts;
  const about = formatWeekday(digest.day, language);
  if (overdue > 0)
    return { symbol: '✕', tone: 'attention', title: say('digest.title.overdue', { count: overdue, team }), about };
  if (soon > 0) return { symbol: '!', tone: 'warning', title: say('digest.title.soon', { count: soon, team }), about };
  if (undated > 0)
    return { symbol: '○', tone: 'default', title: say('digest.title.undated', { count: undated, team }), about };
  return { symbol: '✓', tone: 'good', title: say('digest.title.quiet', { team }), about };
};

/** Whose it is, as a channel may read it: the case's number and the caseworker, or the number of the enquiry. */
const aboutOf = (
  { key, caseworker }: ShownEntry,
  { nameOf }: Pick<DigestShown, 'nameOf'>,
  { say }: Wording,
): string => {
  if (key.about === 'matter') return say('digest.row.matter', { id: key.id });
  return caseworker === undefined ? key.id : say('digest.row.about', { case: key.id, name: nameOf(caseworker) });
};

/** What to do about it, where its name does not say so already. */
const todoOf = ({ key, todo }: ShownEntry, name: string, { say, language }: Wording): string | undefined => {
  if (key.about === 'matter') return say('digest.row.todo', { what: say('digest.row.todo-matter') });
  const words = [...new Set(todo.map((type) => say(`digest.do.${type}`)))];
  const [only] = words;
  if (only === undefined || (words.length === 1 && only.toLowerCase() === name.toLowerCase())) return undefined;
  return say('digest.row.todo', { what: formatList(words, language, 'or') });
};

/** How long there is left; what has no date of its own says so. */
export const leftOf = (due: string | undefined, wording: Wording): string =>
  due === undefined ? wording.say('digest.row.undated') : daysLeft(due, wording);

const rowOf = (shown: DigestShown, one: ShownEntry, wording: Wording): DigestRow => {
  const { key, open } = one;
  const { say } = wording;
  const row = {
    what: shown.whatOf(key.rule),
    left: leftOf(key.due, wording),
    about: aboutOf(one, shown, wording),
    rule: key.rule,
  };
  if (open === undefined) return { ...row, symbol: '✓', tone: 'good', left: say('digest.row.done') };
  const todo = todoOf(one, row.what, wording);
  return {
    ...row,
    ...(open.status === 'overdue' ? { symbol: '✕', tone: 'attention' } : { symbol: '!', tone: 'warning' }),
    ...(todo !== undefined && { todo }),
    ...(open.takenBy !== undefined && { taken: say('digest.row.taken', { name: shown.nameOf(open.takenBy) }) }),
  };
};

const notesOf = ({ notes, late, planEnded, digest }: DigestShown, wording: Wording): string[] => {
  const { say, language } = wording;
  const { missed } = digest;
  return [
    ...notes,
    ...(late === undefined ? [] : [say('digest.late', { time: formatTime(late, language) })]),
    ...(missed.length === 0
      ? []
      : [
          say('digest.missed', {
            days: formatList(
              missed.map((day) => formatWeekday(day, language)),
              language,
            ),
          }),
        ]),
    // On a quiet day there is nothing that rests on the plan.
    ...(isQuiet(digest) ? [] : planNote(planEnded, wording)),
  ];
};

const inputsOf = (shown: DigestShown, wording: Wording): CardInput[] => {
  const { say } = wording;
  const { said } = shown;
  const choices = toldApart(
    shown.entries.flatMap((one) =>
      one.open === undefined
        ? []
        : [
            {
              title: `${shown.whatOf(one.key.rule)} · ${aboutOf(one, shown, wording)}`,
              value: keyOf(one.key),
              apart: leftOf(one.key.due, wording),
            },
          ],
    ),
  );
  if (choices.length === 0) return [];
  return [
    {
      id: 'entry',
      type: 'choice',
      label: say('digest.input.entry'),
      choices,
      ...(said?.entry !== undefined && choices.some(({ value }) => value === said.entry) && { value: said.entry }),
    },
    { id: 'on', type: 'date', label: say('digest.input.on'), ...(said?.on !== undefined && { value: said.on }) },
  ];
};

const actionsOf = (
  digest: string,
  { hasChoice, isTaken }: { hasChoice: boolean; isTaken: boolean },
  { say }: Wording,
): CardAction[] => [
  ...(hasChoice
    ? [
        { title: say('digest.button.take'), verb: 'digest-take', data: { digest } },
        ...(isTaken ? [{ title: say('digest.button.let-go'), verb: 'digest-let-go', data: { digest } }] : []),
        { title: say('digest.button.done'), verb: 'digest-done', data: { digest } },
        { title: say('digest.button.ask'), verb: 'digest-ask', data: { digest } },
      ]
    : []),
  ...(['caseworker', 'rule'] as const).map((by) => ({
    title: say(`digest.button.by-${by}`),
    verb: 'digest-all',
    data: { digest, by, from: 0 },
    checksInputs: false,
  })),
];

/** A team's overview: how it stands, against before, and what is worst. On a quiet day it is a line and its counts. */
export const digestView = (shown: DigestShown, wording: Wording): DigestView => {
  const { digest, entries, job, said } = shown;
  const quiet = isQuiet(digest);
  const since = sinceText(digest, wording);
  const inputs = job === undefined ? [] : inputsOf(shown, wording);
  const isTaken = entries.some(({ open }) => open?.takenBy !== undefined);
  const { overdue, soon } = digest.counts;
  const besides = overdue + soon - entries.filter(({ open }) => open !== undefined).length;
  return {
    view: 'digest',
    headline: headlineOf(shown, wording),
    // Beside the buttons, unless there are none any more.
    notes: [...(said !== undefined && inputs.length === 0 ? [said.text] : []), ...notesOf(shown, wording)],
    ...(said !== undefined && inputs.length > 0 && { inputsTitle: said.text }),
    counts: quiet ? [] : countLines(digest, wording),
    chart: quiet ? [] : chartOf(digest, wording),
    ...(since !== undefined && { since }),
    rows: entries.map((one) => rowOf(shown, one, wording)),
    ...(besides > 0 && { more: wording.say('digest.more', { count: besides }) }),
    groups: [],
    inputs,
    actions: quiet || job === undefined ? [] : actionsOf(job, { hasChoice: inputs.length > 0, isTaken }, wording),
  };
};
