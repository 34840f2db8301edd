import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plan, shelfWith, TOWN } from '../../test/support/replay-town.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { archiveRulebooks } from './archive-rulebooks.ts';

let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

describe('The archive of rulebooks', () => {
  test('keeps every version on the shelf under its hash, and a second time changes nothing', async () => {
    const second = plan.replaceAll('2026-', '2027-');
    const shelf = shelfWith(plan, second);
    await archiveRulebooks(store, shelf.texts());
    await archiveRulebooks(store, shelf.texts());
    for (const texts of shelf.texts())
      expect(await store.read('rulebook', TOWN, texts.hash)).toEqual({ item: { id: texts.hash, ...texts }, etag: '1' });
    expect(shelf.texts().map(({ version }) => version)).toEqual(['2026-01-01', '2027-01-01']);
  });

  test('is whole when two processes archive at once', async () => {
    const texts = shelfWith(plan).texts();
    await Promise.all([archiveRulebooks(store, texts), archiveRulebooks(store, texts)]);
    expect((await store.read('rulebook', TOWN, texts[0]?.hash ?? ''))?.item.text).toBe(plan);
  });
});
