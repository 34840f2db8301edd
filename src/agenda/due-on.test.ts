import { describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { caseRecord } from '../../test/support/office.ts';
import { dueOn } from './due-on.ts';
import type { AgendaEntry } from './entry.ts';
import { projectAgenda } from './project.ts';

const entry: AgendaEntry = {
  rule: 'RULE-9',
  name: { da: 'Opfølgning', en: 'Follow-up' },
  due: '2026-04-24',
  dueSoonFrom: '2026-04-10',
  met: false,
};

describe('An agenda entry, read for a day', () => {
  test.each([
    ['2026-04-09', 'upcoming'],
    ['2026-04-10', 'due-soon'],
    ['2026-04-24', 'due-soon'],
    ['2026-04-25', 'overdue'],
  ])('on %s is %s', (today, status) => {
    expect(dueOn(entry, today)).toMatchObject({ due: '2026-04-24', status });
  });

  test('is met whatever the day', () => {
    expect(dueOn({ ...entry, met: true }, '2027-01-01').status).toBe('met');
  });

  test('without a date of its own is due soon on that day, and never overdue', () => {
    const { due: _, ...undated } = entry;
    expect(dueOn(undated, '2026-01-01')).toMatchObject({ due: '2026-01-01', status: 'due-soon' });
    expect(dueOn(undated, '2027-01-01')).toMatchObject({ due: '2027-01-01', status: 'due-soon' });
  });
});

describe('The agenda of a case', () => {
  test('before the municipality has a rulebook is empty until the day it gets one', () => {
    expect(projectAgenda({ notBefore: '2026-07-01' }, '2026-04-01')).toEqual({ entries: [], recheckOn: '2026-07-01' });
  });

  test('is looked at again the next day, over the end of a month', () => {
    const judged = fakeJudge()(caseRecord('testby', 'C-1'), { kind: 'deadlines' }, [], '2026-02-28');
    expect(projectAgenda(judged, '2026-02-28').recheckOn).toBe('2026-03-01');
  });
});
