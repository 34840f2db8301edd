import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eachEntry } from '../../src/store/cosmos/each-entry.ts';
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store.ts';
import type { Store } from '../../src/store/port.ts';
import { startCosmosServer, type CosmosServer } from '../support/cosmos-server.ts';
import { caseItem } from './builders.ts';

let server: CosmosServer;
beforeEach(async () => {
  server = await startCosmosServer();
});
afterEach(() => server.close());

test('Processes that start at the same moment on an empty account share one database', async () => {
  const settings = { endpoint: server.endpoint, key: server.key, database: 'makker' };
  const stores = await Promise.all(Array.from({ length: 4 }, () => createCosmosStore(settings)));
  const outcomes = await Promise.all(stores.map((store) => store.create('case', caseItem('testby', 'S-1'))));
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['created', 'exists', 'exists', 'exists']);
  await Promise.all(stores.map((store) => store.close()));
});

describe('A Cosmos DB in trouble', () => {
  let store: Store;
  beforeEach(async () => {
    store = await createCosmosStore({ endpoint: server.endpoint, key: server.key, database: 'makker' });
    await store.create('case', caseItem('testby', 'S-1'));
  });
  afterEach(() => store.close());

  /** Every operation of the port that goes to the database. */
  const operations: [string, () => Promise<unknown>][] = [
    ['read', () => store.read('case', 'testby', 'S-1')],
    ['create', () => store.create('case', caseItem('testby', 'S-2'))],
    ['replace', () => store.replace('case', caseItem('testby', 'S-1'), 'etag')],
  ];

  test.each(operations)('that throttles gets four tries of a %s, then the error is told', async (_name, operation) => {
    const count = server.fault(429);
    await expect(operation()).rejects.toMatchObject({ code: 429 });
    expect(count.met).toBe(4);
  });

  test.each(operations)(
    'that is busy with the item, or away for a moment, is asked again for a %s',
    async (_, operation) => {
      for (const status of [449, 503]) {
        const count = server.fault(status, 1);
        await expect(operation()).resolves.toBeDefined();
        expect(count.met).toBe(1);
      }
    },
  );

  test.each(operations)(
    'that cannot be reached makes a %s fail: it is not taken for an outcome',
    async (_, operation) => {
      await server.close();
      await expect(operation()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    },
  );

  test('that does not answer, or cuts off its answers, is not waited for longer than was meant; then all is well again', async () => {
    const { endpoint, key } = server;
    const patience = { operationMs: 100, throttled: { tries: 3, seconds: 3 } };
    const impatient = await createCosmosStore({ endpoint, key, database: 'makker' }, patience);
    server.fault('hang');
    await expect(impatient.read('case', 'testby', 'S-1')).rejects.toThrow();
    for (const fault of ['hang', 'cut'] as const) {
      server.fault(fault);
      await expect(impatient.create('case', caseItem('testby', 'S-3'))).rejects.toThrow();
    }
    server.mend();
    expect(await impatient.create('case', caseItem('testby', 'S-3'))).toMatchObject({ outcome: 'created' });
    await impatient.close();
  });
});

test('A query that names no partition is refused by what stands in for the service, so every test on it proves that ours do', async () => {
  const { endpoint, key } = server;
  const settings = { endpoint, key, database: 'makker' };
  const store = await createCosmosStore(settings);
  await store.create('case', caseItem('testby', 'S-1'));
  await expect(eachEntry(settings).next()).rejects.toThrow('no partition');
  await store.close();
});
