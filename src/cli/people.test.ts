import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { staffOf } from '../../test/support/office.ts';
import { linkChannel } from '../people/channels.ts';
import { createDirectory } from '../people/directory.ts';
import { setMorning, setWeek } from '../people/own-times.ts';
import type { PersonItem } from '../store/items.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { peopleIn } from './people.ts';

const project = new URL('../../', import.meta.url).pathname;
const aad = 'a0000000-0000-4000-8000-000000000001';
const tenant = 'b0000000-0000-4000-8000-000000000001';
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-people-'));
  const rulebook = readFileSync(join(project, 'test/rulebook/fixtures/targets.yaml'), 'utf8');
  for (const municipality of ['testby', 'anderby']) {
    mkdirSync(join(folder, 'rulebooks', municipality), { recursive: true });
    const text = rulebook.replaceAll('testby', municipality);
    writeFileSync(join(folder, 'rulebooks', municipality, '2026-01-01.yaml'), text);
  }
  writeFileSync(join(folder, 'rulebooks/common.yaml'), readFileSync(join(project, 'rulebooks/common.yaml'), 'utf8'));
  const store = createSqliteStore(join(folder, 'makker.db'));
  for (const person of staffOf('testby')) await store.create('person', person);
  for (const id of ['nord', 'syd'])
    await store.create('team', { id, municipality: 'testby', name: `Team ${id}`, leads: [] });
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const makker = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const env = { STORE_PATH: join(folder, 'makker.db') };
  const status = await peopleIn(
    { env, rulebooks: join(folder, 'rulebooks') },
    { args, input: async () => '', out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const here = ['--municipality', 'testby'];
const identity = ['--aad', aad, '--tenant', tenant];

/** Looks into the store, as Makker at work would. */
const inStore = async <T>(look: (directory: ReturnType<typeof createDirectory>) => Promise<T>): Promise<T> => {
  const store = createSqliteStore(join(folder, 'makker.db'));
  const found = await look(createDirectory({ store }));
  await store.close();
  return found;
};
const stored = (id: string): Promise<PersonItem | undefined> => inStore((directory) => directory.person('testby', id));
const whoIs = (day = '2026-04-01') => inStore((directory) => directory.identify(tenant, aad, day));

describe('makker people show', () => {
  test('lists who is who with the roles of a day, those in another’s place too', async () => {
    await makker('substitute', 'kirsten', '--for', 'lone', ...here, '--from', '2026-07-06', '--to', '12.07.2026');
    const { out } = await makker('show', ...here, '--on', '2026-07-12');
    expect(out).toContain('testby: 6 people');
    expect(out).toMatch(/kirsten +kirsten Opdigtet .*caseworker@nord, functional-lead \(for lone\)/);
    expect((await makker('show', ...here, '--on', '2026-07-13')).out).not.toContain('(for lone)');
  });

  test('says of whoever has left that they have, and of one person all there is', async () => {
    await makker('set', 'kirsten', ...here, '--leaves', '2026-06-30');
    expect((await makker('show', 'kirsten', '--on', '2026-06-30')).out).not.toContain('has left');
    const { out } = await makker('show', 'kirsten', '--on', '2026-07-01');
    expect(out).toContain('roles on 2026-07-01: (has left) caseworker@nord');
    expect(out).toMatch(/T.*Z cli:\S+ to: none → 2026-06-30/);
  });

  test('gives the same as JSON, and nothing of another municipality', async () => {
    await makker('add', 'lone', '--municipality', 'anderby', '--name', 'Lone Andersted');
    const { out } = await makker('show', 'lone', ...here, '--json');
    expect(JSON.parse(out)).toMatchObject([{ id: 'lone', municipality: 'testby', roles: ['functional-lead'] }]);
    expect((await makker('show', 'lone')).out).toMatch(/Lone Andersted, anderby[^]*lone Opdigtet, testby/);
  });
});

describe('makker people show and team', () => {
  test('tell when each team’s digest comes and what a person has asked for, without setting it', async () => {
    const store = createSqliteStore(join(folder, 'makker.db'));
    const address = { conversationId: '19:nord', serviceUrl: 'https://one.example/', tenantId: 't1', botId: '28:bot' };
    const since = '2026-04-01T10:00:00.000Z';
    await linkChannel(store, { municipality: 'testby', id: 'nord' }, { address, digestAt: '08:00', since });
    await setMorning(store, { municipality: 'testby', id: 'kirsten' }, '07:00', since);
    await setWeek(store, { municipality: 'testby', id: 'lone' }, { weekday: 1, at: '08:30' }, since);
    await store.close();
    const nord = 'nord: Team nord; digest at 08:00 on working days, a line on a quiet day, in 19:nord';
    const { out } = await makker('show', ...here);
    expect(out).toContain(`team ${nord}`);
    expect(out).toContain('team syd: Team syd; no digest: not set up in a channel');
    expect((await makker('team', 'nord', ...here)).out).toBe(nord);
    expect((await makker('team', 'vest', ...here)).err).toBe('vest is no team of testby; allowed: nord, syd');
    expect((await makker('show', 'kirsten', ...here)).out).toContain('own list: at 07:00 on working days');
    expect((await makker('show', 'lone', ...here)).out).toContain('weekly overview: at 08:30 on Mondays');
  });
});

describe('makker people add and set', () => {
  test('let somebody be found by their identity, until it is taken away', async () => {
    const added = await makker(
      'add',
      'ny',
      ...here,
      '--name',
      'Ny Opdigtet',
      '--role',
      'sagsbehandler@nord',
      ...identity,
    );
    expect(added).toMatchObject({ status: 0, out: expect.stringContaining('roles on') });
    expect(await whoIs()).toMatchObject({ id: 'ny', roles: [{ role: 'caseworker', team: 'nord' }] });
    await makker('set', 'ny', ...here, '--no-identity');
    expect(await whoIs()).toBeUndefined();
    await makker('set', 'mona', ...here, ...identity);
    expect(await whoIs()).toMatchObject({ id: 'mona' });
  });

  test('let nobody in on the day after the last', async () => {
    await makker('set', 'mona', ...here, ...identity, '--leaves', '2026-06-30');
    expect([(await whoIs('2026-06-30'))?.id, await whoIs('2026-07-01')]).toEqual(['mona', undefined]);
    await makker('set', 'mona', ...here, '--stays');
    expect((await whoIs('2026-07-01'))?.id).toBe('mona');
  });

  test('give a role and take one away, and change nothing the second time', async () => {
    const change = ['set', 'kirsten', ...here, '--role', 'team-lead@syd', '--no-role', 'caseworker@nord'];
    expect((await makker(...change)).out).toContain('changed');
    const once = await stored('kirsten');
    expect(once?.roles).toEqual([{ role: 'team-lead', team: 'syd' }]);
    expect((await makker(...change)).out).toContain('nothing to change');
    expect(await stored('kirsten')).toEqual(once);
  });

  test('broken off before the identity is found, come right when they are run again', async () => {
    const store = createSqliteStore(join(folder, 'makker.db'));
    const ny = { id: 'ny', name: 'Ny Opdigtet', municipality: 'testby', roles: [], tenantId: tenant, aadObjectId: aad };
    await store.create('person', ny);
    await store.close();
    expect(await whoIs()).toBeUndefined();
    expect((await makker('add', 'ny', ...here, '--name', 'Ny Opdigtet', ...identity)).status).toBe(0);
    expect((await whoIs())?.id).toBe('ny');
  });

  test('take a role away from somebody whose identity another has as well', async () => {
    await makker('set', 'kirsten', ...here, ...identity);
    const store = createSqliteStore(join(folder, 'makker.db'));
    const mona = await store.read('person', 'testby', 'mona');
    if (mona === undefined) throw new Error('Mona is not there');
    await store.replace('person', { ...mona.item, tenantId: tenant, aadObjectId: aad }, mona.etag);
    await store.close();
    const taken = await makker('set', 'mona', ...here, '--no-role', 'caseworker@nord');
    expect(taken.err).toContain('mona is stored, but somebody else has this identity');
    expect((await stored('mona'))?.roles).toEqual([]);
    expect((await whoIs())?.id).toBe('kirsten');
  });

  test.each([
    [
      'a role there is not',
      ['set', 'mona', ...here, '--role', 'chef'],
      '--role: "chef" is no role; allowed: caseworker',
    ],
    [
      'a team there is not',
      ['set', 'mona', ...here, '--role', 'leder@vest'],
      '"vest" is no team here; allowed: nord, syd',
    ],
    ['nobody', ['set', 'olga', ...here, '--name', 'Olga'], 'olga is nobody in testby'],
    ['somebody twice', ['add', 'mona', ...here, '--name', 'Mona Nyt'], 'mona is somebody in testby already'],
    [
      'a last day before the first',
      ['set', 'mona', ...here, '--from', '2026-02-01', '--leaves', '2026-01-01'],
      'to: the last',
    ],
    ['no GUID', ['set', 'mona', ...here, '--aad', 'mona', '--tenant', tenant], '--aad: "mona" is no GUID'],
    ['a municipality without rules', ['show', '--municipality', 'vesterby'], 'allowed: anderby, testby'],
  ])('refuse %s and store nothing', async (_, args, told) => {
    const before = await inStore((directory) => directory.staff('testby'));
    expect(await makker(...args)).toMatchObject({ status: 1, err: expect.stringContaining(told) });
    expect(await inStore((directory) => directory.staff('testby'))).toEqual(before);
  });

  test('take the last administrator’s role away, but say what that means', async () => {
    expect((await makker('set', 'lone', ...here, '--role', 'admin')).err).toBe('');
    const taken = await makker('set', 'lone', ...here, '--no-role', 'admin');
    expect(taken).toMatchObject({ status: 0, err: expect.stringContaining('nobody is an administrator here') });
  });
});

describe('makker people substitute', () => {
  test('ends with --remove', async () => {
    const named = ['substitute', 'kirsten', '--for', 'lone', ...here];
    await makker(...named, '--from', '2026-07-06', '--to', '2026-07-12');
    expect(await makker(...named, '--from', '2026-07-06', '--to', '2026-07-12')).toMatchObject({
      out: 'nothing to change',
    });
    expect((await makker(...named, '--remove')).out).toBe('kirsten stands in for lone no more');
    expect(await stored('kirsten')).not.toHaveProperty('substituteFor');
  });
});

describe('makker people import', () => {
  const file = (text: string): string => {
    const path = join(folder, 'folk.csv');
    writeFileSync(path, text, 'latin1');
    return path;
  };

  test('shows with --dry-run what it would do, and then does it', async () => {
    const path = file(`Id;Navn;Roller;Team;ObjectId\nkirsten;Kirsten Åløkke;sagsbehandler;Team Syd;${aad}\n`);
    const args = ['import', path, ...here, '--tenant', tenant];
    const dry = await makker(...args, '--dry-run');
    expect(dry.out).toContain('read as Windows-1252, with ; between cells');
    expect(dry.out).toContain('changed  kirsten: name, roles, identity');
    expect(dry.out).toContain('not in the file, stays as it is: lone');
    expect(await whoIs()).toBeUndefined();
    expect((await makker(...args)).status).toBe(0);
    expect(await whoIs()).toMatchObject({ id: 'kirsten', name: 'Kirsten Åløkke', roles: [{ team: 'syd' }] });
  });

  test('stores nothing of a file in which one row is refused', async () => {
    const path = file('id,navn,roller\nny,Ny Opdigtet,leder\nper,Per Opdigtet,chef\n');
    expect(await makker('import', path, ...here)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^row 3, roles: "chef" is no role; allowed: [^]*1 refused; nothing was stored$/),
    });
    expect(await stored('ny')).toBeUndefined();
  });
});

