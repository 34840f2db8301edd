import { describe, expect, test } from '@jest/globals';
import type { MatterQuery } from '../../../src/store/port.ts';
import { caseItem, matterItem } from '../builders.ts';
import type { Bench } from './bench.ts';

/** The named queries for matters. */
export const matters = (bench: Bench): void => {
  const idsFor = async (town: string, query: MatterQuery): Promise<string[]> =>
    (await bench.store.findMatters(town, query, { limit: 10 })).items.map(({ item }) => item.id);

  describe('matters are found', () => {
    test('by what is due soon, in one team or all, earliest first and then by id', async () => {
      const town = bench.newTown();
      for (const matter of [
        matterItem(town, 'M-3', { nextSoon: '2026-03-02' }),
        matterItem(town, 'M-1', { nextSoon: '2026-03-02', team: 'syd' }),
        matterItem(town, 'M-2', { nextSoon: '2026-03-01' }),
        matterItem(town, 'M-4', { nextSoon: '2026-03-03' }),
        matterItem(town, 'M-5'),
      ])
        await bench.store.create('matter', matter);
      expect(await idsFor(town, { by: 'nextSoon', on: '2026-03-02' })).toEqual(['M-2', 'M-1', 'M-3']);
      expect(await idsFor(town, { by: 'nextSoon', on: '2026-03-02', team: 'syd' })).toEqual(['M-1']);
      expect(await idsFor(town, { by: 'all' })).toEqual(['M-1', 'M-2', 'M-3', 'M-4', 'M-5']);
      const first = await bench.store.findMatters(town, { by: 'nextSoon', on: '2026-03-02' }, { limit: 2 });
      const after = first.next ?? '';
      const rest = await bench.store.findMatters(town, { by: 'nextSoon', on: '2026-03-02' }, { limit: 2, after });
      expect(rest.items.map(({ item }) => item.id)).toEqual(['M-3']);
      expect(rest.next).toBeUndefined();
    });

    test('by the day they are looked at again, and by who has taken something', async () => {
      const town = bench.newTown();
      await bench.store.create('matter', matterItem(town, 'M-1', { recheckOn: '2026-03-02', takenBy: ['ole'] }));
      await bench.store.create('matter', matterItem(town, 'M-2', { recheckOn: '2026-03-03', takenBy: ['kirsten'] }));
      expect(await idsFor(town, { by: 'recheckOn', on: '2026-03-02' })).toEqual(['M-1']);
      expect(await idsFor(town, { by: 'taken', person: 'kirsten' })).toEqual(['M-2']);
    });

    test('by what they are now, in their own municipality, and never once they are removed', async () => {
      const [here, there] = [bench.newTown(), bench.newTown()];
      const taken = { nextSoon: '2026-03-01', recheckOn: '2026-03-01', takenBy: ['ole'] };
      const queries: MatterQuery[] = [
        { by: 'all' },
        { by: 'nextSoon', on: '2026-03-31' },
        { by: 'nextSoon', on: '2026-03-31', team: 'team-nord' },
        { by: 'recheckOn', on: '2026-03-31' },
        { by: 'taken', person: 'ole' },
      ];
      for (const town of [here, there]) await bench.store.create('matter', matterItem(town, 'M-1', taken));
      const found = async () =>
        (await Promise.all(queries.map((query) => idsFor(here, query)))).map((ids) => ids.length);
      expect(await found()).toEqual([1, 1, 1, 1, 1]);
      const etag = (await bench.store.read('matter', here, 'M-1'))?.etag ?? '';
      await bench.store.replace('matter', matterItem(here, 'M-1'), etag);
      expect(await found()).toEqual([1, 0, 0, 0, 0]);
      const again = (await bench.store.read('matter', here, 'M-1'))?.etag ?? '';
      await bench.store.replace('matter', matterItem(here, 'M-1', taken), again);
      expect(await bench.store.remove('matter', here, 'M-1')).toBe('removed');
      expect(await found()).toEqual([0, 0, 0, 0, 0]);
      expect(await idsFor(there, { by: 'taken', person: 'ole' })).toEqual(['M-1']);
    });

    test('apart from cases that look the same', async () => {
      const town = bench.newTown();
      await bench.createAll([caseItem(town, 'S-1', { nextSoon: '2026-03-01', takenBy: ['ole'] })]);
      await bench.store.create('matter', matterItem(town, 'M-1', { nextSoon: '2026-03-01', takenBy: ['ole'] }));
      expect(await idsFor(town, { by: 'taken', person: 'ole' })).toEqual(['M-1']);
      expect(await bench.idsFor(town, { by: 'taken', person: 'ole' })).toEqual(['S-1']);
      expect(await bench.idsFor(town, { by: 'nextSoon', on: '2026-03-01' })).toEqual(['S-1']);
    });
  });
};
