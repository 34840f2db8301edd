import { CosmosClient, type Container } from '@azure/cosmos';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { storeIn } from '../../src/cli/store.ts';
import { CONTAINERS } from '../../src/store/cosmos/containers.ts';
import { startCosmosServer, type CosmosServer } from '../support/cosmos-server.ts';

let server: CosmosServer;
let client: CosmosClient;
beforeEach(async () => {
  server = await startCosmosServer();
  const { endpoint, key } = server;
  client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
});
afterEach(async () => {
  client.dispose();
  await server.close();
});

const makker = async (...args: string[]) => {
  const lines: string[] = [];
  const io = { args, input: async () => '', out: (l: string) => lines.push(l), err: (l: string) => lines.push(l) };
  const { endpoint, key } = server;
  const env = { STORE: 'cosmos', COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: 'makker' };
  const status = await storeIn({ env: { ...env, RECEIPT_KEY: 'k'.repeat(32) } }, io);
  return { status, lines };
};
const names = Object.keys(CONTAINERS);
const container = (name: string): Container => client.database('makker').container(name);

test('makker store init makes the containers, says that they are as they should be, and check agrees', async () => {
  expect((await makker('check')).lines).toEqual([...names.map((name) => `${name}: absent`), 'run: makker store init']);
  expect(await makker('init')).toEqual({ status: 0, lines: names.map((name) => `${name}: made`) });
  expect(await makker('init')).toEqual({ status: 0, lines: names.map((name) => `${name}: as it should be`) });
  expect((await makker('check')).status).toBe(0);
});

test('containers that an older Makker made get the indexing and the times to live of this one', async () => {
  await makker('init');
  const { resource } = await container('register').read();
  if (resource === undefined) throw new Error('the container cannot be read');
  const { defaultTtl: _ttl, ...older } = resource;
  await container('register').replace({
    ...older,
    indexingPolicy: { ...older.indexingPolicy, compositeIndexes: [] },
  });
  expect(await makker('check')).toEqual({
    status: 1,
    lines: ['register: indexing and time to live of another version', 'run: makker store init'],
  });
  expect((await makker('init')).lines).toContain('register: indexing and time to live brought up to date');
  expect((await makker('check')).status).toBe(0);
  expect((await container('register').read()).resource).toMatchObject({
    defaultTtl: -1,
    indexingPolicy: { compositeIndexes: CONTAINERS.register.indexingPolicy?.compositeIndexes },
  });
});

test('a container whose items lie in other partitions is refused', async () => {
  const { database } = await client.databases.create({ id: 'makker' });
  await database.containers.create({ id: 'cases', partitionKey: { paths: ['/team'] } });
  const { status, lines } = await makker('init');
  expect([status, lines]).toEqual([1, [expect.stringContaining('has the partition key /team, and Makker needs')]]);
});
