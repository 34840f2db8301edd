import { startCosmosServer } from '../support/cosmos-server.ts';
import { endToEndSuite } from './end-to-end-suite.ts';

endToEndSuite('On Cosmos DB', async () => {
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
    remove: () => server.close(),
  };
});
