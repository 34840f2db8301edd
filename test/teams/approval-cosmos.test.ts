import { startCosmosServer } from '../support/cosmos-server.ts';
import { approvalSuite } from './approval-suite.ts';

approvalSuite('A request for approval, on Cosmos DB', async () => {
  const server = await startCosmosServer();
  return {
    env: {
      STORE: 'cosmos',
      COSMOS_ENDPOINT: server.endpoint,
      COSMOS_KEY: server.key,
      COSMOS_DATABASE: 'makker',
      RECEIPT_KEY: 'a key for trying it out, 32 chars',
    },
    remove: () => server.close(),
  };
});
