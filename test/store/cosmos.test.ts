import { createCosmosStore } from '../../src/store/cosmos/cosmos-store.ts';
import { startCosmosServer } from '../support/cosmos-server.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('The store in Cosmos DB', async () => {
  const server = await startCosmosServer();
  return {
    open: () => createCosmosStore({ endpoint: server.endpoint, key: server.key, database: 'makker' }),
    remove: () => server.close(),
  };
});
