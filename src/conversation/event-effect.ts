import { type DueChange, dueChanges } from '../cases/due-changes.ts';
import type { Judge } from '../cases/judge.ts';
import { EVENT_FLAGS, type EventFlag, withEvent } from '../cases/record-event.ts';
import type { Case, CaseEvent, CatalogueItem } from '../contract/case.ts';
import type { DueEntry, Judgement } from '../rulebook/judgement.ts';

/** What an event is judged with. */
export interface Bench {
  judge: Judge;
  catalogue: CatalogueItem[];
  today: string;
}

/** What is due in a record of a case. */
export const duesOf = ({ judge, catalogue, today }: Bench, record: Case): DueEntry[] => {
  const judged = judge(record, { kind: 'deadlines' }, catalogue, today);
  return 'notBefore' in judged ? [] : judged.deadlines;
};

/** What changes among the deadlines of a case from one record of it to another. */
export const effectBetween = (bench: Bench, before: Case, after: Case): DueChange[] =>
  dueChanges(duesOf(bench, before), duesOf(bench, after));

/** All that a reader is told of a judgement, to compare it with another. */
const told = ({ outcome, findings, reminders, missing, deadlines, alternatives }: Judgement): string =>
  JSON.stringify([outcome, findings, reminders, missing, deadlines, alternatives]);

const answersOn = ({ judge, catalogue, today }: Bench, record: Case): string[] =>
  (['deadlines', 'next-step'] as const).map((kind) => {
    const judged = judge(record, { kind }, catalogue, today);
    return 'notBefore' in judged ? '' : told(judged);
  });

/**
 * What is worth asking of an event: that on which something a rule of the municipality says of this case turns. The
 * rules themselves tell, by answering otherwise.
 */
export const flagsRead = (bench: Bench, record: Case, event: CaseEvent): EventFlag[] =>
  EVENT_FLAGS.filter((flag) => {
    const [yes, no] = [true, false].map((value) => answersOn(bench, withEvent(record, { ...event, [flag]: value })));
    return JSON.stringify(yes) !== JSON.stringify(no);
  });
