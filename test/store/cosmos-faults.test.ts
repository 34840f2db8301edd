import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eachEntry } from '../../src/store/cosmos/each-entry.ts';
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store.ts';
import type { Store } from '../../src/store/port.ts';
import { startCosmosServer, type CosmosServer } from '../support/cosmos-server.ts';
import { caseItem, receiptOf } from './builders.ts';

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

describe('A database that another Makker has worked on', () => {
  const open = () => createCosmosStore({ endpoint: server.endpoint, key: server.key, database: 'makker' });
  /** Puts its form up or down by so much, and answers what it is then. */
  const changeForm = async (by: number): Promise<number> => {
    const { endpoint, key } = server;
    const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
    const mark = client.database('makker').container('register').item('form', 'directory');
    const { resource } = await mark.read<{ id: string; form: number }>();
    if (resource === undefined) throw new Error('the database has no form');
    if (by !== 0) await mark.replace({ ...resource, form: resource.form + by });
    client.dispose();
    return resource.form + by;
  };
  beforeEach(async () => (await open()).close());

  test('is refused when that one was newer, and left as it is', async () => {
    const newer = await changeForm(1);
    await expect(open()).rejects.toThrow(
      `has form ${newer}, this Makker knows forms up to ${newer - 1}: start the newer Makker`,
    );
    expect(await changeForm(0)).toBe(newer);
  });

  test('takes the form of this one when that one was older, even where several start at once', async () => {
    const older = await changeForm(-1);
    const stores = await Promise.all([open(), open(), open()]);
    expect(await changeForm(0)).toBe(older + 1);
    await Promise.all(stores.map((store) => store.close()));
  });
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

  test('that carries out a write and loses its answer has created it: what belongs to a decision follows', async () => {
    const [receipt, later] = [receiptOf('testby', 'S-1', 'r1'), receiptOf('testby', 'S-1', 'r2')];
    const count = server.fault('lost', 1);
    const entries = [receipt, later].map((item) => ({ kind: 'receipt' as const, item }));
    expect(await store.createTogether(entries)).toEqual({ outcome: 'created' });
    expect(count.met).toBe(1);
    expect((await store.read('receipt', 'testby', later.id))?.item).toEqual(later);
    const created = await store.read('receipt', 'testby', receipt.id);
    server.fault('lost', 1);
    expect(await store.replace('receipt', receipt, created?.etag ?? '')).toEqual({ outcome: 'changed' });
  });

  test('that is away for a moment has not created what somebody else stored under the same id', async () => {
    server.fault(503, 1);
    expect(await store.create('case', caseItem('testby', 'S-1', { caseworker: 'another' }))).toEqual({
      outcome: 'exists',
    });
    expect((await store.read('case', 'testby', 'S-1'))?.item.caseworker).not.toBe('another');
  });

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
