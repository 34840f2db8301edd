import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseItem } from '../../src/cases/case-item.ts';
import type { CaseQuery, Store } from '../../src/store/port.ts';
import { caseItem, personItem, receiptOf } from './builders.ts';

/** Where the suite gets its stores: every one opened is on the same data. */
export interface StoreUnderTest {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** What every store must do, run against each implementation of the port. */
export const storeSuite = (name: string, begin: () => Promise<StoreUnderTest>): void => {
  let under: StoreUnderTest;
  let store: Store;
  let towns = 0;
  /** A municipality of its own for each test, so that tests cannot see each other's items. */
  const newTown = (): string => `testby-${(towns += 1)}`;

  const createAll = async (items: CaseItem[]): Promise<void> => {
    for (const item of items) await store.create('case', item);
  };
  const idsFor = async (town: string, query: CaseQuery): Promise<string[]> =>
    (await store.findCases(town, query, { limit: 100 })).items.map((found) => found.item.id);
  /** Reads to the last page and gives the ids page by page. */
  const pagesFor = async (town: string, query: CaseQuery, limit: number): Promise<string[][]> => {
    const pages: string[][] = [];
    for (let after: string | undefined; ;) {
      const found = await store.findCases(town, query, { limit, ...(after === undefined ? {} : { after }) });
      pages.push(found.items.map((each) => each.item.id));
      if (found.next === undefined) return pages;
      after = found.next;
    }
  };

  describe(name, () => {
    beforeAll(async () => {
      under = await begin();
      store = await under.open();
    });
    afterAll(async () => {
      await store.close();
      await under.remove();
    });

    describe('one item', () => {
      test('is read as it was created, under the etag that create gave', async () => {
        const item = caseItem(newTown(), 'S-1', { nextDue: '2026-03-02', nameKeys: ['mette'], pendingFor: ['lead'] });
        const created = await store.create('case', item);
        expect(created).toEqual({ outcome: 'created', etag: expect.any(String) });
        const etag = created.outcome === 'created' ? created.etag : '';
        expect(await store.read('case', item.municipality, 'S-1')).toEqual({ item, etag });
      });

      test('that was never created is absent', async () => {
        expect(await store.read('case', newTown(), 'S-1')).toBeUndefined();
      });

      test('is created once: the second attempt finds it and changes nothing', async () => {
        const town = newTown();
        await store.create('case', caseItem(town, 'S-1', { caseworker: 'first' }));
        expect(await store.create('case', caseItem(town, 'S-1', { caseworker: 'second' }))).toEqual({
          outcome: 'exists',
        });
        expect((await store.read('case', town, 'S-1'))?.item.caseworker).toBe('first');
        expect(await idsFor(town, { by: 'caseworker', caseworker: 'second' })).toEqual([]);
      });

      test('is created by exactly several attempts at once', async () => {
        const other = await under.open();
        const item = caseItem(newTown(), 'S-1');
        const outcomes = await Promise.all([store, other, store, other].map((each) => each.create('case', item)));
        expect(outcomes.map((each) => each.outcome).toSorted()).toEqual(['created', 'exists', 'exists', 'exists']);
        await other.close();
      });

      test('is replaced under its etag and gets a new one', async () => {
        const town = newTown();
        await store.create('case', caseItem(town, 'S-1'));
        const before = await store.read('case', town, 'S-1');
        const changed = caseItem(town, 'S-1', { status: 'closed' });
        const replaced = await store.replace('case', changed, before?.etag ?? '');
        expect(replaced).toEqual({ outcome: 'replaced', etag: expect.any(String) });
        const etag = replaced.outcome === 'replaced' ? replaced.etag : '';
        expect(etag).not.toBe(before?.etag);
        expect(await store.read('case', town, 'S-1')).toEqual({ item: changed, etag });
      });

      test('is not replaced under an etag that is no longer its own', async () => {
        const town = newTown();
        await store.create('case', caseItem(town, 'S-1'));
        const old = (await store.read('case', town, 'S-1'))?.etag ?? '';
        await store.replace('case', caseItem(town, 'S-1', { caseworker: 'winner', nameKeys: ['winner'] }), old);
        const late = caseItem(town, 'S-1', { caseworker: 'late', nameKeys: ['late'] });
        expect(await store.replace('case', late, old)).toEqual({ outcome: 'changed' });
        expect((await store.read('case', town, 'S-1'))?.item.caseworker).toBe('winner');
        expect(await idsFor(town, { by: 'name', key: 'late' })).toEqual([]);
        expect(await idsFor(town, { by: 'name', key: 'winner' })).toEqual(['S-1']);
      });

      test('that is absent cannot be replaced, and is not created by trying', async () => {
        const town = newTown();
        await store.create('case', caseItem(town, 'S-1'));
        const etag = (await store.read('case', town, 'S-1'))?.etag ?? '';
        expect(await store.replace('case', caseItem(town, 'S-2'), etag)).toEqual({ outcome: 'absent' });
        expect(await store.read('case', town, 'S-2')).toBeUndefined();
      });

      test('of ten replaces at once under the same etag has one winner', async () => {
        const other = await under.open();
        const town = newTown();
        await store.create('case', caseItem(town, 'S-1'));
        const etag = (await store.read('case', town, 'S-1'))?.etag ?? '';
        const attempts = await Promise.all(
          Array.from({ length: 10 }, async (_, attempt) => {
            const caseworker = `worker-${attempt}`;
            const by = attempt % 2 === 0 ? store : other;
            const { outcome } = await by.replace('case', caseItem(town, 'S-1', { caseworker }), etag);
            return { caseworker, outcome };
          }),
        );
        const winners = attempts.filter((attempt) => attempt.outcome === 'replaced');
        expect(winners).toHaveLength(1);
        expect(attempts.filter((attempt) => attempt.outcome === 'changed')).toHaveLength(9);
        expect((await store.read('case', town, 'S-1'))?.item.caseworker).toBe(winners[0]?.caseworker);
        await other.close();
      });

      test('with the same id in another municipality is another item', async () => {
        const [here, there] = [newTown(), newTown()];
        await store.create('case', caseItem(here, 'S-1', { caseworker: 'here' }));
        expect(await store.read('case', there, 'S-1')).toBeUndefined();
        expect(await store.create('case', caseItem(there, 'S-1', { caseworker: 'there' }))).toMatchObject({
          outcome: 'created',
        });
        expect((await store.read('case', here, 'S-1'))?.item.caseworker).toBe('here');
        expect((await store.read('case', there, 'S-1'))?.item.caseworker).toBe('there');
      });

      test('with the same id of another kind is another item', async () => {
        const town = newTown();
        await store.create('case', caseItem(town, 'same'));
        expect(await store.read('person', town, 'same')).toBeUndefined();
        expect(await store.create('person', personItem(town, 'same'))).toMatchObject({ outcome: 'created' });
        expect((await store.read('person', town, 'same'))?.item.name).toBe('Kirsten Sørensen');
      });

      test.each(['a/b', 'a\\b', 'a?b', 'a#b', 'a%2Fb', 'a=b', 'a b', ' a', 'a ', 'Åse~19:x@tråd', '..', '例', '😀'])(
        'may have the id %j',
        async (id) => {
          const town = newTown();
          expect(await store.create('case', caseItem(town, id))).toMatchObject({ outcome: 'created' });
          const etag = (await store.read('case', town, id))?.etag ?? '';
          expect(await store.replace('case', caseItem(town, id, { team: 'ny' }), etag)).toMatchObject({
            outcome: 'replaced',
          });
          expect((await store.read('case', town, id))?.item).toEqual(caseItem(town, id, { team: 'ny' }));
          expect(await idsFor(town, { by: 'team', team: 'ny' })).toEqual([id]);
        },
      );

      test('whose id differs only in characters that need care is another item', async () => {
        const town = newTown();
        const ids = ['a/b', 'a\\b', 'a%2Fb', 'a=b', 'a=2fb', 'A/B', 'a~b', 'a b', 'ab'];
        await createAll(ids.map((id) => caseItem(town, id, { caseworker: id })));
        for (const id of ids) expect((await store.read('case', town, id))?.item.caseworker).toBe(id);
        expect(await idsFor(town, { by: 'all' })).toEqual(ids.toSorted());
      });

      test('keeps Danish letters, quotes, line breaks and symbols as they are', async () => {
        const town = newTown();
        const what = 'Sæby Å-gård\n"æøå ÆØÅ" – 2.200 kr.\t\u2028 😀 \\ \' ; --';
        const item = caseItem(town, 'S-Æ', { audit: [{ seq: 1, at: 'x', by: 'y', what, details: {}, hash: 'z' }] });
        await store.create('case', item);
        expect((await store.read('case', town, 'S-Æ'))?.item).toEqual(item);
      });

      test('may be as large as a case is allowed to grow', async () => {
        const town = newTown();
        const audit = Array.from({ length: 1000 }, (_, seq) => ({
          seq,
          at: '2026-03-02T09:00:00.000Z',
          by: 'kirsten',
          what: 'Opfølgning på løntilskud'.repeat(10),
          details: { note: 'å'.repeat(100) },
          hash: 'f'.repeat(64),
        }));
        const item = caseItem(town, 'S-1', { audit });
        await store.create('case', item);
        expect((await store.read('case', town, 'S-1'))?.item).toEqual(item);
        expect((await store.findCases(town, { by: 'all' }, { limit: 10 })).items[0]?.item).toEqual(item);
      });
    });

    describe('receipts', () => {
      test('are read by municipality and decision id, and created once', async () => {
        const town = newTown();
        const receipt = receiptOf(town, 'S/1', 'u1');
        expect(await store.create('receipt', receipt)).toMatchObject({ outcome: 'created' });
        expect(await store.create('receipt', receipt)).toEqual({ outcome: 'exists' });
        expect((await store.read('receipt', town, receipt.id))?.item).toEqual(receipt);
      });

      test('are absent for another municipality, whatever the id says', async () => {
        const town = newTown();
        const receipt = receiptOf(town, 'S-1', 'u1');
        await store.create('receipt', receipt);
        expect(await store.read('receipt', newTown(), receipt.id)).toBeUndefined();
        expect(await store.read('receipt', town, 'no-decision-id')).toBeUndefined();
      });

      test('have their facts beside them, as an item of its own', async () => {
        const town = newTown();
        const facts = {
          id: `${town}~S-1~u1`,
          municipality: town,
          caseId: 'S-1',
          question: { kind: 'deadlines' as const },
          reads: { 'citizen.age': 31, 'offers.weeks': [1, 2] },
          record: caseItem(town, 'S-1').record,
          catalogue: [],
        };
        await store.create('receipt-facts', facts);
        expect((await store.read('receipt-facts', town, facts.id))?.item).toEqual(facts);
        expect(await store.read('receipt', town, facts.id)).toBeUndefined();
      });
    });

    test('the directory says who an identity is before its municipality is known', async () => {
      const entry = {
        id: `tenant~${newTown()}`,
        municipality: 'directory' as const,
        personId: 'p',
        personMunicipality: 't',
      };
      await store.create('directory', entry);
      expect((await store.read('directory', 'directory', entry.id))?.item).toEqual(entry);
    });

    describe('cases are found', () => {
      test('by team and by caseworker, ordered by id', async () => {
        const town = newTown();
        await createAll([
          caseItem(town, 'S-3', { team: 'nord', caseworker: 'a' }),
          caseItem(town, 'S-1', { team: 'nord', caseworker: 'b' }),
          caseItem(town, 'S-2', { team: 'syd', caseworker: 'a' }),
        ]);
        expect(await idsFor(town, { by: 'team', team: 'nord' })).toEqual(['S-1', 'S-3']);
        expect(await idsFor(town, { by: 'caseworker', caseworker: 'a' })).toEqual(['S-2', 'S-3']);
        expect(await idsFor(town, { by: 'all' })).toEqual(['S-1', 'S-2', 'S-3']);
        expect(await idsFor(town, { by: 'team', team: 'NORD' })).toEqual([]);
      });

      test('by the beginning of any of their name keys, each case once', async () => {
        const town = newTown();
        await createAll([
          caseItem(town, 'S-1', { nameKeys: ['mette', 'metteli', 's-1'] }),
          caseItem(town, 'S-2', { nameKeys: ['sørensen', 'åse'] }),
          caseItem(town, 'S-3', { nameKeys: ['sorte', '100%_x'] }),
          caseItem(town, 'S-4', { nameKeys: ['solmette'] }),
        ]);
        expect(await idsFor(town, { by: 'name', key: 'mette' })).toEqual(['S-1']);
        expect(await idsFor(town, { by: 'name', key: 'metteli' })).toEqual(['S-1']);
        expect(await idsFor(town, { by: 'name', key: 'sø' })).toEqual(['S-2']);
        expect(await idsFor(town, { by: 'name', key: 'å' })).toEqual(['S-2']);
        expect(await idsFor(town, { by: 'name', key: 'so' })).toEqual(['S-3', 'S-4']);
        expect(await idsFor(town, { by: 'name', key: '%' })).toEqual([]);
        expect(await idsFor(town, { by: 'name', key: '100%' })).toEqual(['S-3']);
        expect(await idsFor(town, { by: 'name', key: "o'neill" })).toEqual([]);
      });

      test('by whom they wait for: any of the keys, whole, each case once', async () => {
        const town = newTown();
        await createAll([
          caseItem(town, 'S-1', { pendingFor: ['lead@nord', 'board'] }),
          caseItem(town, 'S-2', { pendingFor: ['lead'] }),
          caseItem(town, 'S-3'),
        ]);
        expect(await idsFor(town, { by: 'pending', for: ['lead'] })).toEqual(['S-2']);
        expect(await idsFor(town, { by: 'pending', for: ['lead', 'board', 'lead@nord'] })).toEqual(['S-1', 'S-2']);
        expect(await idsFor(town, { by: 'pending', for: ['nobody'] })).toEqual([]);
        expect(await idsFor(town, { by: 'pending', for: [] })).toEqual([]);
      });

      test('by what is due on a day or earlier, earliest first and then by id', async () => {
        const town = newTown();
        await createAll([
          caseItem(town, 'S-1', { nextDue: '2026-03-03' }),
          caseItem(town, 'S-4', { nextDue: '2026-03-01' }),
          caseItem(town, 'S-2', { nextDue: '2026-03-03', team: 'syd' }),
          caseItem(town, 'S-3', { nextDue: '2026-03-02', caseworker: 'ole' }),
          caseItem(town, 'S-5', { nextDue: '2026-03-04' }),
          caseItem(town, 'S-6'),
        ]);
        expect(await idsFor(town, { by: 'nextDue', on: '2026-03-03' })).toEqual(['S-4', 'S-3', 'S-1', 'S-2']);
        expect(await idsFor(town, { by: 'nextDue', on: '2026-03-03', team: 'syd' })).toEqual(['S-2']);
        expect(await idsFor(town, { by: 'nextDue', on: '2026-03-03', caseworker: 'ole' })).toEqual(['S-3']);
        expect(
          await idsFor(town, { by: 'nextDue', on: '2026-03-03', team: 'team-nord', caseworker: 'kirsten' }),
        ).toEqual(['S-4', 'S-1']);
        expect(await idsFor(town, { by: 'nextDue', on: '2026-02-28' })).toEqual([]);
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
        const town = newTown();
        await createAll([
          caseItem(town, 'S-2', { [scalar]: bound }),
          caseItem(town, 'S-1', { [scalar]: later }),
          caseItem(town, 'S-3', { [scalar]: '2026-01-01' }),
          caseItem(town, 'S-4'),
        ]);
        expect(await idsFor(town, query(bound))).toEqual(['S-3', 'S-2']);
        expect(await idsFor(town, query(later))).toEqual(['S-3', 'S-2', 'S-1']);
      });

      test('by what they are now, not by what they were before a replace', async () => {
        const town = newTown();
        const first = caseItem(town, 'S-1', { nextDue: '2026-03-01', nameKeys: ['mette'], pendingFor: ['lead'] });
        await store.create('case', first);
        const etag = (await store.read('case', town, 'S-1'))?.etag ?? '';
        await store.replace('case', caseItem(town, 'S-1', { team: 'syd', nameKeys: ['marie'] }), etag);
        expect(await idsFor(town, { by: 'nextDue', on: '2026-12-31' })).toEqual([]);
        expect(await idsFor(town, { by: 'pending', for: ['lead'] })).toEqual([]);
        expect(await idsFor(town, { by: 'name', key: 'mette' })).toEqual([]);
        expect(await idsFor(town, { by: 'team', team: 'team-nord' })).toEqual([]);
        expect(await idsFor(town, { by: 'name', key: 'marie' })).toEqual(['S-1']);
      });

      test('with the etag under which they can be replaced', async () => {
        const town = newTown();
        await store.create('case', caseItem(town, 'S-1'));
        const [found] = (await store.findCases(town, { by: 'all' }, { limit: 1 })).items;
        expect(await store.replace('case', caseItem(town, 'S-1'), found?.etag ?? '')).toMatchObject({
          outcome: 'replaced',
        });
      });

      test.each<CaseQuery>([
        { by: 'all' },
        { by: 'team', team: 'nord' },
        { by: 'caseworker', caseworker: 'ole' },
        { by: 'name', key: 'met' },
        { by: 'pending', for: ['lead'] },
        { by: 'nextDue', on: '2026-03-31' },
        { by: 'nextDue', on: '2026-03-31', team: 'nord' },
        { by: 'recheckOn', on: '2026-03-31' },
        { by: 'nextSendAt', before: '2026-03-31' },
        { by: 'expiresOn', on: '2026-03-31' },
      ])('only in the municipality that was asked about: %j', async (query) => {
        const day = '2026-03-01';
        const full = { nextDue: day, recheckOn: day, nextSendAt: day, expiresOn: day };
        const lists = { nameKeys: ['mette'], pendingFor: ['lead'] };
        const [here, there] = [newTown(), newTown()];
        const both = { team: 'nord', caseworker: 'ole', ...full, ...lists };
        await createAll([caseItem(here, 'S-1', both), caseItem(there, 'S-1', both), caseItem(there, 'S-2', both)]);
        const found = await store.findCases(here, query, { limit: 10 });
        expect(found.items.map(({ item }) => [item.municipality, item.id])).toEqual([[here, 'S-1']]);
        expect(found.next).toBeUndefined();
      });
    });

    describe('pages', () => {
      test('go through all the cases once, in order, and the last says that it is the last', async () => {
        const town = newTown();
        await createAll(['S-5', 'S-2', 'S-4', 'S-1', 'S-3'].map((id) => caseItem(town, id, { nameKeys: ['a', 'ab'] })));
        expect(await pagesFor(town, { by: 'all' }, 2)).toEqual([['S-1', 'S-2'], ['S-3', 'S-4'], ['S-5']]);
        expect(await pagesFor(town, { by: 'name', key: 'a' }, 3)).toEqual([
          ['S-1', 'S-2', 'S-3'],
          ['S-4', 'S-5'],
        ]);
        expect(await pagesFor(town, { by: 'all' }, 5)).toEqual([['S-1', 'S-2', 'S-3', 'S-4', 'S-5']]);
        expect(await pagesFor(newTown(), { by: 'all' }, 5)).toEqual([[]]);
      });

      test('go on within one day when many cases are due on it', async () => {
        const town = newTown();
        const days: [string, string][] = [
          ['S-1', '2026-03-02'],
          ['S-2', '2026-03-01'],
          ['S-3', '2026-03-02'],
          ['S/4', '2026-03-02'],
          ['S-5', '2026-03-01'],
        ];
        await createAll(days.map(([id, nextDue]) => caseItem(town, id, { nextDue, nextSendAt: nextDue })));
        const pages = [['S-2', 'S-5'], ['S-1', 'S-3'], ['S/4']];
        expect(await pagesFor(town, { by: 'nextDue', on: '2026-03-02' }, 2)).toEqual(pages);
        expect(await pagesFor(town, { by: 'nextSendAt', before: '2026-03-02' }, 2)).toEqual(pages);
      });

      test('neither repeat nor skip a case when others come and go between them', async () => {
        const town = newTown();
        await createAll(['S-2', 'S-4', 'S-6'].map((id) => caseItem(town, id)));
        const first = await store.findCases(town, { by: 'all' }, { limit: 2 });
        await createAll(['S-1', 'S-5'].map((id) => caseItem(town, id)));
        const second = await store.findCases(town, { by: 'all' }, { limit: 2, after: first.next ?? '' });
        expect(second.items.map(({ item }) => item.id)).toEqual(['S-5', 'S-6']);
      });

      test('of no items or of more than a thousand are refused', async () => {
        const town = newTown();
        await expect(store.findCases(town, { by: 'all' }, { limit: 0 })).rejects.toThrow('1 to 1000');
        await expect(store.list('person', town, { limit: 1001 })).rejects.toThrow('1 to 1000');
      });

      test('do not go on from a text that no page has given', async () => {
        const after = Buffer.from('{}').toString('base64url');
        await expect(store.findCases(newTown(), { by: 'all' }, { limit: 1, after })).rejects.toThrow('`next`');
      });
    });

    describe('small kinds are listed', () => {
      test('by id, page by page, each in its municipality', async () => {
        const [here, there] = [newTown(), newTown()];
        for (const id of ['c', 'a', 'b']) await store.create('person', personItem(here, id));
        await store.create('person', personItem(there, 'a'));
        const first = await store.list('person', here, { limit: 2 });
        expect(first.items.map(({ item }) => item.id)).toEqual(['a', 'b']);
        const second = await store.list('person', here, { limit: 2, after: first.next ?? '' });
        expect(second.items.map(({ item }) => item.id)).toEqual(['c']);
        expect(second.next).toBeUndefined();
      });

      test('apart from the other kinds', async () => {
        const town = newTown();
        await store.create('person', personItem(town, 'p'));
        await store.create('team', { id: 't', municipality: town, name: 'Team Nord', leads: ['p'] });
        await store.create('catalogue', { id: 'c', municipality: town, kind: 'internship', name: 'Gården', tiers: {} });
        const idsOf = async (kind: 'person' | 'team' | 'catalogue'): Promise<string[]> =>
          (await store.list(kind, town, { limit: 10 })).items.map(({ item }) => item.id);
        expect(await idsOf('person')).toEqual(['p']);
        expect(await idsOf('team')).toEqual(['t']);
        expect(await idsOf('catalogue')).toEqual(['c']);
      });
    });
  });
};
