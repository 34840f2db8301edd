import { expect, test } from '@jest/globals';
import type { Store } from './port.ts';
import { patient, StoreLocked } from './patient.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';

const greeting = { id: 'g', municipality: 'directory', on: '2026-03-01' } as const;
/** Locked by another process for so many writes. */
const lockedFor = (store: Store, writes: number): Store => {
  let left = writes;
  const locked = Object.assign(new Error('database is locked'), { errcode: 5 });
  const create: Store['create'] = (kind, item) =>
    (left -= 1) >= 0 ? Promise.reject(locked) : store.create(kind, item);
  return { ...store, create };
};

test('A store that another process has locked is written to once it is free, and says when it never is', async () => {
  const store = createSqliteStore(':memory:');
  const waited = (writes: number) => patient(lockedFor(store, writes), async () => undefined);
  expect(await waited(3).create('greeting', greeting)).toMatchObject({ outcome: 'created' });
  await expect(waited(Infinity).create('greeting', greeting)).rejects.toThrow(StoreLocked);
  await store.close();
});
