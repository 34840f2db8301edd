import { describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { caseRecord } from '../../test/support/office.ts';
import { agendaOn, dueOn } from './due-on.ts';
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

  test.each([
    ['2026-04-24T13:30:00+02:00', '2026-04-24', '2026-04-25'],
    ['2026-04-25T00:00:00+02:00', '2026-04-25', '2026-04-26'],
  ])('with the instant %s is in time through %s', (due, last, over) => {
    expect(dueOn({ ...entry, due }, last).status).toBe('due-soon');
    expect(dueOn({ ...entry, due }, over).status).toBe('overdue');
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

  test('is looked at again when the rules say that time could have changed it, else never', () => {
    const judged = fakeJudge()(caseRecord('testby', 'C-1'), { kind: 'deadlines' }, [], '2026-02-28');
    expect(projectAgenda({ ...judged, recheckOn: '2026-06-01' }, '2026-02-28').recheckOn).toBe('2026-06-01');
    if ('notBefore' in judged) throw new Error('the invented rules hold on every day');
    const { recheckOn: _, ...settled } = judged;
    expect(projectAgenda(settled, '2026-02-28')).toEqual({ entries: [] });
  });

  test('is read soonest first; what has no date comes where its day is', () => {
    const { due: _, ...undated } = { ...entry, rule: 'RULE-2' };
    const later = { ...entry, rule: 'RULE-1', due: '2026-05-30' };
    const order = (today: string) => agendaOn([undated, entry, later], today).map((due) => due.entry.rule);
    expect(order('2026-04-01')).toEqual(['RULE-2', 'RULE-9', 'RULE-1']);
    expect(order('2026-05-01')).toEqual(['RULE-9', 'RULE-2', 'RULE-1']);
  });
});
