import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fixtureShelf } from '../../test/support/fixture-shelf.ts';
import { caseRecord } from '../../test/support/office.ts';
import { caseItem } from '../cases/case-item.ts';
import type { Case } from '../contract/case.ts';
import type { Person } from '../contract/people.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { digestId, type DigestJob } from './digest-job.ts';
import { readWeek } from './read-week.ts';

// A Wednesday.
const today = '2026-04-22';
const shelf = fixtureShelf('targets');
let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const lead = (...roles: Person['roles']): Person => ({
  id: 'lone',
  name: 'Lone Opdigtet',
  municipality: 'testby',
  roles,
});
const leadOf = (team: string) => lead({ role: 'team-lead', team });

const overdue = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    rule: `RULE-${index}`,
    name: { da: 'Samtale', en: 'Interview' },
    due: '2026-04-10',
    met: false,
  }));
const add = async (id: string, record: Partial<Case> = {}, items = 0): Promise<void> => {
  const parts = { requests: [], agenda: overdue(items), outbox: [], audit: [] };
  await store.create('case', caseItem(caseRecord('testby', id, record), parts));
};
const digestOn = async (day: string, count: number, team = 'nord'): Promise<void> => {
  const job: DigestJob = {
    id: digestId(day, 'team', { team }),
    municipality: 'testby',
    day,
    what: 'team',
    to: { team },
    plannedAt: `${day}T05:30:00Z`,
    state: 'sent',
    attempts: 0,
    shown: { counts: { overdue: count, soon: 0, undated: 0 }, worst: [], open: [] },
  };
  await store.create('digest', job);
};
const week = async (who: Person, from: Store = store) => {
  const read = await readWeek({ store: from, shelf }, who, today);
  if (read === undefined) throw new Error('this person leads nothing');
  return read;
};

describe('A lead’s week', () => {
  test('tells of the teams they lead and of no others, by name where the team has one', async () => {
    await store.create('team', { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: [] });
    await store.create('team', { id: 'syd', municipality: 'testby', name: 'Team Syd', leads: [] });
    await add('C-1', { team: 'nord' }, 2);
    await add('C-2', { team: 'syd' }, 3);
    const { teams, counts } = await week(leadOf('nord'));
    expect(teams).toMatchObject([{ id: 'nord', name: 'Team Nord', now: { overdue: 2, soon: 0, undated: 0 } }]);
    expect(counts.overdue).toBe(2);
    expect(
      (await week(lead({ role: 'team-lead', team: 'syd' }, { role: 'functional-lead', team: 'øst' }))).teams,
    ).toMatchObject([{ name: 'Team Syd' }, { name: 'øst' }]);
  });

  test('is nobody’s who leads no team', async () => {
    const caseworker = lead({ role: 'caseworker', team: 'nord' }, { role: 'specialist' }, { role: 'admin' });
    expect(await readWeek({ store, shelf }, caseworker, today)).toBeUndefined();
  });

  test('of the whole municipality tells of the six teams that have most, and sums the rest up', async () => {
    for (let team = 1; team <= 8; team += 1) await add(`C-${team}`, { team: `team-${team}` }, team);
    const { teams, others, counts } = await week(lead({ role: 'functional-lead' }));
    expect(teams.map(({ id }) => id)).toEqual(['team-8', 'team-7', 'team-6', 'team-5', 'team-4', 'team-3']);
    expect(others).toEqual({ teams: 2, counts: { overdue: 3, soon: 0, undated: 0 } });
    expect(counts.overdue).toBe(36);
  });

  test('compares with the digests of the last week, and of the same day of the four weeks before', async () => {
    for (const [day, count] of [
      ['2026-03-18', 1],
      ['2026-03-25', 2],
      // None on 1 April: of that day nothing is said.
      ['2026-04-08', 4],
      ['2026-04-14', 5],
      ['2026-04-15', 6],
      ['2026-04-20', 7],
    ] as const)
      await digestOn(day, count);
    await digestOn('2026-04-15', 99, 'syd');
    const [nord] = (await week(leadOf('nord'))).teams;
    const told = (past: { day: string; counts: { overdue: number } }[] = []) =>
      past.map(({ day, counts }) => [day, counts.overdue]);
    expect(told(nord?.weeks)).toEqual([
      ['2026-03-25', 2],
      ['2026-04-08', 4],
      ['2026-04-15', 6],
    ]);
    expect(told(nord?.days)).toEqual([
      ['2026-04-15', 6],
      ['2026-04-20', 7],
    ]);
  });

  test('measures the team’s own offers by what the municipality aims at', async () => {
    const offer = (kind: 'internship' | 'guidance') => ({ offers: [{ id: 'o1', kind, starts: '2026-02-02' }] });
    for (let index = 0; index < 10; index += 1)
      await add(`N-${index}`, { team: 'nord', ...offer(index < 5 ? 'internship' : 'guidance') });
    for (let index = 0; index < 10; index += 1) await add(`S-${index}`, { team: 'syd', ...offer('guidance') });
    const { teams, targets } = await week(leadOf('nord'));
    const share = teams[0]?.figures.find(({ standing }) => standing.figure.id === 'company-based');
    expect(share).toMatchObject({ value: 50, few: false });
    expect(targets.find(({ figure }) => figure.id === 'company-based')?.measures[0]?.value).toBe(25);
  });

  test('reads every case once, however many teams there are', async () => {
    for (let index = 0; index < 250; index += 1)
      await add(`C-${String(index).padStart(3, '0')}`, { team: `team-${index % 5}` });
    let read = 0;
    const counting: Store = {
      ...store,
      findCases: async (...asked) => {
        const found = await store.findCases(...asked);
        read += found.items.length;
        return found;
      },
    };
    expect((await week(lead({ role: 'functional-lead' }), counting)).teams).toHaveLength(5);
    expect(read).toBe(250);
    read = 0;
    await week(
      lead(...[0, 1, 2, 3, 4].map((team) => ({ role: 'team-lead' as const, team: `team-${team}` }))),
      counting,
    );
    expect(read).toBe(250);
  });
});
