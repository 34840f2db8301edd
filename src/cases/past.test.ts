import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KEY, type Office, openOffice } from '../../test/support/office.ts';
import type { ApprovalRequest } from '../requests/request.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { audited } from './audit.ts';
import type { CaseItem } from './case-item.ts';
import { checkHistory } from './check-history.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
  await office.asked('C-1');
});
afterEach(() => office.store.close());

const change = (how: (item: CaseItem) => CaseItem) =>
  office.cases.change('testby', 'C-1', (item) => ({ item: how(item), result: 'done' }));
const unchanged = (item: CaseItem): CaseItem => item;
const noted =
  (times: number) =>
  (item: CaseItem): CaseItem => {
    let after = item;
    for (let time = 0; time < times; time += 1)
      after = audited(after, { at: '2026-04-01T10:00:00.000Z', by: 'mona', what: 'noted', details: {} });
    return after;
  };
/** The case with this many requests like its own, in the state; nothing is still to be sent about them. */
const withRequests = (count: number, state: ApprovalRequest['state']) => (item: CaseItem) => {
  const [request] = item.requests;
  if (request === undefined) throw new Error('there is a request');
  const requests = Array.from({ length: count }, (_, index) => {
    return { ...request, id: `testby~C-1~r${index + 1}`, state };
  });
  return { ...item, requests, outbox: [] };
};
const requestIds = async () => (await office.item('C-1')).requests.map(({ id }) => id.slice('testby~C-1~'.length));
const firstEntry = async () => (await office.item('C-1')).audit[0]?.seq;

describe('The oldest entries', () => {
  test('move out with the change after they have become 128, and not before', async () => {
    await change(noted(126));
    expect(await firstEntry()).toBe(1);
    await change(unchanged);
    expect(await firstEntry()).toBe(65);
    expect((await office.item('C-1')).audit).toHaveLength(64);
  });

  test('all move out at once where they have grown for long', async () => {
    await change(noted(500));
    await change(unchanged);
    expect(await firstEntry()).toBe(385);
    expect(await checkHistory(office.store, await office.item('C-1'), KEY)).toMatchObject({ findings: [] });
  });

  test('stay where somebody has put something else in the place they would move to', async () => {
    await office.store.create('history', {
      id: 'testby~C-1~000001',
      municipality: 'testby',
      caseId: 'C-1',
      entries: [],
    });
    await change(noted(200));
    await change(unchanged);
    expect(await firstEntry()).toBe(1);
    expect(await checkHistory(office.store, await office.item('C-1'), KEY)).toMatchObject({ findings: [] });
  });
});

describe('Requests that have ended', () => {
  test('move out beyond the twelve newest, and the next one is numbered on', async () => {
    await change(withRequests(14, 'expired'));
    await change(unchanged);
    expect(await requestIds()).toEqual(Array.from({ length: 12 }, (_, index) => `r${index + 3}`));
    const moved = await office.store.list('past-request', 'testby', { limit: 10, begins: 'testby~C-1~' });
    expect(moved.items.map(({ item }) => item.request)).toMatchObject([{ state: 'expired' }, { state: 'expired' }]);
    expect((await office.asked('C-1')).request.id).toBe('testby~C-1~r15');
  });

  test('are still shown as they ended to whoever clicks on their old card', async () => {
    await change(withRequests(14, 'expired'));
    await change(unchanged);
    const click = { municipality: 'testby', requestId: 'testby~C-1~r1', revision: 1, answer: 'approved' as const };
    expect(await office.requests.answer(office.person('lone'), click)).toMatchObject({
      outcome: 'refused',
      why: 'ended',
      request: { id: 'testby~C-1~r1', state: 'expired' },
    });
    expect(await office.requests.answer(office.person('anders'), click)).toEqual({
      outcome: 'refused',
      why: 'unknown',
    });
  });

  test('stay while they are open, while something is to be sent about them, and in the change that changes them', async () => {
    await change(withRequests(14, 'open'));
    await change(unchanged);
    expect(await requestIds()).toHaveLength(14);
    await change((item) => {
      const expired = withRequests(14, 'expired')(item);
      const row = { id: 'row', to: { person: 'lone' }, what: 'post' as const, attempts: 0 };
      const card = { name: 'request' as const, requestId: 'testby~C-1~r1', face: 'lead' as const };
      return { ...expired, outbox: [{ ...row, card }] };
    });
    await change((item) => {
      const requests = item.requests.map((one) => (one.id.endsWith('~r2') ? { ...one, changed: ['x'] } : one));
      return { ...item, requests };
    });
    expect(await requestIds()).toHaveLength(14);
    await change((item) => ({ ...item, outbox: [] }));
    await change(unchanged);
    expect(await requestIds()).toHaveLength(12);
  });
});
