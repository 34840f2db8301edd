import { start } from '../../../src/main.ts';
import { createLog } from '../../../src/log.ts';
import { readConfig } from '../../../src/config.ts';
import { startCosmosServer, type Fault } from '../../support/cosmos-server.ts';
import { startFakeConnector } from '../../support/fake-connector.ts';
import { settle, TODAY } from '../../end-to-end/town.ts';
import { createAsker, type Seen } from './ask.ts';

export const FAULTS: { name: string; fault: Fault }[] = [
  { name: 'throttles everything (429)', fault: 429 },
  { name: 'says 449 to everything', fault: 449 },
  { name: 'is not there (503)', fault: 503 },
  { name: 'cuts off every answer', fault: 'cut' },
  { name: 'answers nothing', fault: 'hang' },
];

/** What was seen while a service was in trouble, and after. */
export interface OnService {
  name: string;
  during: Seen;
  after: Seen;
  ready: { during: number; after: number };
}

/** Asks on a Cosmos DB in one trouble after the other, and in between; the same process all the time. */
export const onService = async (): Promise<OnService[]> => {
  const server = await startCosmosServer();
  const connector = await startFakeConnector();
  const read = readConfig({
    PORT: '0',
    STORE: 'cosmos',
    COSMOS_ENDPOINT: server.endpoint,
    COSMOS_KEY: server.key,
    COSMOS_DATABASE: 'makker',
    RECEIPT_KEY: 'invented'.repeat(4),
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const beganAt = performance.now();
  const running = await start(read.config, {
    clock: { now: () => Date.parse(`${TODAY}T08:00:00.000Z`) + performance.now() - beganAt },
    log: createLog({ write: () => undefined }),
  });
  await settle(running);
  const { ask, ready, close } = createAsker(running.port, connector);
  try {
    await ask();
    const seen: OnService[] = [];
    for (const { name, fault } of FAULTS) {
      server.fault(fault);
      const during = await ask();
      const whileIn = await ready();
      server.mend();
      const readyAgain = await ready();
      seen.push({ name, during, after: await ask(), ready: { during: whileIn, after: readyAgain } });
    }
    return seen;
  } finally {
    close();
    server.mend();
    await running.close();
    await connector.close();
    await server.close();
  }
};
