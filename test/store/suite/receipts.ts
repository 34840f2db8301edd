import { describe, expect, test } from '@jest/globals';
import { caseItem, receiptOf } from '../builders.ts';
import type { Bench } from './bench.ts';

/** Receipts and the directory lie in partitions of their own. */
export const receipts = (bench: Bench): void => {
  describe('receipts', () => {
    test('are read by municipality and decision id, and created once', async () => {
      const town = bench.newTown();
      const receipt = receiptOf(town, 'S/1', 'u1');
      expect(await bench.store.create('receipt', receipt)).toMatchObject({ outcome: 'created' });
      expect(await bench.store.create('receipt', receipt)).toEqual({ outcome: 'exists' });
      expect((await bench.store.read('receipt', town, receipt.id))?.item).toEqual(receipt);
    });

    test('are absent for another municipality, whatever the id says', async () => {
      const town = bench.newTown();
      const receipt = receiptOf(town, 'S-1', 'u1');
      await bench.store.create('receipt', receipt);
      expect(await bench.store.read('receipt', bench.newTown(), receipt.id)).toBeUndefined();
      expect(await bench.store.read('receipt', town, 'no-decision-id')).toBeUndefined();
    });

    test('are listed case by case', async () => {
      const town = bench.newTown();
      for (const [caseId, unique] of [
        ['S-1', 'u2'],
        ['S-1', 'u1'],
        ['S-11', 'u1'],
        ['S-2', 'u1'],
      ] as const)
        await bench.store.create('receipt', receiptOf(town, caseId, unique));
      const found = await bench.store.list('receipt', town, { limit: 9, begins: `${town}~S-1~` });
      expect(found.items.map(({ item }) => item.id)).toEqual([`${town}~S-1~u1`, `${town}~S-1~u2`]);
    });

    test('have their facts beside them, as an item of its own', async () => {
      const town = bench.newTown();
      const facts = {
        id: `${town}~S-1~u1`,
        municipality: town,
        caseId: 'S-1',
        question: { kind: 'deadlines' as const },
        reads: { 'citizen.age': 31, 'offers.weeks': [1, 2] },
        record: caseItem(town, 'S-1').record,
        catalogue: [],
      };
      await bench.store.create('receipt-facts', facts);
      expect((await bench.store.read('receipt-facts', town, facts.id))?.item).toEqual(facts);
      expect(await bench.store.read('receipt', town, facts.id)).toBeUndefined();
    });

    test('stay when their facts are removed', async () => {
      const town = bench.newTown();
      const receipt = receiptOf(town, 'S-1', 'u1');
      const { record } = caseItem(town, 'S-1');
      const question = { kind: 'deadlines' as const };
      const facts = { id: receipt.id, municipality: town, caseId: 'S-1', question, reads: {}, record, catalogue: [] };
      await bench.store.createTogether([
        { kind: 'receipt', item: receipt },
        { kind: 'receipt-facts', item: facts },
      ]);
      expect(await bench.store.remove('receipt-facts', town, receipt.id)).toBe('removed');
      expect(await bench.store.read('receipt-facts', town, receipt.id)).toBeUndefined();
      expect((await bench.store.read('receipt', town, receipt.id))?.item).toEqual(receipt);
    });
  });

  test('a rulebook of a megabyte is kept under its hash, in its municipality, and never written over', async () => {
    const [town, other] = [bench.newTown(), bench.newTown()];
    const rulebook = {
      id: 'a1',
      hash: 'a1',
      municipality: town,
      version: '2026-01-01',
      text: '# Regelsæt æøå\n'.repeat(70_000),
      common: '{"allowed":"Ja"}',
    };
    expect(await bench.store.create('rulebook', rulebook)).toMatchObject({ outcome: 'created' });
    expect(await bench.store.create('rulebook', { ...rulebook, text: 'other' })).toEqual({ outcome: 'exists' });
    expect((await bench.store.read('rulebook', town, 'a1'))?.item).toEqual(rulebook);
    expect(await bench.store.read('rulebook', other, 'a1')).toBeUndefined();
  });

  test('the directory says who an identity is before its municipality is known', async () => {
    const entry = {
      id: `tenant~${bench.newTown()}`,
      municipality: 'directory' as const,
      personId: 'p',
      personMunicipality: 't',
    };
    await bench.store.create('directory', entry);
    expect((await bench.store.read('directory', 'directory', entry.id))?.item).toEqual(entry);
  });
};
