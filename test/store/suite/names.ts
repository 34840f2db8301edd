import { describe, expect, test } from '@jest/globals';
import type { CaseItem } from '../../../src/cases/case-item.ts';
import type { NameQuery } from '../../../src/store/port.ts';
import { caseItem } from '../builders.ts';
import type { Bench } from './bench.ts';

const named = (town: string, id: string, name: string, nameKeys: string[], more: Partial<CaseItem> = {}): CaseItem => {
  const item = caseItem(town, id, { nameKeys, ...more });
  return { ...item, record: { ...item.record, citizen: { name } } };
};

/** Names without their documents: whom they find, and that they say what stands in the case. */
export const names = (bench: Bench): void => {
  const found = async (town: string, query: NameQuery, limit = 100) => {
    const { cases, more } = await bench.store.findNames(town, query, limit);
    expect(more).toBe(false);
    return cases.map(({ id }) => id).toSorted();
  };
  const begunBy = (...beginnings: string[]): NameQuery => ({ by: 'beginnings', beginnings });

  describe('names are found', () => {
    test('by the beginnings of all their words, in any order, each case once', async () => {
      const town = bench.newTown();
      await bench.createAll([
        named(town, 'S-1', 'Mette Metteli', ['mette', 'metteli', 's-1']),
        named(town, 'S-2', 'Mette Sørensen', ['mette', 'sørensen', 's-2']),
        named(town, 'S-3', 'Marie Sø', ['marie', 'sø', '100%_x']),
      ]);
      expect(await found(town, begunBy('mett'))).toEqual(['S-1', 'S-2']);
      expect(await found(town, begunBy('m'))).toEqual(['S-1', 'S-2', 'S-3']);
      expect(await found(town, begunBy('sø', 'me'))).toEqual(['S-2']);
      expect(await found(town, begunBy('m', 'sø'))).toEqual(['S-2', 'S-3']);
      expect(await found(town, begunBy('m', 's', 'mett'))).toEqual(['S-1', 'S-2']);
      expect(await found(town, begunBy('ette'))).toEqual([]);
      expect(await found(town, begunBy('mette', 'x'))).toEqual([]);
      expect(await found(town, begunBy('%'))).toEqual([]);
      expect(await found(town, begunBy("o'n"))).toEqual([]);
    });

    test('by caseworker', async () => {
      const town = bench.newTown();
      const caseworker = 'ole';
      await bench.createAll([caseItem(town, 'S-1', { caseworker }), caseItem(town, 'S-2')]);
      expect(await found(town, { by: 'caseworker', caseworker })).toEqual(['S-1']);
      expect(await found(town, { by: 'caseworker', caseworker: 'ol' })).toEqual([]);
    });

    test('with what access to the case rests on', async () => {
      const town = bench.newTown();
      const more = { team: 'syd', caseworker: 'ole', status: 'closed' } as const;
      await bench.createAll([named(town, 'S/1', 'Åse \'O\' "Ægir"', ['åse'], more)]);
      const record = { citizen: { name: 'Åse \'O\' "Ægir"' } };
      const expected = { cases: [{ id: 'S/1', municipality: town, ...more, record }], more: false };
      expect(await bench.store.findNames(town, begunBy('å'), 10)).toEqual(expected);
      expect(await bench.store.findNames(town, { by: 'caseworker', caseworker: 'ole' }, 10)).toEqual(expected);
    });

    test('as they are now, not as they were before a replace', async () => {
      const town = bench.newTown();
      await bench.store.create('case', named(town, 'S-1', 'Mette Fjern', ['mette', 'fjern']));
      const etag = (await bench.store.read('case', town, 'S-1'))?.etag ?? '';
      await bench.store.replace('case', named(town, 'S-1', 'Marie Fjern', ['marie', 'fjern'], { team: 'syd' }), etag);
      expect(await found(town, begunBy('mette', 'fjern'))).toEqual([]);
      const [now] = (await bench.store.findNames(town, begunBy('fjern'), 10)).cases;
      expect([now?.record.citizen.name, now?.team]).toEqual(['Marie Fjern', 'syd']);
    });

    test('only so many, and it is said that there are more', async () => {
      const town = bench.newTown();
      await bench.createAll(['S-1', 'S-2', 'S-3'].map((id) => named(town, id, 'Mette Fjern', ['mette', 'fjern'])));
      for (const query of [
        begunBy('mette'),
        begunBy('mette', 'f'),
        { by: 'caseworker', caseworker: 'kirsten' } as const,
      ]) {
        expect(await found(town, query, 3)).toHaveLength(3);
        expect(await bench.store.findNames(town, query, 2)).toMatchObject({ cases: { length: 2 }, more: true });
      }
      await expect(bench.store.findNames(town, begunBy('mette'), 1001)).rejects.toThrow('1 to 1000');
    });

    test('only in the municipality that was asked about', async () => {
      const [here, there] = [bench.newTown(), bench.newTown()];
      for (const town of [here, there]) await bench.createAll([named(town, 'S-1', 'Mette Fjern', ['mette', 'fjern'])]);
      for (const query of [
        begunBy('mette', 'fj'),
        begunBy('mette', 'f'),
        { by: 'caseworker', caseworker: 'kirsten' } as const,
      ]) {
        const { cases } = await bench.store.findNames(here, query, 10);
        expect(cases.map(({ municipality, id }) => [municipality, id])).toEqual([[here, 'S-1']]);
      }
    });
  });
};
