import { describe, expect, test } from '@jest/globals';
import { enteredFigure, matterItem, personItem } from '../builders.ts';
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
      await bench.store.create('matter', matterItem(town, 'm'));
      await bench.store.create('figure', enteredFigure(town, '2026-03-31'));
      const idsOf = async (kind: 'person' | 'team' | 'catalogue' | 'matter' | 'figure'): Promise<string[]> =>
        (await bench.store.list(kind, town, { limit: 10 })).items.map(({ item }) => item.id);
      expect(await idsOf('person')).toEqual(['p']);
      expect(await idsOf('team')).toEqual(['t']);
      expect(await idsOf('catalogue')).toEqual(['c']);
      expect(await idsOf('matter')).toEqual(['m']);
      expect(await idsOf('figure')).toEqual(['PLAN-1~citizens~2026-03-31']);
    });

    test('by the beginning of their ids, whatever else is there', async () => {
      const town = bench.newTown();
      for (const id of ['a~1', 'a~2', 'ab', 'b~1', 'a']) await bench.store.create('person', personItem(town, id));
      const first = await bench.store.list('person', town, { limit: 1, begins: 'a~' });
      expect(first.items.map(({ item }) => item.id)).toEqual(['a~1']);
      const rest = await bench.store.list('person', town, { limit: 9, begins: 'a~', after: first.next ?? '' });
      expect(rest.items.map(({ item }) => item.id)).toEqual(['a~2']);
      expect(rest.next).toBeUndefined();
    });

    test('until they are removed, once; others stay', async () => {
      const [here, there] = [bench.newTown(), bench.newTown()];
      for (const town of [here, there])
        for (const id of ['p', 'q']) await bench.store.create('person', personItem(town, id));
      expect(await bench.store.remove('person', here, 'p')).toBe('removed');
      expect(await bench.store.remove('person', here, 'p')).toBe('absent');
      expect(await bench.store.read('person', here, 'p')).toBeUndefined();
      const left = async (town: string) =>
        (await bench.store.list('person', town, { limit: 9 })).items.map(({ item }) => item.id);
      expect([await left(here), await left(there)]).toEqual([['q'], ['p', 'q']]);
      expect(await bench.store.create('person', personItem(here, 'p'))).toMatchObject({ outcome: 'created' });
    });

    test('and a figure entered for a date is created once, and replaced only under its etag', async () => {
      const town = bench.newTown();
      const figure = enteredFigure(town, '2026-03-31');
      const created = await bench.store.create('figure', figure);
      expect(await bench.store.create('figure', { ...figure, value: 7 })).toEqual({ outcome: 'exists' });
      const etag = 'etag' in created ? created.etag : '';
      const { value, source, by, at } = figure;
      const corrected = { ...figure, value: 8, before: [{ value, source, by, at }] };
      expect(await bench.store.replace('figure', corrected, etag)).toMatchObject({ outcome: 'replaced' });
      expect(await bench.store.replace('figure', figure, etag)).toEqual({ outcome: 'changed' });
      expect((await bench.store.read('figure', town, figure.id))?.item).toEqual(corrected);
    });
  });
};
