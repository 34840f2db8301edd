import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cameOutAgain } from '../../src/receipts/replay.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/port.ts';
import { anyInquiry } from '../support/any-inquiry.ts';
import { answeredBy, replayed } from '../support/replay-town.ts';

const shelf = readShelf(new URL('../../rulebooks', import.meta.url).pathname);
let store: Store;
beforeAll(() => {
  store = createSqliteStore(':memory:');
});
afterAll(() => store.close());

/** The day itself, or the first day of the municipality's first plan. */
const answerable = (municipality: string, today: string): string => {
  const found = shelf.on(municipality, today);
  return 'notBefore' in found ? found.notBefore : today;
};

describe('Any answer, kept and read back, comes out the same again by the rules of', () => {
  test.each(shelf.municipalities())('%s', async (municipality) => {
    await fc.assert(
      fc.asyncProperty(anyInquiry, async ({ today, question, case: record, catalogue }) => {
        if (record === undefined) throw new Error('every inquiry has a case');
        const here = { ...record, municipality };
        const on = answerable(municipality, today);
        const replay = await replayed(shelf, store, await answeredBy(shelf, store, question, here, on, catalogue));
        expect(replay.again).toMatchObject({ differences: [], otherFacts: [], sameFacts: true });
        expect(cameOutAgain(replay)).toBe(true);
        expect(replay.now).toEqual({ rulebook: 'the-same' });
      }),
      { numRuns: 40 },
    );
  });
});
