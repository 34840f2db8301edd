import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { personItem } from '../../test/store/builders.ts';
import type { PersonItem, TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createMakeDigests } from './make-digests.ts';

const address = { conversationId: '19:nord', serviceUrl: 'https://teams.example/', tenantId: 't', botId: '28:bot' };
let store: Store;
let now: string;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const team = (more: Partial<TeamItem> = {}): Promise<unknown> =>
  store.create('team', { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: [], address, ...more });
const person = (more: Partial<PersonItem>): Promise<unknown> =>
  store.create('person', personItem('testby', 'ole', { address, ...more }));
/** One process, and another beside it. */
const processes = () =>
  [0, 1].map(() => createMakeDigests({ store, closingDaysOf: () => ['12-24'], clock: { now: () => Date.parse(now) } }));
const at = async (instant: string): Promise<void> => {
  now = instant;
  for (const process of processes()) await process.due('testby');
};
const made = async () =>
  (await store.list('digest', 'testby', { limit: 100 })).items.map(({ item: { id, plannedAt } }) => [id, plannedAt]);

test('A digest is made at half past seven, once for each day, whoever looks', async () => {
  await team();
  await at('2026-11-23T06:29:59.000Z');
  expect(await made()).toEqual([]);
  await at('2026-11-23T06:30:00.000Z');
  await at('2026-11-23T15:00:00.000Z');
  await at('2026-11-24T06:30:10.000Z');
  expect(await made()).toEqual([
    ['2026-11-23~team~nord', '2026-11-23T06:30:00.000Z'],
    ['2026-11-24~team~nord', '2026-11-24T06:30:00.000Z'],
  ]);
});

test('After an outage of days there is one digest, that of the day', async () => {
  await team({ digestAt: '08:00' });
  await at('2026-11-19T07:00:00.000Z');
  await at('2026-11-24T13:00:00.000Z');
  expect(await made()).toEqual([
    ['2026-11-19~team~nord', '2026-11-19T07:00:00.000Z'],
    ['2026-11-24~team~nord', '2026-11-24T07:00:00.000Z'],
  ]);
});

test.each([
  ['a Sunday', '2026-11-22'],
  ['a public holiday', '2026-12-25'],
  ['a day on which the municipality is closed', '2026-12-24'],
])('On %s there is none', async (_, day) => {
  await team();
  await at(`${day}T12:00:00.000Z`);
  expect(await made()).toEqual([]);
});

test('A team without a channel gets none, nor does one that wants none', async () => {
  await store.create('team', { id: 'syd', municipality: 'testby', name: 'Team Syd', leads: [] });
  await team({ digestOff: true });
  await at('2026-11-23T12:00:00.000Z');
  expect(await made()).toEqual([]);
});

test('What was set up after its time comes at once, and is not late', async () => {
  await team({ digestSince: '2026-11-23T13:05:00.000Z' });
  await at('2026-11-23T13:05:20.000Z');
  expect(await made()).toEqual([['2026-11-23~team~nord', '2026-11-23T13:05:00.000Z']]);
});

test('A person gets their own list and the overview of the week as they wanted them', async () => {
  await person({ morningAt: '08:00', weekAt: { weekday: 2, at: '09:00' } });
  await at('2026-11-23T12:00:00.000Z');
  await at('2026-11-24T12:00:00.000Z');
  expect((await made()).map(([id]) => id)).toEqual(['2026-11-23~own~ole', '2026-11-24~own~ole', '2026-11-24~week~ole']);
});

test('Somebody who has left gets nothing any more', async () => {
  await person({ morningAt: '08:00', to: '2026-11-20' });
  await at('2026-11-23T12:00:00.000Z');
  expect(await made()).toEqual([]);
});

test("A team's digest can be made before its time", async () => {
  await team();
  now = '2026-11-23T06:00:00.000Z';
  const stored = await store.read('team', 'testby', 'nord');
  const [first, second] = processes();
  if (stored === undefined) throw new Error('the team is gone');
  expect(await first?.now(stored.item)).toBe('created');
  expect(await second?.now(stored.item)).toBe('exists');
  await at('2026-11-23T06:30:00.000Z');
  expect((await made()).map(([id]) => id)).toEqual(['2026-11-23~team~nord']);
});
