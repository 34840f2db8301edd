import { describe, expect, test } from '@jest/globals';
import { personItem } from '../builders.ts';
import type { Bench } from './bench.ts';

/** The small kinds, read whole. */
export const listing = (bench: Bench): void => {
  describe('small kinds are listed', () => {
    test('by id, page by page, each in its municipality', async () => {
      const [here, there] = [bench.newTown(), bench.newTown()];
      for (const id of ['c', 'a', 'b']) await bench.store.create('person', personItem(here, id));
      await bench.store.create('person', personItem(there, 'a'));
      const first = await bench.store.list('person', here, { limit: 2 });
      expect(first.items.map(({ item }) => item.id)).toEqual(['a', 'b']);
      const second = await bench.store.list('person', here, { limit: 2, after: first.next ?? '' });
      expect(second.items.map(({ item }) => item.id)).toEqual(['c']);
      expect(second.next).toBeUndefined();
    });

    test('apart from the other kinds', async () => {
      const town = bench.newTown();
      await bench.store.create('person', personItem(town, 'p'));
      await bench.store.create('team', { id: 't', municipality: town, name: 'Team Nord', leads: ['p'] });
      await bench.store.create('catalogue', {
        id: 'c',
        municipality: town,
        kind: 'internship',
        name: 'Gården',
        tiers: {},
      });
      const idsOf = async (kind: 'person' | 'team' | 'catalogue'): Promise<string[]> =>
        (await bench.store.list(kind, town, { limit: 10 })).items.map(({ item }) => item.id);
      expect(await idsOf('person')).toEqual(['p']);
      expect(await idsOf('team')).toEqual(['t']);
      expect(await idsOf('catalogue')).toEqual(['c']);
    });
  });
};
