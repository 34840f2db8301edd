import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { caseRecord, openOffice, runningOffer } from '../../test/support/office.ts';
import { answerMatter } from '../cases/answer-matter.ts';
import { createCases } from '../cases/case-store.ts';
import type { JudgeMatter } from '../cases/judge.ts';
import { createMatters } from '../cases/matter-store.ts';
import { withTending } from '../requests/with-tending.ts';
import { recordWithout } from '../retention/without-personal.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createTakeCase } from './take-case.ts';
import { createTakeMatter, createTakeTeam } from './take-others.ts';

const clock = { now: () => Date.parse('2026-04-01T10:00:00Z') };
const author = { by: 'cli:anne', at: '2026-04-01T10:00:00.000Z' };
/** A matter in which nothing is ever due. */
const fakeMatters: JudgeMatter = () => ({ notBefore: '2030-01-01' });
let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

describe('What a purge took out of a closed case', () => {
  const closed = { ...caseRecord('testby', 'C-1'), status: 'closed' as const };
  const prepared = async () => {
    const cases = createCases({ store, judge: fakeJudge(), clock, key: 'an invented key' });
    const take = createTakeCase({ cases, author, dryRun: false });
    await take({ ...closed });
    await cases.change('testby', 'C-1', (item) => ({
      item: { ...item, record: recordWithout(item.record) },
      result: undefined,
    }));
    return { take, record: async () => (await cases.read('testby', 'C-1'))?.item.record };
  };

  test('does not come back with the next file', async () => {
    const { take, record } = await prepared();
    expect(await take({ ...closed, team: 'syd' })).toEqual({ outcome: 'same', kept: [] });
    expect(await record()).toEqual(recordWithout(closed));
  });

  test('comes back when the case is open again', async () => {
    const { take, record } = await prepared();
    await take({ ...closed, status: 'open' });
    expect(await record()).toEqual({ ...closed, status: 'open' });
  });
});

test('A closed case stays closed when a later file has nothing in its status, and is opened by one that says so', async () => {
  const cases = createCases({ store, judge: fakeJudge(), clock, key: 'an invented key' });
  const take = createTakeCase({ cases, author, dryRun: false });
  const record = caseRecord('testby', 'C-1');
  const status = async () => (await cases.read('testby', 'C-1'))?.item.status;
  await take({ ...record, status: 'closed' });
  await take({ ...record }, { emptied: () => ({ ...record, status: null }) });
  expect(await status()).toBe('closed');
  await take({ ...record, status: 'open' });
  expect(await status()).toBe('open');
});

describe('What was set in Makker of', () => {
  test('a team, where and when its digest comes, stays', async () => {
    const address = { conversationId: '19:nord', serviceUrl: 'https://one.example/', tenantId: 't1', botId: '28:bot' };
    const team = { id: 'nord', municipality: 'testby', name: 'Nord', leads: ['lone'], digestAt: '08:00', address };
    await store.create('team', team);
    const matters = createMatters({ store, judge: fakeMatters, clock });
    const take = createTakeTeam({ store, matters, dryRun: false });
    await take({ id: 'nord', municipality: 'testby', name: 'Team Nord', leads: ['lars'], digestAt: '06:00' });
    const stored = await store.read('team', 'testby', 'nord');
    expect(stored?.item).toEqual({ ...team, name: 'Team Nord', leads: ['lars'] });
  });

  test('an enquiry, that it was answered, stays', async () => {
    const matters = createMatters({ store, judge: fakeMatters, clock });
    const take = createTakeMatter({ store, matters, dryRun: false });
    const matter = { id: 'H-1', municipality: 'testby', team: 'nord', kind: 'complaint' };
    await take({ ...matter, receivedAt: '2026-03-30T08:15:00Z' });
    await matters.change('testby', 'H-1', (item) => {
      const answered = answerMatter(item, '2026-03-31T09:00:00Z', author);
      return 'refused' in answered ? answered : { item: answered.item, result: undefined };
    });
    const file = { ...matter, receivedAt: '2026-03-30T08:15:00Z', answeredAt: '2026-04-01T07:00:00Z' };
    expect(await take(file)).toEqual({ outcome: 'same', kept: ['answeredAt'] });
    expect((await matters.read('testby', 'H-1'))?.item.record.answeredAt).toBe('2026-03-31T09:00:00Z');
  });
});

describe('A request for approval', () => {
  const prepared = async () => {
    const office = await openOffice(store);
    const { request } = await office.asked('C-1');
    const failed = (_: string, __: string, error: unknown): never => {
      throw error;
    };
    const cases = withTending(office.cases, office.requests, failed);
    return { office, request, take: createTakeCase({ cases, author, dryRun: false }) };
  };
  const priced = (pricePerWeek: number) => caseRecord('testby', 'C-1', { offers: [{ ...runningOffer, pricePerWeek }] });

  test('is revised at once when a file changes what it is about', async () => {
    const { office, take } = await prepared();
    expect(await take(priced(2500))).toEqual({ outcome: 'changed', kept: [] });
    expect(await office.request('C-1')).toMatchObject({ state: 'open', revision: 2 });
  });

  test('that was approved is not undone by the next file', async () => {
    const { office, request, take } = await prepared();
    await office.approve('lone', request);
    const approved = await office.item('C-1');
    expect(approved.record.offers).toMatchObject([{ ends: '2026-05-31', signOffs: [{ answer: 'approved' }] }]);
    expect(await take(priced(2000))).toEqual({ outcome: 'same', kept: ['offers[o1].ends'] });
    expect(await office.item('C-1')).toEqual(approved);
  });
});
