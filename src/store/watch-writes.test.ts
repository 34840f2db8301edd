import { expect, test } from '@jest/globals';
import { createSqliteStore } from './sqlite/sqlite-store.ts';
import { watchWrites } from './watch-writes.ts';

const greeting = (id: string) => ({ id, municipality: 'directory' as const, on: '2026-01-01' });

test('A store that takes nothing is not writable until it takes something again, whether or not anybody writes', async () => {
  const real = createSqliteStore(':memory:');
  let full = false;
  const { store, writable } = watchWrites({
    ...real,
    create: (kind, item) => (full ? Promise.reject(new Error('disk full')) : real.create(kind, item)),
  });
  await store.create('greeting', greeting('before'));
  await expect(writable()).resolves.toBeUndefined();
  full = true;
  await expect(store.create('greeting', greeting('lost'))).rejects.toThrow('disk full');
  await expect(writable()).rejects.toThrow('disk full');
  full = false;
  await expect(writable()).resolves.toBeUndefined();
  const { items } = await store.list('greeting', 'directory', { limit: 10 });
  expect(items.map(({ item }) => item.id)).toEqual(['before']);
  await store.close();
});