describe('makker people team', () => {
  test('adds a team, in which a role can be given then', async () => {
    await makker('team', 'vest', ...here, '--name', 'Team Vest');
    expect((await makker('set', 'mona', ...here, '--role', 'leder@vest')).out).toContain('team-lead@vest');
  });
});

describe('Wrong usage of makker people, status 2, says what is allowed:', () => {
  test.each([
    [[], 'allowed: show, import, add, set, substitute, team, access'],
    [['set', 'mona'], '--municipality is missing'],
    [['show', '--role', 'admin'], '--role does not go with show; allowed: --municipality, --on, --json'],
    [['set', ...here], 'one id stands after set'],
    [['show', '--on', 'soon'], '--on soon is no date; allowed: 2026-08-31'],
    [['set', 'mona', ...here, '--aad', aad], '--aad and --tenant go together'],
    [['substitute', 'mona', '--for', 'lone', ...here, '--from', '2026-07-06'], 'either --from and --to, or --remove'],
    [['set', 'mona', ...here, '--name', 'Mona 300285-0000'], 'looks like a CPR number'],
  ])('%j', async (args, told) => {
    const { status, err } = await makker(...args);
    expect({ status, err }).toMatchObject({ status: 2, err: expect.stringContaining(told) });
    expect(err).toContain('usage: makker people');
    expect(err).not.toContain('300285');
  });
});
