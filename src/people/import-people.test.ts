import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createDirectory } from './directory.ts';
import { importPeople, planImport } from './import-people.ts';
import type { PeopleRow } from './people-table.ts';

const today = '2026-04-01';
const author = { at: '2026-04-01T10:00:00Z', by: 'cli:tester' };
const tenantId = 'b0000000-0000-4000-8000-000000000001';
const guid = (last: number): string => `a0000000-0000-4000-8000-00000000000${last}`;
const teams: TeamItem[] = [{ id: 'nord', municipality: 'testby', name: 'Team Nord', leads: [] }];

let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

type Cells = PeopleRow['cells'];
const rowsOf = (...cells: Cells[]): PeopleRow[] => cells.map((one, index) => ({ row: index + 2, cells: one }));
const kirsten: Cells = { id: 'kirsten', name: 'Kirsten Opdigtet', roles: 'sagsbehandler@nord', aadObjectId: guid(1) };
const lone: Cells = { id: 'lone', name: 'Lone Opdigtet', roles: 'funktionsleder', aadObjectId: guid(2) };

const plan = async (rows: PeopleRow[], on: Store = store, municipality = 'testby') => {
  const staff = await createDirectory({ store: on }).staff(municipality);
  return planImport(rows, { store: on, staff, teams, municipality, tenantId });
};
const run = async (rows: PeopleRow[], on: Store = store, municipality = 'testby') => {
  const planned = await plan(rows, on, municipality);
  if ('refused' in planned) throw new Error(planned.refused.map(({ why }) => why).join('; '));
  await importPeople(on, municipality, planned.plan.wanted, author);
  return planned.plan;
};
const refusals = async (...cells: Cells[]): Promise<string[]> => {
  const planned = await plan(rowsOf(...cells));
  return 'refused' in planned ? planned.refused.map(({ row, column, why }) => `${row} ${column}: ${why}`) : [];
};
const whoHas = async (last: number) =>
  (await createDirectory({ store }).identify(tenantId, guid(last), today))?.id ?? 'nobody';
const everything = async (of: Store) => [
  await createDirectory({ store: of }).staff('testby'),
  ...(await Promise.all([1, 2, 3].map((last) => of.read('directory', 'directory', `${tenantId}~${guid(last)}`)))).map(
    (entry) => entry?.item,
  ),
];

describe('An import of people', () => {
  test('lets each be found by their identity, with their roles', async () => {
    expect(await run(rowsOf(kirsten, lone))).toMatchObject({ added: ['kirsten', 'lone'], changed: [], notInFile: [] });
    expect(await createDirectory({ store }).identify(tenantId, guid(1), today)).toMatchObject({
      name: 'Kirsten Opdigtet',
      roles: [{ role: 'caseworker', team: 'nord' }],
    });
    expect(await whoHas(2)).toBe('lone');
  });

  test('a second time changes nothing, whatever the order of the roles', async () => {
    const both = { ...lone, roles: 'funktionsleder, Sagsbehandler @ Team Nord' };
    await run(rowsOf(kirsten, both));
    const before = await everything(store);
    expect(await run(rowsOf(kirsten, { ...both, roles: 'caseworker@nord; functional-lead' }))).toMatchObject({
      added: [],
      changed: [],
      same: ['kirsten', 'lone'],
    });
    expect(await everything(store)).toEqual(before);
  });

  test('keeps who is not in the file, and what the file has no column for', async () => {
    await run(rowsOf({ ...kirsten, to: '31-12-2026' }, lone));
    const { aadObjectId: _, ...named } = kirsten;
    expect(await run(rowsOf({ ...named, name: 'Kirsten Nyt' }))).toMatchObject({
      changed: [{ id: 'kirsten', fields: ['name'] }],
      notInFile: ['lone'],
    });
    expect(await createDirectory({ store }).person('testby', 'kirsten')).toMatchObject({
      name: 'Kirsten Nyt',
      aadObjectId: guid(1),
      to: '2026-12-31',
    });
    expect(await whoHas(2)).toBe('lone');
  });

  test('an empty cell takes away what stood there', async () => {
    await run(rowsOf({ ...kirsten, to: '2026-12-31' }));
    await run(rowsOf({ ...kirsten, to: '', aadObjectId: '', roles: '' }));
    const person = await createDirectory({ store }).person('testby', 'kirsten');
    expect(person).toMatchObject({ roles: [] });
    expect(person).not.toHaveProperty('to');
    expect(await whoHas(1)).toBe('nobody');
  });

  test('keeps what it changed, in ids only, and by whom', async () => {
    await run(rowsOf(kirsten));
    await run(rowsOf({ ...kirsten, name: 'Kirsten Nyt', roles: 'administrator' }));
    const changes = (await createDirectory({ store }).person('testby', 'kirsten'))?.changes ?? [];
    expect(changes.slice(-2)).toEqual([
      { ...author, field: 'name' },
      { ...author, field: 'roles', was: 'caseworker@nord', is: 'admin' },
    ]);
    expect(JSON.stringify(changes)).not.toContain('Kirsten');
  });
});

