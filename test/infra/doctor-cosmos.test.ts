import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { doctorIn } from '../../src/cli/doctor.ts';
import { initContainers } from '../../src/store/index.ts';
import { type CosmosServer, startCosmosServer } from '../support/cosmos-server.ts';

const project = new URL('../../', import.meta.url).pathname;
let server: CosmosServer;
beforeAll(async () => {
  server = await startCosmosServer();
});
afterAll(() => server.close());

const seen = async () => {
  const { endpoint, key } = server;
  const lines: string[] = [];
  const status = await doctorIn(
    {
      env: {
        STORE: 'cosmos',
        COSMOS_ENDPOINT: endpoint,
        COSMOS_KEY: key,
        COSMOS_DATABASE: 'makker',
        RECEIPT_KEY: 'k'.repeat(32),
      },
      rulebooks: `${project}rulebooks`,
      appPackage: 'none',
      network: {
        fetch: () => Promise.resolve(new Response('', { status: 401 })),
        now: () => Date.parse('2026-05-04T08:00:00Z'),
      },
    },
    { args: [], input: async () => '', out: (line) => lines.push(line), err: (line) => lines.push(line) },
  );
  return { status, said: lines.join('\n') };
};

test('makker doctor names the containers that Cosmos DB lacks, and what makes them', async () => {
  const { status, said } = await seen();
  expect(said).toMatch(/problem {2}store: the container cases: absent\n +→ makker store init/);
  expect(status).toBe(1);
});

test('finds them well once they are made', async () => {
  await initContainers({ endpoint: server.endpoint, key: server.key, database: 'makker' });
  const { status, said } = await seen();
  expect(said).toContain('ok       store: it can be read and written');
  expect(said).toContain('nobody is in the directory');
  expect(status).toBe(0);
});
