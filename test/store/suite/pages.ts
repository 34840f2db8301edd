import { describe, expect, test } from '@jest/globals';
import { caseItem } from '../builders.ts';
import type { Bench } from './bench.ts';

/** Reading page by page. */
export const pages = (bench: Bench): void => {
  describe('pages', () => {
    test('go through all the cases once, in order, and the last says that it is the last', async () => {
      const town = bench.newTown();
      await bench.createAll(
        ['S-5', 'S-2', 'S-4', 'S-1', 'S-3'].map((id) => caseItem(town, id, { nameKeys: ['a', 'ab'] })),
      );
      expect(await bench.pagesFor(town, { by: 'all' }, 2)).toEqual([['S-1', 'S-2'], ['S-3', 'S-4'], ['S-5']]);
      expect(await bench.pagesFor(town, { by: 'name', key: 'a' }, 3)).toEqual([
        ['S-1', 'S-2', 'S-3'],
        ['S-4', 'S-5'],
      ]);
      expect(await bench.pagesFor(town, { by: 'all' }, 5)).toEqual([['S-1', 'S-2', 'S-3', 'S-4', 'S-5']]);
      expect(await bench.pagesFor(bench.newTown(), { by: 'all' }, 5)).toEqual([[]]);
    });

    test('can be told beforehand: the cases of a municipality are counted, closed ones too', async () => {
      const town = bench.newTown();
      await bench.createAll([caseItem(town, 'S-1'), caseItem(town, 'S-2', { status: 'closed' })]);
      await bench.createAll([caseItem(bench.newTown(), 'S-1')]);
      expect(await bench.store.countCases(town)).toBe(2);
      expect(await bench.store.countCases(bench.newTown())).toBe(0);
    });

    test('go on within one day when many cases are due on it', async () => {
      const town = bench.newTown();
      const days: [string, string][] = [
        ['S-1', '2026-03-02'],
        ['S-2', '2026-03-01'],
        ['S-3', '2026-03-02'],
        ['S/4', '2026-03-02'],
        ['S-5', '2026-03-01'],
      ];
      await bench.createAll(days.map(([id, nextSoon]) => caseItem(town, id, { nextSoon, nextSendAt: nextSoon })));
      const pages = [['S-2', 'S-5'], ['S-1', 'S-3'], ['S/4']];
      expect(await bench.pagesFor(town, { by: 'nextSoon', on: '2026-03-02' }, 2)).toEqual(pages);
      expect(await bench.pagesFor(town, { by: 'nextSendAt', before: '2026-03-02' }, 2)).toEqual(pages);
    });

    test('neither repeat nor skip a case when others come and go between them', async () => {
      const town = bench.newTown();
      await bench.createAll(['S-2', 'S-4', 'S-6'].map((id) => caseItem(town, id)));
      const first = await bench.store.findCases(town, { by: 'all' }, { limit: 2 });
      await bench.createAll(['S-1', 'S-5'].map((id) => caseItem(town, id)));
      const second = await bench.store.findCases(town, { by: 'all' }, { limit: 2, after: first.next ?? '' });
      expect(second.items.map(({ item }) => item.id)).toEqual(['S-5', 'S-6']);
    });

    test('of no items or of more than a thousand are refused', async () => {
      const town = bench.newTown();
      await expect(bench.store.findCases(town, { by: 'all' }, { limit: 0 })).rejects.toThrow('1 to 1000');
      await expect(bench.store.list('person', town, { limit: 1001 })).rejects.toThrow('1 to 1000');
    });

    test('do not go on from a text that no page has given', async () => {
      const after = Buffer.from('{}').toString('base64url');
      await expect(bench.store.findCases(bench.newTown(), { by: 'all' }, { limit: 1, after })).rejects.toThrow(
        '`next`',
      );
    });
  });
};
