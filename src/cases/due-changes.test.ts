import { expect, test } from '@jest/globals';
import type { DueEntry } from '../rulebook/judgement.ts';
import { dueChanges } from './due-changes.ts';

const entry = (rule: string, due: string, status: DueEntry['status'], offerId?: string): DueEntry => ({
  rule,
  name: { da: rule, en: rule },
  due,
  status,
  dueSoonFrom: due,
  undated: false,
  ...(offerId !== undefined && { offerId }),
});
const changes = (before: DueEntry[], after: DueEntry[]) =>
  dueChanges(before, after).map((change) => `${change.entry.rule} ${change.is} ${change.entry.due}`);

test('What is settled comes first, then what falls away, what is due on another day and what is new', () => {
  const before = [
    entry('RULE-1', '2026-04-01', 'overdue'),
    entry('RULE-2', '2026-04-02', 'overdue'),
    entry('RULE-3', '2026-04-03', 'upcoming'),
    entry('RULE-4', '2026-04-04', 'upcoming'),
  ];
  const after = [
    entry('RULE-5', '2026-06-05', 'upcoming'),
    entry('RULE-1', '2026-07-01', 'upcoming'),
    entry('RULE-2', '2026-04-02', 'met'),
    entry('RULE-4', '2026-04-04', 'upcoming'),
  ];
  expect(changes(before, after)).toEqual([
    'RULE-2 met 2026-04-02',
    'RULE-3 gone 2026-04-03',
    'RULE-5 new 2026-06-05',
    'RULE-1 moved 2026-07-01',
  ]);
});

test('A rule has a deadline for each offer, and those are told apart', () => {
  const before = [entry('RULE-1', '2026-04-01', 'overdue', 'o1'), entry('RULE-1', '2026-04-01', 'overdue', 'o2')];
  const after = [entry('RULE-1', '2026-04-01', 'overdue', 'o1'), entry('RULE-1', '2026-04-01', 'met', 'o2')];
  expect(dueChanges(before, after)).toMatchObject([{ is: 'met', entry: { offerId: 'o2' } }]);
});

test('What was met and still is, or is not asked any more, is no change', () => {
  expect(dueChanges([entry('RULE-1', '2026-04-01', 'met')], [entry('RULE-1', '2026-04-01', 'met')])).toEqual([]);
  expect(dueChanges([entry('RULE-1', '2026-04-01', 'met')], [])).toEqual([]);
  expect(dueChanges([], [entry('RULE-1', '2026-04-01', 'met')])).toEqual([]);
});

test('A deadline that was met and is open again has moved', () => {
  const before = [entry('RULE-1', '2026-04-01', 'met')];
  expect(changes(before, [entry('RULE-1', '2026-04-01', 'due-soon')])).toEqual(['RULE-1 moved 2026-04-01']);
});
