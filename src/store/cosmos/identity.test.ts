import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { identityCredential } from './identity.ts';

let asked: IncomingMessage[];
let status = 200;
let endpoint: string;
const server = createServer((request, response) => {
  asked.push(request);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ access_token: 'secret', expires_on: '1800000000', token_type: 'Bearer' }));
});
beforeEach(async () => {
  asked = [];
  status = 200;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/msi/token`;
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

test('A managed identity is asked for a token for the account, and says until when it holds', async () => {
  const credential = identityCredential({ endpoint, header: 'proof', clientId: 'chosen' });
  const token = await credential.getToken('https://db.test/.default');
  expect(token).toEqual({ token: 'secret', expiresOnTimestamp: 1_800_000_000_000 });
  const [request] = asked;
  expect(request?.headers['x-identity-header']).toBe('proof');
  expect(Object.fromEntries(new URL(request?.url ?? '', endpoint).searchParams)).toEqual({
    'api-version': '2019-08-01',
    resource: 'https://db.test',
    client_id: 'chosen',
  });
});

test('that gives none is told of, without what proves it', async () => {
  status = 400;
  const refused = identityCredential({ endpoint, header: 'proof' }).getToken(['https://db.test/.default']);
  await expect(refused).rejects.toThrow('gives no token (400): is one assigned to this app?');
});
