import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonItem } from '../store/items.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { type Directory, createDirectory } from './directory.ts';

const today = '2026-04-01';
const lone: PersonItem = {
  id: 'lone',
  name: 'Lone Opdigtet',
  municipality: 'testby',
  tenantId: 't1',
  aadObjectId: 'a1',
  roles: [{ role: 'functional-lead' }],
};
const address = {
  conversationId: 'chat-1',
  serviceUrl: 'https://teams.example/',
  tenantId: 't1',
  botId: 'bot-1',
};

let store: Store;
let directory: Directory;
beforeEach(async () => {
  store = createSqliteStore(':memory:');
  directory = createDirectory({ store });
  await add(lone);
});
afterEach(() => store.close());

const add = async (person: PersonItem) => {
  await store.create('person', person);
  await store.create('directory', {
    id: `${person.tenantId}~${person.aadObjectId}`,
    municipality: 'directory',
    personId: person.id,
    personMunicipality: person.municipality,
  });
};

describe('The directory', () => {
  test('knows a person by tenant and object id together', async () => {
    expect((await directory.identify('t1', 'a1', today))?.id).toBe('lone');
    expect(await directory.identify('t2', 'a1', today)).toBeUndefined();
    expect(await directory.identify('t1', 'a2', today)).toBeUndefined();
  });

  test('knows nobody who has left, or whose identity was changed since', async () => {
    expect(await directory.identify('t1', 'a1', today)).toBeDefined();
    const stored = await store.read('person', 'testby', 'lone');
    await store.replace('person', { ...lone, aadObjectId: 'a9' }, stored?.etag ?? '');
    expect(await directory.identify('t1', 'a1', today)).toBeUndefined();
    await add({ ...lone, id: 'gone', aadObjectId: 'a3', to: '2026-03-31' });
    expect(await directory.identify('t1', 'a3', today)).toBeUndefined();
  });

  test('gives a substitute the roles of the days they stand in', async () => {
    const substituteFor = [{ person: 'lone', from: '2026-04-01', to: '2026-04-05' }];
    await add({ ...lone, id: 'sofie', aadObjectId: 'a2', roles: [{ role: 'caseworker', team: 'syd' }], substituteFor });
    const rolesOn = async (day: string) => (await directory.identify('t1', 'a2', day))?.roles.map(({ role }) => role);
    expect(await rolesOn('2026-04-05')).toEqual(['caseworker', 'functional-lead']);
    expect(await rolesOn('2026-04-06')).toEqual(['caseworker']);
  });

  test('keeps the newest address, says when it is the first, and keeps no borrowed role with it', async () => {
    const borrowing: PersonItem = { ...lone, roles: [...lone.roles, { role: 'admin' }] };
    expect(await directory.remember(borrowing, address)).toBe('first');
    expect(await directory.remember(borrowing, address)).toBe('known');
    const moved = { ...address, serviceUrl: 'https://teams.example/elsewhere/' };
    expect(await directory.remember(borrowing, moved)).toBe('known');
    expect(await directory.person('testby', 'lone')).toEqual({ ...lone, address: moved });
  });

  test('lists the staff of one municipality', async () => {
    await add({ ...lone, municipality: 'anderby', aadObjectId: 'a4' });
    expect((await directory.staff('testby')).map(({ municipality }) => municipality)).toEqual(['testby']);
  });
});
