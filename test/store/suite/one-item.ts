import { describe, expect, test } from '@jest/globals';
import { caseItem, personItem } from '../builders.ts';
import type { Bench } from './bench.ts';

/** What holds for one item of any kind. */
export const oneItem = (bench: Bench): void => {
  describe('one item', () => {
    test('is read as it was created, under the etag that create gave', async () => {
      const item = caseItem(bench.newTown(), 'S-1', {
        nextSoon: '2026-03-02',
        nameKeys: ['mette'],
        pendingFor: ['lead'],
      });
      const created = await bench.store.create('case', item);
      expect(created).toEqual({ outcome: 'created', etag: expect.any(String) });
      const etag = created.outcome === 'created' ? created.etag : '';
      expect(await bench.store.read('case', item.municipality, 'S-1')).toEqual({ item, etag });
    });

    test('that was never created is absent', async () => {
      expect(await bench.store.read('case', bench.newTown(), 'S-1')).toBeUndefined();
    });

    test('is created once: the second attempt finds it and changes nothing', async () => {
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'S-1', { caseworker: 'first' }));
      expect(await bench.store.create('case', caseItem(town, 'S-1', { caseworker: 'second' }))).toEqual({
        outcome: 'exists',
      });
      expect((await bench.store.read('case', town, 'S-1'))?.item.caseworker).toBe('first');
      expect(await bench.idsFor(town, { by: 'caseworker', caseworker: 'second' })).toEqual([]);
    });

    test('is created by exactly several attempts at once', async () => {
      const other = await bench.open();
      const item = caseItem(bench.newTown(), 'S-1');
      const outcomes = await Promise.all(
        [bench.store, other, bench.store, other].map((each) => each.create('case', item)),
      );
      expect(outcomes.map((each) => each.outcome).toSorted()).toEqual(['created', 'exists', 'exists', 'exists']);
      await other.close();
    });

    test('can be created together with what belongs to it', async () => {
      const town = bench.newTown();
      const both = [caseItem(town, 'S-1'), caseItem(town, 'S-2')];
      const entries = both.map((item) => ({ kind: 'case' as const, item }));
      expect(await bench.store.createTogether(entries)).toEqual({ outcome: 'created' });
      for (const item of both) expect((await bench.store.read('case', town, item.id))?.item).toEqual(item);
    });

    test('keeps what belongs to it from being created when it is there already', async () => {
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'S-1', { caseworker: 'first' }));
      const entries = [caseItem(town, 'S-1', { caseworker: 'second' }), caseItem(town, 'S-2')];
      const outcome = await bench.store.createTogether(entries.map((item) => ({ kind: 'case' as const, item })));
      expect(outcome).toEqual({ outcome: 'exists' });
      expect((await bench.store.read('case', town, 'S-1'))?.item.caseworker).toBe('first');
      expect(await bench.store.read('case', town, 'S-2')).toBeUndefined();
    });

    test('is replaced under its etag and gets a new one', async () => {
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'S-1'));
      const before = await bench.store.read('case', town, 'S-1');
      const changed = caseItem(town, 'S-1', { status: 'closed' });
      const replaced = await bench.store.replace('case', changed, before?.etag ?? '');
      expect(replaced).toEqual({ outcome: 'replaced', etag: expect.any(String) });
      const etag = replaced.outcome === 'replaced' ? replaced.etag : '';
      expect(etag).not.toBe(before?.etag);
      expect(await bench.store.read('case', town, 'S-1')).toEqual({ item: changed, etag });
    });

    test('is not replaced under an etag that is no longer its own', async () => {
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'S-1'));
      const old = (await bench.store.read('case', town, 'S-1'))?.etag ?? '';
      await bench.store.replace('case', caseItem(town, 'S-1', { caseworker: 'winner', nameKeys: ['winner'] }), old);
      const late = caseItem(town, 'S-1', { caseworker: 'late', nameKeys: ['late'] });
      expect(await bench.store.replace('case', late, old)).toEqual({ outcome: 'changed' });
      expect((await bench.store.read('case', town, 'S-1'))?.item.caseworker).toBe('winner');
      expect(await bench.idsFor(town, { by: 'name', key: 'late' })).toEqual([]);
      expect(await bench.idsFor(town, { by: 'name', key: 'winner' })).toEqual(['S-1']);
    });

    test('that is absent cannot be replaced, and is not created by trying', async () => {
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'S-1'));
      const etag = (await bench.store.read('case', town, 'S-1'))?.etag ?? '';
      expect(await bench.store.replace('case', caseItem(town, 'S-2'), etag)).toEqual({ outcome: 'absent' });
      expect(await bench.store.read('case', town, 'S-2')).toBeUndefined();
    });

    test('of ten replaces at once under the same etag has one winner', async () => {
      const other = await bench.open();
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'S-1'));
      const etag = (await bench.store.read('case', town, 'S-1'))?.etag ?? '';
      const attempts = await Promise.all(
        Array.from({ length: 10 }, async (_, attempt) => {
          const caseworker = `worker-${attempt}`;
          const by = attempt % 2 === 0 ? bench.store : other;
          const { outcome } = await by.replace('case', caseItem(town, 'S-1', { caseworker }), etag);
          return { caseworker, outcome };
        }),
      );
      const winners = attempts.filter((attempt) => attempt.outcome === 'replaced');
      expect(winners).toHaveLength(1);
      expect(attempts.filter((attempt) => attempt.outcome === 'changed')).toHaveLength(9);
      expect((await bench.store.read('case', town, 'S-1'))?.item.caseworker).toBe(winners[0]?.caseworker);
      await other.close();
    });

    test('with the same id in another municipality is another item', async () => {
      const [here, there] = [bench.newTown(), bench.newTown()];
      await bench.store.create('case', caseItem(here, 'S-1', { caseworker: 'here' }));
      expect(await bench.store.read('case', there, 'S-1')).toBeUndefined();
      expect(await bench.store.create('case', caseItem(there, 'S-1', { caseworker: 'there' }))).toMatchObject({
        outcome: 'created',
      });
      expect((await bench.store.read('case', here, 'S-1'))?.item.caseworker).toBe('here');
      expect((await bench.store.read('case', there, 'S-1'))?.item.caseworker).toBe('there');
    });

    test('with the same id of another kind is another item', async () => {
      const town = bench.newTown();
      await bench.store.create('case', caseItem(town, 'same'));
      expect(await bench.store.read('person', town, 'same')).toBeUndefined();
      expect(await bench.store.create('person', personItem(town, 'same'))).toMatchObject({ outcome: 'created' });
      expect((await bench.store.read('person', town, 'same'))?.item.name).toBe('Kirsten Sørensen');
    });

    test.each(['a/b', 'a\\b', 'a?b', 'a#b', 'a%2Fb', 'a=b', 'a b', ' a', 'a ', 'Åse~19:x@tråd', '..', '例', '😀'])(
      'may have the id %j',
      async (id) => {
        const town = bench.newTown();
        expect(await bench.store.create('case', caseItem(town, id))).toMatchObject({ outcome: 'created' });
        const etag = (await bench.store.read('case', town, id))?.etag ?? '';
        expect(await bench.store.replace('case', caseItem(town, id, { team: 'ny' }), etag)).toMatchObject({
          outcome: 'replaced',
        });
        expect((await bench.store.read('case', town, id))?.item).toEqual(caseItem(town, id, { team: 'ny' }));
        expect(await bench.idsFor(town, { by: 'team', team: 'ny' })).toEqual([id]);
      },
    );

    test('whose id differs only in characters that need care is another item', async () => {
      const town = bench.newTown();
      const ids = ['a/b', 'a\\b', 'a%2Fb', 'a=b', 'a=2fb', 'A/B', 'a~b', 'a b', 'ab'];
      await bench.createAll(ids.map((id) => caseItem(town, id, { caseworker: id })));
      for (const id of ids) expect((await bench.store.read('case', town, id))?.item.caseworker).toBe(id);
      expect(await bench.idsFor(town, { by: 'all' })).toEqual(ids.toSorted());
    });

    test('keeps Danish letters, quotes, line breaks and symbols as they are', async () => {
      const town = bench.newTown();
      const what = 'Sæby Å-gård\n"æøå ÆØÅ" – 2.200 kr.\t\u2028 😀 \\ \' ; --';
      const item = caseItem(town, 'S-Æ', { audit: [{ seq: 1, at: 'x', by: 'y', what, details: {}, hash: 'z' }] });
      await bench.store.create('case', item);
      expect((await bench.store.read('case', town, 'S-Æ'))?.item).toEqual(item);
    });

    test('may be as large as a case is allowed to grow', async () => {
      const town = bench.newTown();
      const audit = Array.from({ length: 1000 }, (_, seq) => ({
        seq,
        at: '2026-03-02T09:00:00.000Z',
        by: 'kirsten',
        what: 'Opfølgning på løntilskud'.repeat(10),
        details: { note: 'å'.repeat(100) },
        hash: 'f'.repeat(64),
      }));
      const item = caseItem(town, 'S-1', { audit });
      await bench.store.create('case', item);
      expect((await bench.store.read('case', town, 'S-1'))?.item).toEqual(item);
      expect((await bench.store.findCases(town, { by: 'all' }, { limit: 10 })).items[0]?.item).toEqual(item);
    });
  });
};
