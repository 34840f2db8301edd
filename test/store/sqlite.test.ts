import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('The embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-store-'));
  return {
    open: async () => createSqliteStore(join(folder, 'data', 'makker.sqlite')),
    remove: () => rm(folder, { recursive: true }),
  };
});
