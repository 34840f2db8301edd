import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { caseRecord, extendOffer } from '../../test/support/office.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { factsHash } from './keyed-hash.ts';
import { createReceipts } from './receipts.ts';

let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const clock = { now: () => Date.parse('2026-04-01T10:00:00Z') };
const receiptsWith = (ids: () => string) => createReceipts({ store, key: 'key', clock, ids });
const judged = (): Judgement => {
  const citizen = { name: 'Mette Opdigtet', cpr: 'invented-number' };
  const judgement = fakeJudge()(caseRecord('testby', 'C~1', { citizen }), extendOffer, [], '2026-04-01');
  if ('notBefore' in judgement) throw new Error('the fake has rules for every day');
  return judgement;
};

describe('A receipt', () => {
  test('keeps what was answered and, apart from it, what it takes to answer again', async () => {
    const receipts = receiptsWith(() => 'u1');
    const receipt = await receipts.record(judged(), { id: 'kirsten' });
    expect(receipt).toMatchObject({
      id: 'testby~C~1~u1',
      caseId: 'C~1',
      outcome: 'needs-approval',
      askedBy: 'kirsten',
    });
    expect(await receipts.read('testby', receipt.id)).toMatchObject({
      receipt,
      facts: { question: extendOffer, reads: { 'offer.pricePerWeek': 2000 } },
    });
  });

  test('never holds the CPR number', async () => {
    const receipts = receiptsWith(() => 'u1');
    const { id } = await receipts.record(judged(), { id: 'kirsten' });
    expect(JSON.stringify(await receipts.read('testby', id))).not.toContain('invented-number');
  });

  test('is not found from another municipality, nor under an id that is none', async () => {
    const receipts = receiptsWith(() => 'u1');
    const { id } = await receipts.record(judged(), { id: 'kirsten' });
    expect(await receipts.read('anderby', id)).toBeUndefined();
    for (const wrong of ['', '~', 'testby', 'testby~u1', 'testby~~u1', 'testby~C~1~'])
      expect(await receipts.read('testby', wrong)).toBeUndefined();
  });

  test('is never written over', async () => {
    const receipts = receiptsWith(() => 'same');
    await receipts.record(judged(), { id: 'kirsten' });
    await expect(receipts.record(judged(), { id: 'lone' })).rejects.toThrow('used twice');
  });
});

describe('The hash of the facts', () => {
  test('is the same for the same facts in another order, and another for another value or key', () => {
    const hash = factsHash({ a: 1, b: { c: true, d: [1, 2] } }, 'key');
    expect(factsHash({ b: { d: [1, 2], c: true }, a: 1 }, 'key')).toBe(hash);
    expect(factsHash({ a: 1, b: { c: true, d: [2, 1] } }, 'key')).not.toBe(hash);
    expect(factsHash({ a: 1, b: { c: true, d: [1, 2] } }, 'another')).not.toBe(hash);
  });
});
