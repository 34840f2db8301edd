import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHttpServer } from '@vercel/cosmosdb-server';

/**
 * What becomes of a request instead of an answer: refused with a status, cut off, left without one, or carried out, and
 * the answer is 503 all the same.
 */
export type Fault = number | 'cut' | 'hang' | 'lost';

/** A Cosmos DB look-alike in this process's memory; what it cannot prove is listed in test/store/README.md. */
export interface CosmosServer {
  endpoint: string;
  /** Any key will do: the server does not check it. */
  key: string;
  /** From now on the first so many requests (without a number, every one) meet the fault, and are counted. */
  fault(fault: Fault, times?: number): { met: number };
  /** Answers as it should again. */
  mend(): void;
  /** Stops it; stopping again does nothing. */
  close(): Promise<void>;
}

/** Takes another's items for its own is what a query without a partition would do; the service refuses it unless it is told. */
const namesNoPartition = ({ url = '', headers }: IncomingMessage): boolean =>
  /\/colls\/[^/]+\/docs/.test(url) && headers['x-ms-documentdb-partitionkey'] === undefined;

/** Puts another answer in the place of the one that is to come. */
const loseAnswer = (response: ServerResponse): void => {
  const end = response.end.bind(response);
  response.end = () => {
    response.statusCode = 503;
    return end(JSON.stringify({ code: '503', message: 'invented trouble' }));
  };
};

const refuse = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-ms-retry-after-ms': '10' });
  response.end(JSON.stringify({ code: String(status), message }));
};

/**
 * Starts an empty server on a free loopback port. A request about items that names no partition is refused, unless
 * `allPartitions`: so whatever is tested on it has named one.
 */
export const startCosmosServer = async ({ allPartitions = false } = {}): Promise<CosmosServer> => {
  const server = createHttpServer();
  const listeners = server.listeners('request');
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    for (const listener of listeners) listener.call(server, request, response);
  };
  let now: { fault: Fault; left: number; count: { met: number } } | undefined;
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (now !== undefined && now.left > 0) {
      const { fault, count } = now;
      now.left -= 1;
      count.met += 1;
      if (fault === 'cut') request.socket.destroy();
      else if (fault === 'lost') {
        loseAnswer(response);
        serve(request, response);
      } else if (fault !== 'hang') refuse(response, fault, 'invented trouble');
    } else if (!allPartitions && namesNoPartition(request)) refuse(response, 400, `no partition: ${request.url}`);
    else serve(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The Cosmos server got no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    key: Buffer.from('invented').toString('base64'),
    fault: (fault, times = Infinity) => {
      const count = { met: 0 };
      now = { fault, left: times, count };
      return count;
    },
    mend: () => {
      now = undefined;
    },
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
