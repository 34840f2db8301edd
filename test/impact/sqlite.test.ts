import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { commandSuite } from './command-suite.ts';

commandSuite('makker impact on the embedded store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-impact-store-'));
  const path = join(folder, 'makker.db');
  return {
    env: { STORE_PATH: path },
    open: async () => createSqliteStore(path),
    remove: async () => rmSync(folder, { recursive: true }),
  };
});
