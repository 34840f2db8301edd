import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KEY, openOffice } from '../../test/support/office.ts';
import { readCaseHistory } from '../cases/case-history.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { verifyAll } from './audit-verify.ts';

let store: Store;
beforeEach(async () => {
  store = createSqliteStore(':memory:');
  const office = await openOffice(store);
  for (const caseId of ['C-1', 'C-2', 'C-3']) await office.asked(caseId);
});
afterEach(() => store.close());

/** As a store answers in which somebody has put whole cases under other numbers. */
const misplaced = (lying: Record<string, string>): Store => ({
  ...store,
  read: (kind, municipality, id) => store.read(kind, municipality, kind === 'case' ? (lying[id] ?? id) : id),
});
const verified = async (lying: Record<string, string>, caseId?: string) => {
  const out: string[] = [];
  const io = { args: [], input: async () => '', out: (line: string) => out.push(line), err: () => {} };
  const auditing = { store: misplaced(lying), key: KEY, municipalities: ['testby'], io };
  const status = await verifyAll({ does: 'verify', municipality: 'testby', caseId, heads: undefined }, auditing);
  return { status, out };
};

describe('Two whole cases that have changed places', () => {
  const swapped = { 'C-1': 'C-2', 'C-2': 'C-1' };

  test('are found when all are verified', async () => {
    expect(await verified({})).toEqual({ status: 0, out: ['cases: 3, entries: 6; all whole'] });
    const { status, out } = await verified(swapped);
    expect(status).toBe(1);
    expect(out).toEqual([
      expect.stringContaining('testby C-1: the seal does not fit'),
      expect.stringContaining('testby C-2: the seal does not fit'),
      'cases: 3, entries: 6; 2 not whole',
    ]);
  });

  test('are found when one is verified or shown', async () => {
    expect((await verified(swapped, 'C-1')).out[0]).toContain('testby C-1: the seal does not fit');
    const shown = await readCaseHistory(misplaced(swapped), 'testby', 'C-1', KEY);
    expect(shown).toMatchObject({ caseId: 'C-1', findings: [{ wrong: 'seal-broken' }] });
  });
});

test('A case under whose number nothing lies is found', async () => {
  expect((await verified({ 'C-3': 'C-9' })).out).toContain('testby C-3: lies in the place of another case');
});
