import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { start } from '../../src/main.ts';
import { archiveRulebooks } from '../../src/receipts/archive-rulebooks.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const texts = readShelf(new URL('../../rulebooks', import.meta.url).pathname).texts();

/** What is kept of each rulebook on the shelf after Makker has started and stopped, with the etag. */
const keptAfterStart = async (): Promise<unknown[]> => {
  const settings = readConfig({ STORE_PATH: join(folder, 'makker.db'), PORT: '0' });
  if ('problems' in settings) throw new Error(settings.problems.join('\n'));
  const running = await start(settings.config, { log: createLog({ write: () => {} }) });
  const kept = await Promise.all(
    texts.map(({ municipality, hash }) => running.store.read('rulebook', municipality, hash)),
  );
  await running.close();
  return kept;
};
const whole = texts.map((one) => ({ item: { id: one.hash, ...one }, etag: '1' }));

test('When Makker has started, every rulebook it answers by is kept; a second start changes nothing', async () => {
  expect(texts.length).toBeGreaterThan(0);
  expect(await keptAfterStart()).toEqual(whole);
  expect(await keptAfterStart()).toEqual(whole);
});

test('What a start that was killed half-way has not kept, the next one does', async () => {
  const store = createSqliteStore(join(folder, 'makker.db'));
  await archiveRulebooks(store, texts.slice(0, 1));
  await store.close();
  expect(await keptAfterStart()).toEqual(whole);
});
