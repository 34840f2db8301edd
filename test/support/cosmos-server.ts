import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHttpServer } from '@vercel/cosmosdb-server';

/** A Cosmos DB look-alike in this process's memory; what it cannot prove is listed in test/store/README.md. */
export interface CosmosServer {
  endpoint: string;
  /** Any key will do: the server does not check it. */
  key: string;
  /** From now on every request is refused with 429 (too many requests), and counted. */
  throttle(): { refused: number };
  /** Stops it; stopping again does nothing. */
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
    throttle: () => {
      const count = { refused: 0 };
      server.removeAllListeners('request');
      server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
        count.refused += 1;
        response.writeHead(429, { 'content-type': 'application/json', 'x-ms-retry-after-ms': '10' });
        response.end(JSON.stringify({ code: '429', message: 'too many requests' }));
      });
      return count;
    },
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
