import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort } from './free-port.ts';

test('the preferred port is taken when it is free, another one when it is not', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const taken = address !== null && typeof address === 'object' ? address.port : 0;
  expect(await freePort(taken)).not.toBe(taken);
  other.close();
  await once(other, 'close');
  expect(await freePort(taken)).toBe(taken);
});
