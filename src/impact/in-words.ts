import type { Deadline } from '../contract/decision.ts';
import { worded } from '../rulebook/explain.ts';
import type { DueEntry, Judgement } from '../rulebook/judgement.ts';

/** What is told where there is nothing to tell. */
export const NOTHING = 'none';

/** An answer in words: its outcome, and one by one what makes it so. */
export interface Told {
  outcome: string;
  because: string[];
}

/** A no with its rules; else what is asked, what is required and who is still to approve. */
export const answerInWords = ({ outcome, findings, missing, approvals }: Judgement): Told => {
  const because: string[] = [];
  for (const { rule, effect } of findings)
    if (effect === 'forbids') because.push(`forbidden by ${rule}`);
    else if (effect === 'requires' && outcome !== 'denied') because.push(`required by ${rule}`);
  for (const path of missing) because.push(`asks ${path}`);
  for (const { rule, form, roles, status } of approvals)
    if (status === 'open') because.push(`approval under ${rule} (${form}: ${roles.join(' or ')})`);
  return { outcome, because: [...new Set(because)].toSorted() };
};

/** Two answers as far as they differ: always the outcome, and what stands in one of them only. */
export const differenceInWords = (before: Told, after: Told): [string, string] => {
  const only = (one: Told, other: Told): string =>
    [one.outcome, ...one.because.filter((words) => !other.because.includes(words))].join('; ');
  return [only(before, after), only(after, before)];
};

/** The steps of a next-step answer, in their order. */
export const stepsInWords = ({ alternatives }: Judgement): string =>
  alternatives.length === 0
    ? NOTHING
    : alternatives.map(({ rule, text }) => `${rule ?? ''} ${worded(text, 'en')}`.trim()).join(' > ');

const STATUS: Readonly<Record<Deadline['status'], string>> = {
  met: 'met',
  upcoming: 'upcoming',
  'due-soon': 'due soon',
  overdue: 'overdue',
};

/** An entry with its day; one without a day of its own is open until it is done. */
export const deadlineInWords = ({ due, status, undated }: DueEntry): string =>
  undated ? 'open, without a date' : `due ${due}, ${STATUS[status]}`;
