import { describe, expect, test } from '@jest/globals';
import { caseItem, digestJob } from '../../test/store/builders.ts';
import { digestOf, isQuiet, shownOf } from './digest.ts';
import type { DigestJob } from './digest-job.ts';
import type { OpenDue } from './open-due.ts';
import { openAgenda } from './read-agenda.ts';

const TODAY = '2026-04-15';

const open = (id: string, status: OpenDue['status'], due?: string): OpenDue => ({
  about: 'case',
  item: caseItem('testby', id),
  entry: { rule: 'RULE-1', name: { da: 'Samtale', en: 'Interview' }, met: false, ...(due !== undefined && { due }) },
  due: due ?? TODAY,
  status,
});
const digest = (entries: OpenDue[], before: Parameters<typeof digestOf>[2] = []) =>
  digestOf(openAgenda(entries, TODAY), TODAY, before);
/** The job of an earlier day on which these entries were open. */
const sentOn = (day: string, entries: OpenDue[]): { day: string; job: DigestJob } => ({
  day,
  job: digestJob('testby', day, { shown: shownOf(digest(entries)) }),
});
const overdue = (count: number): OpenDue[] =>
  Array.from({ length: count }, (_, index) => open(`C-${index}`, 'overdue', `2026-03-${10 + index}`));

describe('A digest', () => {
  test('counts what is overdue, due soon and without a date, each by itself', () => {
    const entries = [...overdue(2), open('C-8', 'due-soon', '2026-04-20'), open('C-9', 'due-soon')];
    expect(digest(entries).counts).toEqual({ overdue: 2, soon: 1, undated: 1 });
  });

  test('shows the ten that are overdue longest, and those due soon only where there are fewer', () => {
    expect(digest(overdue(12)).worst.map(({ item }) => item.id)).toEqual(overdue(10).map(({ item }) => item.id));
    const worst = digest([open('C-8', 'due-soon', '2026-04-20'), ...overdue(1)]).worst;
    expect(worst.map(({ item }) => item.id)).toEqual(['C-0', 'C-8']);
  });

  test('tells what has been handled since the one before, and what has come', () => {
    const now = [...overdue(2), open('C-7', 'overdue', '2026-04-14')];
    expect(digest(now, [sentOn('2026-04-14', overdue(5))]).since).toEqual({ day: '2026-04-14', handled: 3, come: 1 });
  });

  test('counts an entry whose date has moved as handled, and as a new one', () => {
    const before = [sentOn('2026-04-14', [open('C-1', 'overdue', '2026-04-01')])];
    const now = [open('C-1', 'due-soon', '2026-04-22')];
    expect(digest(now, before).since).toMatchObject({ handled: 1, come: 1 });
  });

  test('names the working days on which none came', () => {
    const waiting = { ...sentOn('2026-04-13', []).job, state: 'waiting' as const };
    const before = [sentOn('2026-04-10', overdue(1)), { day: '2026-04-13', job: waiting }, { day: '2026-04-14' }];
    const { missed, since, past } = digest(overdue(1), before);
    expect(missed).toEqual(['2026-04-13', '2026-04-14']);
    expect(since?.day).toBe('2026-04-10');
    expect(past).toEqual([{ day: '2026-04-10', counts: { overdue: 1, soon: 0, undated: 0 } }]);
  });

  test('of a team that has had none before misses none', () => {
    expect(digest(overdue(1), [{ day: '2026-04-14' }])).toMatchObject({ missed: [], past: [] });
  });

  test('keeps no case number beyond the ten that stand on the card', () => {
    expect(JSON.stringify(shownOf(digest(overdue(20))).open)).not.toContain('C-');
  });

  test('is quiet when nothing is open', () => {
    expect(isQuiet(digest([]))).toBe(true);
    expect(isQuiet(digest([open('C-9', 'due-soon')]))).toBe(false);
  });
});
