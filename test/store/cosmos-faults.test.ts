import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
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
    const count = server.throttle();
    await expect(operation()).rejects.toMatchObject({ code: 429 });
    expect(count.refused).toBe(4);
  });

  test.each(operations)(
    'that cannot be reached makes a %s fail: it is not taken for an outcome',
    async (_, operation) => {
      await server.close();
      await expect(operation()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    },
  );
});
