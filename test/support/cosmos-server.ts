import { once } from 'node:events';
import { createHttpServer } from '@vercel/cosmosdb-server';

/** A Cosmos DB look-alike in this process's memory; what it cannot prove is listed in test/store/README.md. */
export interface CosmosServer {
  endpoint: string;
  /** Any key will do: the server does not check it. */
  key: string;
  close(): Promise<void>;
}

/** Starts an empty server on a free loopback port. */
export const startCosmosServer = async (): Promise<CosmosServer> => {
  const server = createHttpServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The Cosmos server got no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    key: Buffer.from('invented').toString('base64'),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