describe('An identity', () => {
  test('goes from one to another, and two can change theirs', async () => {
    await run(rowsOf(kirsten, lone));
    await run(rowsOf({ ...kirsten, aadObjectId: guid(2) }, { ...lone, aadObjectId: guid(1) }));
    expect([await whoHas(1), await whoHas(2)]).toEqual(['lone', 'kirsten']);
  });

  test('that somebody has no more leads to nobody, and takes the chat with it', async () => {
    await run(rowsOf(kirsten));
    const directory = createDirectory({ store });
    const before = await directory.person('testby', 'kirsten');
    if (before === undefined) throw new Error('Kirsten is not there');
    const address = { conversationId: 'c', serviceUrl: 'https://teams.example/', tenantId, botId: 'b' };
    await directory.remember(before, address);
    await run(rowsOf({ ...kirsten, aadObjectId: guid(3) }));
    expect([await whoHas(1), await whoHas(3)]).toEqual(['nobody', 'kirsten']);
    // What was on its way when the identity changed keeps the old chat from coming back.
    expect(await directory.remember(before, address)).toBe('known');
    expect(await directory.person('testby', 'kirsten')).not.toHaveProperty('address');
  });
});

describe('Refused, and nothing stored, is', () => {
  test.each<[string, Cells, string]>([
    ['an unknown role', { ...lone, roles: 'chef' }, '3 roles: "chef" is no role; allowed: caseworker (sagsbehandler'],
    ['a team of nobody here', { ...lone, roles: 'leder@syd' }, '3 roles: "syd" is no team here; allowed: nord'],
    ['no GUID', { ...lone, aadObjectId: 'lone@testby' }, '3 aadObjectId: "lone@testby" is no GUID'],
    ['a CPR number', { ...lone, name: 'Lone 300285-0000' }, '3 name: it looks like a CPR number'],
    ['a date that does not exist', { ...lone, to: '31-02-2026' }, '3 to: "31-02-2026" is no date; allowed: 2026-08-31'],
    [
      'an end before the start',
      { ...lone, from: '2026-02-01', to: '2026-01-31' },
      '3 to: the last day 2026-01-31 lies',
    ],
    ['a second row', { ...lone, id: 'kirsten', aadObjectId: '' }, '3 id: kirsten stands in row 2 already'],
    ['no id', { ...lone, id: '' }, '3 id: "" is no id; allowed: 1 to 100 letters'],
    ['no name', { ...lone, name: '' }, '3 name: a name is wanted'],
  ])('%s', async (_, wrong, told) => {
    expect(await refusals(kirsten, wrong)).toEqual([expect.stringContaining(told)]);
    expect(await refusals(kirsten, wrong)).toEqual([expect.not.stringContaining('300285')]);
    expect(await everything(store)).toEqual([[], undefined, undefined, undefined]);
  });

  test('one identity for two, whether both are in the file or one of them', async () => {
    const twin = { ...lone, aadObjectId: guid(1) };
    const told = (row: number, other: string) =>
      `${row} aadObjectId: ${other} has the same identity; allowed: one person for each`;
    expect(await refusals(kirsten, twin)).toEqual([told(2, 'lone'), told(3, 'kirsten')]);
    await run(rowsOf(kirsten));
    expect(await refusals(twin)).toEqual([told(2, 'kirsten')]);
  });

  test('an identity that somebody of another municipality has', async () => {
    await run(rowsOf(lone), store, 'anderby');
    expect(await refusals({ ...kirsten, aadObjectId: guid(2) })).toEqual([
      '2 aadObjectId: somebody in anderby has this identity; take it from lone there first',
    ]);
  });
});

/** A store that ends, as a killed process does, before it has written more than so many items. */
const dyingAfter = (living: Store, writes: number): Store => {
  let left = writes;
  const spent = () => (left -= 1) < 0;
  return {
    ...living,
    create: (kind, item) => (spent() ? Promise.reject(new Error('killed')) : living.create(kind, item)),
    replace: (kind, item, etag) => (spent() ? Promise.reject(new Error('killed')) : living.replace(kind, item, etag)),
  };
};

test('killed between any two writes and run again, an import comes to the same end', async () => {
  const first = rowsOf(kirsten, lone);
  const second = rowsOf({ ...kirsten, aadObjectId: guid(2) }, { ...lone, aadObjectId: guid(1), name: 'Lone Nyt' });
  await run(first);
  await run(second);
  const whole = await everything(store);
  for (let writes = 0; writes < 4; writes += 1) {
    const other = createSqliteStore(':memory:');
    await expect(run(first, dyingAfter(other, writes))).rejects.toThrow('killed');
    await run(first, other);
    await expect(run(second, dyingAfter(other, writes))).rejects.toThrow('killed');
    await run(second, other);
    expect(await everything(other)).toEqual(whole);
    await other.close();
  }
});
