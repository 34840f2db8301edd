import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { digestJob, personItem } from '../../test/store/builders.ts';
import type { TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { readDigest } from './read-digest.ts';

const NORD = { team: 'nord' };
const shown = { counts: { overdue: 1, soon: 0, undated: 0 }, worst: [], open: ['x'] };

let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const team = (more: Partial<TeamItem>): Promise<unknown> =>
  store.create('team', { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: [], ...more });
const missed = async (to: { team: string } | { person: string }, day: string) =>
  (await readDigest({ store, closingDaysOf: () => [] }, 'testby', to, day)).missed;

describe('A day without a digest is told of', () => {
  beforeEach(() => store.create('digest', digestJob('testby', '2026-11-16', { shown })));

  test('where there was to be one', async () => {
    await team({ digestSince: '2026-11-02T12:00:00.000Z' });
    expect(await missed(NORD, '2026-11-19')).toEqual(['2026-11-17', '2026-11-18']);
  });

  test('not where the channel wanted none before it was set up again', async () => {
    await team({ digestSince: '2026-11-18T23:30:00.000Z' });
    expect(await missed(NORD, '2026-11-20')).toEqual(['2026-11-19']);
  });

  test('but where one was made that did not get through, whatever was set up since', async () => {
    await team({ digestSince: '2026-11-19T08:00:00.000Z' });
    await store.create('digest', digestJob('testby', '2026-11-18', { state: 'waiting', why: 'http-403' }));
    expect(await missed(NORD, '2026-11-19')).toEqual(['2026-11-18']);
  });

  test('not where it was stopped while it waited', async () => {
    await team({ digestSince: '2026-11-19T08:00:00.000Z' });
    await store.create('digest', digestJob('testby', '2026-11-18', { state: 'quiet' }));
    expect(await missed(NORD, '2026-11-19')).toEqual([]);
  });

  test('likewise of somebody’s own list', async () => {
    const own = { what: 'own', to: { person: 'ole' } } as const;
    await store.create('digest', digestJob('testby', '2026-11-16', { ...own, id: '2026-11-16~own~ole', shown }));
    await store.create('person', personItem('testby', 'ole', { morningSince: '2026-11-18T08:00:00.000Z' }));
    expect(await missed({ person: 'ole' }, '2026-11-19')).toEqual(['2026-11-18']);
  });
});
