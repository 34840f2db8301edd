import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseItem, matterItem } from '../../test/store/builders.ts';
import { caseItem as withScalars } from '../cases/case-item.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { soonFrom } from './due-on.ts';
import type { AgendaEntry } from './entry.ts';
import type { OpenDue } from './open-due.ts';
import { readAgenda, type Whose } from './read-agenda.ts';

const TODAY = '2026-04-15';

let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const entry = (rule: string, due?: string, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  rule,
  name: { da: rule, en: rule },
  ...(due !== undefined && { due }),
  dueSoonFrom: due === undefined ? TODAY : due < TODAY ? due : '2026-04-10',
  met: false,
  ...more,
});

const add = (id: string, agenda: AgendaEntry[], more: Partial<CaseItem> = {}): Promise<unknown> => {
  const item = caseItem('testby', id, { agenda, ...more });
  const { team, caseworker } = item;
  return store.create('case', withScalars({ ...item.record, team, caseworker }, item));
};
const read = async (whose: Whose, until?: string) => {
  const agenda = await readAgenda(store, 'testby', whose, TODAY, until);
  const ids = (list: OpenDue[]): string[] => list.map(({ item, entry: { rule } }) => `${item.id} ${rule}`);
  return {
    overdue: ids(agenda.overdue),
    soon: ids(agenda.soon),
    undated: ids(agenda.undated),
    later: ids(agenda.later),
  };
};

describe("A team's agenda", () => {
  test('has what is overdue, due soon and undated, the oldest first, and nothing that is met', async () => {
    await add('C-1', [entry('LATE', '2026-04-14'), entry('DONE', '2026-04-01', { met: true })]);
    await add('C-2', [entry('LATER', '2026-04-03'), entry('SOON', '2026-04-15'), entry('OPEN')]);
    await add('C-3', [entry('LATE', '2026-04-02')], { team: 'syd' });
    expect(await read({ team: 'team-nord' })).toEqual({
      overdue: ['C-2 LATER', 'C-1 LATE'],
      soon: ['C-2 SOON'],
      undated: ['C-2 OPEN'],
      later: [],
    });
  });

  test('has once what is moved behind the page that was read while others are still to come', async () => {
    await add('C-1', [entry('LATE', '2026-04-02')]);
    await add('C-2', [entry('LATE', '2026-04-03')]);
    const whole = { ...store };
    store.findCases = async (municipality, query, page) => {
      const found = await whole.findCases(municipality, query, { ...page, limit: 1 });
      const [first] = found.items;
      if (first?.item.id === 'C-1' && page.after === undefined)
        await store.replace(
          'case',
          withScalars(first.item.record, { ...first.item, agenda: [entry('LATE', '2026-04-10')] }),
          first.etag,
        );
      return found;
    };
    expect((await read({ team: 'team-nord' })).overdue).toEqual(['C-2 LATE', 'C-1 LATE']);
  });

  test('has its enquiries and complaints', async () => {
    const agenda = [entry('CLOCK', '2026-04-14T12:00:00+02:00')];
    const nextSoon = soonFrom(agenda);
    await store.create('matter', matterItem('testby', 'K-1', { agenda, ...(nextSoon !== undefined && { nextSoon }) }));
    expect((await read({ team: 'team-nord' })).overdue).toEqual(['K-1 CLOCK']);
  });

  test('asked for up to a day has what is due by then', async () => {
    await add('C-1', [entry('A', '2026-05-01', { dueSoonFrom: '2026-04-20' })]);
    await add('C-2', [entry('B', '2026-05-04', { dueSoonFrom: '2026-04-20' })]);
    expect((await read({ team: 'team-nord' }, '2026-05-01')).later).toEqual(['C-1 A']);
    expect((await read({ team: 'team-nord' })).later).toEqual([]);
  });
});

test("A person's agenda has their own cases, and of others' what they have taken", async () => {
  const due = '2026-04-14';
  const taken = [{ rule: 'MINE', due, by: 'ole', at: '2026-04-15T08:00:00.000Z' }];
  await add('C-1', [entry('LATE', due)], { caseworker: 'ole' });
  await add('C-2', [entry('MINE', due), entry('THEIRS', due)], { taken });
  await add('C-3', [entry('LATE', due)]);
  expect((await read({ person: 'ole' })).overdue).toEqual(['C-1 LATE', 'C-2 MINE']);
});
