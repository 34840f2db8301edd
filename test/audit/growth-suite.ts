import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { audited } from '../../src/cases/audit.ts';
import { readCaseHistory } from '../../src/cases/case-history.ts';
import type { CaseItem } from '../../src/cases/case-item.ts';
import { checkHistory } from '../../src/cases/check-history.ts';
import { closed, opened } from '../../src/requests/transitions.ts';
import type { ItemKind } from '../../src/store/items.ts';
import type { Store } from '../../src/store/port.ts';
import type { StoreUnderTest } from '../store/suite/bench.ts';
import { KEY, type Office, caseRecord, extendOffer, openOffice } from '../support/office.ts';

const at = '2026-04-01T10:00:00.000Z';
/** What one change brings: a request that is put and taken back with four cards about it, and facts that are recorded. */
const FACTS = 8;
const PER_CHANGE = FACTS + 2;

const cards = Array.from({ length: 4 }, (_, card) => ({
  conversationId: `a:${'conversation'.repeat(8)}${card}`,
  activityId: `f:${'activity'.repeat(5)}${card}`,
  person: 'lone',
  face: 'lead' as const,
}));

const busyDay = (item: CaseItem, office: Office): CaseItem => {
  const number = item.audit.at(-1)?.seq ?? 0;
  const request = {
    question: extendOffer,
    decisionId: `testby~${item.id}~u${number}`,
    factsHash: 'f'.repeat(64),
    askedBy: 'kirsten',
    askedAt: at,
    expiresOn: '2026-04-15',
    needs: [{ rule: 'RULE-1', form: 'discussion' as const, roles: ['functional-lead' as const] }],
    cards,
  };
  const put = opened(item, request, [office.person('lone')]);
  const back = closed(put.item, put.request, 'withdrawn', { at, today: '2026-04-01' });
  let after = back.item;
  for (let fact = 0; fact < FACTS; fact += 1)
    after = audited(after, { at, by: 'kirsten', what: 'fact-recorded', details: { fact: 'visitedOn', offer: 'o1' } });
  // As if the relay had sent everything.
  return { ...after, outbox: [] };
};

const sizeOf = (item: CaseItem): number => Buffer.byteLength(JSON.stringify(item));

/** A store that stops Makker after so many writes to a case and what was moved out of it. */
const stoppedAfter = (writes: number, store: Store): Store => {
  let left = writes;
  const write = <T>(kind: ItemKind, work: () => Promise<T>): Promise<T> => {
    if (kind === 'person') return work();
    if (left === 0) throw new Error('stopped');
    left -= 1;
    return work();
  };
  return {
    ...store,
    create: async (kind, item) => write(kind, () => store.create(kind, item)),
    replace: async (kind, item, etag) => write(kind, () => store.replace(kind, item, etag)),
  };
};

/** That a case stays small and its history whole, on any store. */
export const growthSuite = (name: string, begin: () => Promise<StoreUnderTest>): void => {
  describe(`${name}: a case in which very much happens`, () => {
    let under: StoreUnderTest;
    let stores: [Store, Store];
    let office: Office;
    beforeAll(async () => {
      under = await begin();
      stores = [await under.open(), await under.open()];
      office = await openOffice(stores[0]);
    });
    afterAll(async () => {
      for (const store of stores) await store.close();
      await under.remove();
    });
    const happen = (on: Office, caseId: string): Promise<unknown> =>
      on.cases.change('testby', caseId, (item) => ({ item: busyDay(item, on), result: 'done' }));

    test('stays under 200 KB through 3,000 happenings and 300 requests, and its whole history verifies', async () => {
      await office.cases.add(caseRecord('testby', 'C-1'));
      let largest = 0;
      for (let days = 0; days < 300; days += 1) {
        await happen(office, 'C-1');
        largest = Math.max(largest, sizeOf(await office.item('C-1')));
      }
      expect(largest).toBeLessThan(200_000);
      const history = await readCaseHistory(office.store, 'testby', 'C-1', KEY);
      expect(history?.findings).toEqual([]);
      expect(history?.entries).toHaveLength(1 + 300 * PER_CHANGE);
      expect(new Set(history?.requests.map(({ id }) => id)).size).toBe(300);
      expect(history?.requests.every(({ state }) => state === 'withdrawn')).toBe(true);
    }, 60_000);

    test('whose blocks two processes move out at once loses and doubles nothing', async () => {
      await office.cases.add(caseRecord('testby', 'C-2'));
      const there = await openOffice(stores[1]);
      const changes = [office, there].flatMap((one) => Array.from({ length: 10 }, () => happen(one, 'C-2')));
      expect(new Set(await Promise.all(changes))).toEqual(new Set(['done']));
      for (let days = 0; days < 5; days += 1) await happen(there, 'C-2');
      const history = await readCaseHistory(office.store, 'testby', 'C-2', KEY);
      expect(history).toMatchObject({ findings: [] });
      expect(history?.entries).toHaveLength(1 + 25 * PER_CHANGE);
      expect(history?.requests).toHaveLength(25);
    });

    test('is whole wherever Makker was stopped on the way, and goes on from there', async () => {
      // The fourteenth change moves out a block and a request, then stores the case.
      for (let writes = 0; writes < 3; writes += 1) {
        const caseId = `K-${writes}`;
        await office.cases.add(caseRecord('testby', caseId));
        for (let days = 0; days < 13; days += 1) await happen(office, caseId);
        const stopped = await openOffice(stoppedAfter(writes, stores[1]));
        await expect(happen(stopped, caseId)).rejects.toThrow('stopped');
        expect(await checkHistory(office.store, await office.item(caseId), KEY)).toMatchObject({ findings: [] });
        expect(await happen(office, caseId)).toBe('done');
        expect((await office.item(caseId)).audit[0]?.seq).toBe(65);
        const history = await readCaseHistory(office.store, 'testby', caseId, KEY);
        expect(history?.findings).toEqual([]);
        expect(history?.entries).toHaveLength(1 + 14 * PER_CHANGE);
        expect(history?.requests).toHaveLength(14);
      }
    });
  });
};
