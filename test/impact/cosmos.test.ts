import { createCosmosStore } from '../../src/store/cosmos/cosmos-store.ts';
import { startCosmosServer } from '../support/cosmos-server.ts';
import { commandSuite } from './command-suite.ts';

commandSuite('makker impact on Cosmos DB', async () => {
  const server = await startCosmosServer();
  const { endpoint, key } = server;
  return {
    env: {
      STORE: 'cosmos',
      COSMOS_ENDPOINT: endpoint,
      COSMOS_KEY: key,
      COSMOS_DATABASE: 'makker',
      RECEIPT_KEY: 'a key for trying it out, 32 letters',
    },
    open: () => createCosmosStore({ endpoint, key, database: 'makker' }),
    remove: () => server.close(),
  };
});
