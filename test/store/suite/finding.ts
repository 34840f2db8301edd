import { describe, expect, test } from '@jest/globals';
import type { CaseQuery } from '../../../src/store/port.ts';
import { caseItem } from '../builders.ts';
import type { Bench } from './bench.ts';

/** The named queries: what they find, in which order, in which municipality. */
export const finding = (bench: Bench): void => {
  describe('cases are found', () => {
    test('by team and by caseworker, ordered by id', async () => {
      const town = bench.newTown();
      await bench.createAll([
        caseItem(town, 'S-3', { team: 'nord', caseworker: 'a' }),
        caseItem(town, 'S-1', { team: 'nord', caseworker: 'b' }),
        caseItem(town, 'S-2', { team: 'syd', caseworker: 'a' }),
      ]);
      expect(await bench.idsFor(town, { by: 'team', team: 'nord' })).toEqual(['S-1', 'S-3']);
      expect(await bench.idsFor(town, { by: 'caseworker', caseworker: 'a' })).toEqual(['S-2', 'S-3']);
      expect(await bench.idsFor(town, { by: 'all' })).toEqual(['S-1', 'S-2', 'S-3']);
      expect(await bench.idsFor(town, { by: 'team', team: 'NORD' })).toEqual([]);
    });

    test('by the beginning of any of their name keys, each case once', async () => {
      const town = bench.newTown();
      await bench.createAll([
        caseItem(town, 'S-1', { nameKeys: ['mette', 'metteli', 's-1'] }),
        caseItem(town, 'S-2', { nameKeys: ['sørensen', 'åse'] }),
        caseItem(town, 'S-3', { nameKeys: ['sorte', '100%_x'] }),
        caseItem(town, 'S-4', { nameKeys: ['solmette'] }),
      ]);
      expect(await bench.idsFor(town, { by: 'name', key: 'mette' })).toEqual(['S-1']);
      expect(await bench.idsFor(town, { by: 'name', key: 'metteli' })).toEqual(['S-1']);
      expect(await bench.idsFor(town, { by: 'name', key: 'sø' })).toEqual(['S-2']);
      expect(await bench.idsFor(town, { by: 'name', key: 'å' })).toEqual(['S-2']);
      expect(await bench.idsFor(town, { by: 'name', key: 'so' })).toEqual(['S-3', 'S-4']);
      expect(await bench.idsFor(town, { by: 'name', key: '%' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'name', key: '100%' })).toEqual(['S-3']);
      expect(await bench.idsFor(town, { by: 'name', key: "o'neill" })).toEqual([]);
    });

    test('by whom they wait for: any of the keys, whole, each case once', async () => {
      const town = bench.newTown();
      await bench.createAll([
        caseItem(town, 'S-1', { pendingFor: ['lead@nord', 'board'] }),
        caseItem(town, 'S-2', { pendingFor: ['lead'] }),
        caseItem(town, 'S-3'),
      ]);
      expect(await bench.idsFor(town, { by: 'pending', for: ['lead'] })).toEqual(['S-2']);
      expect(await bench.idsFor(town, { by: 'pending', for: ['lead', 'board', 'lead@nord'] })).toEqual(['S-1', 'S-2']);
      expect(await bench.idsFor(town, { by: 'pending', for: ['nobody'] })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'pending', for: [] })).toEqual([]);
    });

    test('by who has taken something in them, each case once', async () => {
      const town = bench.newTown();
      await bench.createAll([
        caseItem(town, 'S-2', { takenBy: ['ole', 'kirsten'] }),
        caseItem(town, 'S-1', { takenBy: ['ole'] }),
        caseItem(town, 'S-3'),
      ]);
      expect(await bench.idsFor(town, { by: 'taken', person: 'ole' })).toEqual(['S-1', 'S-2']);
      expect(await bench.idsFor(town, { by: 'taken', person: 'kirsten' })).toEqual(['S-2']);
      expect(await bench.idsFor(town, { by: 'taken', person: 'ol' })).toEqual([]);
    });

    test('by whose first contact a message of theirs waits for, or anybody’s', async () => {
      const town = bench.newTown();
      await bench.createAll([
        caseItem(town, 'S-2', { waitingFor: ['ole', 'kirsten'] }),
        caseItem(town, 'S-1', { waitingFor: ['ole'] }),
        caseItem(town, 'S-3'),
      ]);
      expect(await bench.idsFor(town, { by: 'waiting', person: 'ole' })).toEqual(['S-1', 'S-2']);
      expect(await bench.idsFor(town, { by: 'waiting', person: 'kirsten' })).toEqual(['S-2']);
      expect(await bench.idsFor(town, { by: 'waiting', person: 'ol' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'waiting' })).toEqual(['S-1', 'S-2']);
    });

    test('by nextSoon on a day or earlier, earliest first and then by id', async () => {
      const by = 'nextSoon';
      const town = bench.newTown();
      await bench.createAll([
        caseItem(town, 'S-1', { [by]: '2026-03-03' }),
        caseItem(town, 'S-4', { [by]: '2026-03-01' }),
        caseItem(town, 'S-2', { [by]: '2026-03-03', team: 'syd' }),
        caseItem(town, 'S-3', { [by]: '2026-03-02', caseworker: 'ole' }),
        caseItem(town, 'S-5', { [by]: '2026-03-04' }),
        caseItem(town, 'S-6'),
      ]);
      expect(await bench.idsFor(town, { by, on: '2026-03-03' })).toEqual(['S-4', 'S-3', 'S-1', 'S-2']);
      expect(await bench.idsFor(town, { by, on: '2026-03-03', team: 'syd' })).toEqual(['S-2']);
      expect(await bench.idsFor(town, { by, on: '2026-03-03', caseworker: 'ole' })).toEqual(['S-3']);
      expect(await bench.idsFor(town, { by, on: '2026-03-03', team: 'team-nord', caseworker: 'kirsten' })).toEqual([
        'S-4',
        'S-1',
      ]);
      expect(await bench.idsFor(town, { by, on: '2026-02-28' })).toEqual([]);
    });

    test.each([
      ['recheckOn', '2026-03-02', '2026-03-03', (value: string): CaseQuery => ({ by: 'recheckOn', on: value })],
      ['expiresOn', '2026-03-02', '2026-03-03', (value: string): CaseQuery => ({ by: 'expiresOn', on: value })],
      [
        'nextSendAt',
        '2026-03-02T09:00:00.000Z',
        '2026-03-02T09:00:00.001Z',
        (value: string): CaseQuery => ({ by: 'nextSendAt', before: value }),
      ],
    ])('by %s, the bound itself included', async (scalar, bound, later, query) => {
      const town = bench.newTown();
      await bench.createAll([
        caseItem(town, 'S-2', { [scalar]: bound }),
        caseItem(town, 'S-1', { [scalar]: later }),
        caseItem(town, 'S-3', { [scalar]: '2026-01-01' }),
        caseItem(town, 'S-4'),
      ]);
      expect(await bench.idsFor(town, query(bound))).toEqual(['S-3', 'S-2']);
      expect(await bench.idsFor(town, query(later))).toEqual(['S-3', 'S-2', 'S-1']);
    });

    test('by what they are now, not by what they were before a replace', async () => {
      const town = bench.newTown();
      const dates = { nextSoon: '2026-02-20' };
      const lists = { nameKeys: ['mette'], pendingFor: ['lead'], takenBy: ['ole'], waitingFor: ['ole'] };
      const first = caseItem(town, 'S-1', { ...dates, ...lists });
      await bench.store.create('case', first);
      const etag = (await bench.store.read('case', town, 'S-1'))?.etag ?? '';
      await bench.store.replace('case', caseItem(town, 'S-1', { team: 'syd', nameKeys: ['marie'] }), etag);
      expect(await bench.idsFor(town, { by: 'nextSoon', on: '2026-12-31' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'pending', for: ['lead'] })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'taken', person: 'ole' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'waiting' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'name', key: 'mette' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'team', team: 'team-nord' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'name', key: 'marie' })).toEqual(['S-1']);
    });

    test('with the etag under which they can be replaced', async () => {
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'S-1'));
      const [found] = (await bench.store.findCases(town, { by: 'all' }, { limit: 1 })).items;
      expect(await bench.store.replace('case', caseItem(town, 'S-1'), found?.etag ?? '')).toMatchObject({
        outcome: 'replaced',
      });
    });

    test.each<CaseQuery>([
      { by: 'all' },
      { by: 'team', team: 'nord' },
      { by: 'caseworker', caseworker: 'ole' },
      { by: 'name', key: 'met' },
      { by: 'pending', for: ['lead'] },
      { by: 'nextSoon', on: '2026-03-31', team: 'nord' },
      { by: 'taken', person: 'ole' },
      { by: 'waiting', person: 'ole' },
      { by: 'waiting' },
      { by: 'nextSoon', on: '2026-03-31' },
      { by: 'nextSoon', on: '2026-03-31', caseworker: 'ole' },
      { by: 'recheckOn', on: '2026-03-31' },
      { by: 'nextSendAt', before: '2026-03-31' },
      { by: 'expiresOn', on: '2026-03-31' },
    ])('only in the municipality that was asked about: %j', async (query) => {
      const day = '2026-03-01';
      const full = { nextSoon: day, recheckOn: day, nextSendAt: day, expiresOn: day };
      const lists = { nameKeys: ['mette'], pendingFor: ['lead'], takenBy: ['ole'], waitingFor: ['ole'] };
      const [here, there] = [bench.newTown(), bench.newTown()];
      const both = { team: 'nord', caseworker: 'ole', ...full, ...lists };
      await bench.createAll([caseItem(here, 'S-1', both), caseItem(there, 'S-1', both), caseItem(there, 'S-2', both)]);
      const found = await bench.store.findCases(here, query, { limit: 10 });
      expect(found.items.map(({ item }) => [item.municipality, item.id])).toEqual([[here, 'S-1']]);
      expect(found.next).toBeUndefined();
    });
  });
};
