import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { startCosmosServer } from '../support/cosmos-server.ts';
import { growthSuite } from './growth-suite.ts';

growthSuite('The embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-growth-'));
  return {
    open: async () => createSqliteStore(join(folder, 'makker.sqlite')),
    remove: () => rm(folder, { recursive: true }),
  };
});

growthSuite('The store in Cosmos DB', async () => {
  const server = await startCosmosServer();
  return {
    open: () => createCosmosStore({ endpoint: server.endpoint, key: server.key, database: 'makker' }),
    remove: () => server.close(),
  };
});
