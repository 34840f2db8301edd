import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { caseRecord } from '../../test/support/office.ts';
import type { DueEntry } from '../rulebook/judgement.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { auditIntact, audited } from './audit.ts';
import type { CaseItem } from './case-item.ts';
import { type Cases, createCases } from './case-store.ts';
import type { Judge } from './judge.ts';

const name = { da: 'Opfølgning', en: 'Follow-up' };
/** A follow-up is due four weeks after the visitation; without one, an undated entry is open. */
const judge: Judge = (record, question, catalogue, today) => {
  const judged = fakeJudge()(record, question, catalogue, today);
  const entry = (due: string, undated: boolean): DueEntry => {
    return { rule: 'RULE-9', name, due, status: 'upcoming', dueSoonFrom: '2026-04-10', undated };
  };
  const deadlines = record.visitedOn === undefined ? [entry(today, true)] : [entry('2026-04-24', false)];
  return 'notBefore' in judged ? judged : { ...judged, deadlines };
};

const KEY = 'an invented key';
let store: Store;
let cases: Cases;
let now: number;
beforeEach(async () => {
  store = createSqliteStore(':memory:');
  now = Date.parse('2026-04-01T10:00:00Z');
  cases = createCases({ store, judge, clock: { now: () => now }, key: KEY });
  await cases.add(caseRecord('testby', 'C-1', { citizen: { name: 'Åse Søndergård-Holm' } }));
});
afterEach(() => store.close());

const read = async (): Promise<CaseItem> => {
  const stored = await cases.read('testby', 'C-1');
  if (stored === undefined) throw new Error('the case is there');
  return stored.item;
};
const note = (item: CaseItem, by: string) =>
  audited(item, { at: '2026-04-01T10:00:00.000Z', by, what: 'noted', details: {} });

describe('A case', () => {
  test('is added once', async () => {
    expect(await cases.add(caseRecord('testby', 'C-1', { team: 'syd' }))).toBe('exists');
    expect((await read()).team).toBe('nord');
  });

  test.each([
    ['aase', ['C-1']],
    ['soenderg', ['C-1']],
    ['holm', ['C-1']],
    ['c-1', []],
  ])('is found by how its names begin, not its number: %s finds %j', async (beginning, ids) => {
    const found = await store.findNames('testby', { by: 'beginnings', beginnings: [beginning] }, 10);
    expect(found.cases.map(({ id }) => id)).toEqual(ids);
  });

  test('has its agenda from the day it is added, and again when its facts change', async () => {
    expect((await read()).agenda).toEqual([{ rule: 'RULE-9', name, dueSoonFrom: '2026-04-01', met: false }]);
    expect((await read()).nextDue).toBe('2026-04-01');
    await cases.change('testby', 'C-1', (item) => ({
      item: { ...item, record: { ...item.record, visitedOn: '2026-03-27' } },
      result: undefined,
    }));
    expect(await read()).toMatchObject({
      nextDue: '2026-04-24',
      recheckOn: '2026-04-02',
      agenda: [{ due: '2026-04-24', dueSoonFrom: '2026-04-10' }],
    });
  });

  test('gets its agenda anew when its recheck day has come, whatever the change is', async () => {
    now = Date.parse('2026-04-07T10:00:00Z');
    await cases.change('testby', 'C-1', (item) => ({ item: note(item, 'kirsten'), result: undefined }));
    expect(await read()).toMatchObject({ recheckOn: '2026-04-08', nextDue: '2026-04-07' });
  });

  test('a closed case is never looked at again by itself', async () => {
    await cases.change('testby', 'C-1', (item) => ({
      item: { ...item, record: { ...item.record, status: 'closed' } },
      result: undefined,
    }));
    expect((await read()).recheckOn).toBeUndefined();
  });

  test('keeps every one of many changes made at once', async () => {
    const people = Array.from({ length: 12 }, (_, index) => `person-${index}`);
    const change = (by: string) => cases.change('testby', 'C-1', (item) => ({ item: note(item, by), result: by }));
    expect(await Promise.all(people.map(change))).toEqual(people);
    const { audit } = await read();
    expect(
      audit
        .slice(1)
        .map(({ by }) => by)
        .toSorted(),
    ).toEqual(people.toSorted());
    expect(auditIntact(audit)).toBe(true);
  });

  test('a change that is refused changes nothing', async () => {
    const before = await cases.read('testby', 'C-1');
    expect(await cases.change('testby', 'C-1', () => ({ refused: 'no' }))).toBe('no');
    expect(await cases.read('testby', 'C-1')).toEqual(before);
  });

  test('that is not there cannot be changed, nor one of another municipality', async () => {
    const change = (item: CaseItem) => ({ item, result: 'done' });
    expect(await cases.change('testby', 'C-2', change)).toBe('absent');
    expect(await cases.change('anderby', 'C-1', change)).toBe('absent');
  });

  test('that others change every time is given up as busy', async () => {
    const always = createCases({
      store: { ...store, replace: async () => ({ outcome: 'changed' }) },
      judge,
      clock: { now: () => now },
      key: KEY,
    });
    expect(await always.change('testby', 'C-1', (item) => ({ item, result: 'done' }))).toBe('busy');
  });
});
