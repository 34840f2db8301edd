import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { demoIn } from '../../src/cli/demo.ts';
import { exportIn } from '../../src/cli/export.ts';
import { storeIn } from '../../src/cli/store.ts';
import { copyStore } from '../../src/copy/copy-store.ts';
import { CONTAINER_OF } from '../../src/store/cosmos/containers.ts';
import { openCopyEnd, openStore, type StoreSettings } from '../../src/store/index.ts';
import type { Items } from '../../src/store/items.ts';
import type { Entry, Store } from '../../src/store/port.ts';
import { startCosmosServer, type CosmosServer } from '../support/cosmos-server.ts';
import { caseItem, enteredFigure, matterItem, personItem, receiptOf } from './builders.ts';

const rulebooks = new URL('../../rulebooks', import.meta.url).pathname;
let folder: string;
let server: CosmosServer;
let env: Record<string, string>;
let embedded: StoreSettings;
let cosmos: StoreSettings;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-copy-'));
  server = await startCosmosServer({ allPartitions: true });
  const { endpoint, key } = server;
  cosmos = { kind: 'cosmos', endpoint, key, database: 'makker' };
  embedded = { kind: 'embedded', path: join(folder, 'makker.db') };
  env = {
    STORE_PATH: embedded.path,
    COSMOS_ENDPOINT: endpoint,
    COSMOS_KEY: key,
    COSMOS_DATABASE: 'makker',
    RECEIPT_KEY: 'k'.repeat(32),
  };
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const copy = async (from: string, to: string) => {
  const [out, err]: string[][] = [[], []];
  const io = {
    args: ['copy', '--from', from, '--to', to],
    input: async () => '',
    out: (line: string) => out?.push(line),
    err: (line: string) => err?.push(line),
  };
  const status = await storeIn({ env }, io);
  return { status, out: out?.join('\n') ?? '', err: err?.join('\n') ?? '' };
};
const within = async <T>(settings: StoreSettings, work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const id = (end: string) => `testby~S-1~${end}`;
const at = '2026-03-02T09:00:00.000Z';
/** One item of each kind. What only its own code looks into is as small as its type allows. */
const ONE_OF_EACH: { [K in Exclude<keyof Items, 'copy'>]: Items[K] } = {
  case: caseItem('testby', 'Sag 1/ø', { nextSoon: '2026-04-01', nameKeys: ['mette'] }),
  matter: matterItem('testby', 'M-1', { recheckOn: '2026-04-01' }),
  person: personItem('testby', 'kirsten'),
  figure: enteredFigure('testby', '2026-03-31'),
  receipt: receiptOf('testby', 'S-1', 'r1'),
  team: { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: [] },
  channel: { id: 'c', municipality: 'directory', team: 'nord', teamMunicipality: 'testby' },
  catalogue: { id: 'sti', municipality: 'testby', name: 'Stien', kind: 'guidance', tiers: {} },
  directory: { id: 't~o', municipality: 'directory', personId: 'kirsten', personMunicipality: 'testby' },
  greeting: { id: 'g', municipality: 'directory', on: '2026-03-01' },
  lease: { id: 'relay', municipality: 'directory', holder: 'gone', until: '2026-03-01T00:00:00.000Z' },
  strangers: { id: 'strangers', municipality: 'testby', told: [] },
  digest: {
    id: '2026-04-01~team~nord',
    municipality: 'testby',
    day: '2026-04-01',
    what: 'team',
    to: { team: 'nord' },
    plannedAt: at,
    state: 'waiting',
    attempts: 0,
    sendAt: at,
  },
  talk: { id: 't', municipality: 'testby', on: '2026-03-02', caseId: 'S-1' },
  notice: {
    id: 'n',
    municipality: 'testby',
    to: { person: 'kirsten' },
    says: { text: 'left', values: {} },
    attempts: 0,
    until: at,
  },
  'receipt-facts': {
    id: id('r1'),
    municipality: 'testby',
    caseId: 'S-1',
    question: { kind: 'deadlines' },
    reads: {},
    record: caseItem('testby', 'S-1').record,
    catalogue: [],
  },
  access: { id: 'S-1~2026-03-02~d', municipality: 'testby', caseId: 'S-1', person: 'kirsten', at, how: 'search' },
  purge: { id: 'last', municipality: 'testby', on: '2026-03-01' },
  projection: { id: 'agenda', municipality: 'testby', rulebooks: 'abc', done: true },
  rulebook: { id: 'abc', municipality: 'testby', version: '2026-01-01', hash: 'abc', text: 'a: ø', common: '{}' },
  history: {
    id: id('h1'),
    municipality: 'testby',
    caseId: 'S-1',
    entries: [{ seq: 1, at, by: 'kirsten', what: 'added', details: {}, hash: 'h' }],
  },
  'past-request': {
    id: id('q1'),
    municipality: 'testby',
    caseId: 'S-1',
    request: {
      id: id('q1'),
      state: 'withdrawn',
      revision: 1,
      question: { kind: 'extend-offer', offerId: 'o1', until: '2026-05-31' },
      decisionId: id('r1'),
      factsHash: 'f',
      changed: [],
      askedBy: 'kirsten',
      askedAt: at,
      expiresOn: '2026-04-20',
      needs: [],
      clicks: [],
    },
  },
};
const ALL = Object.entries(ONE_OF_EACH).map(([kind, item]) => ({ kind, item }) as Entry);
const fill = (settings: StoreSettings) =>
  within(settings, async (store) => {
    for (const { kind, item } of ALL) expect((await store.create(kind, item)).outcome).toBe('created');
  });
const expectAllIn = (settings: StoreSettings) =>
  within(settings, async (store) => {
    for (const { kind, item } of ALL) expect((await store.read(kind, item.municipality, item.id))?.item).toEqual(item);
    expect((await store.findCases('testby', { by: 'nextSoon', on: '2026-04-01' }, { limit: 9 })).items).toHaveLength(1);
    expect((await store.findMatters('testby', { by: 'recheckOn', on: '2026-04-01' }, { limit: 9 })).items).toHaveLength(
      1,
    );
    const due = { by: 'sendAt', before: at, begins: '2026' } as const;
    expect((await store.findDigests('testby', due, { limit: 9 })).items).toHaveLength(1);
    expect(await store.read('copy', 'directory', 'copy')).toBeUndefined();
  });

test('Every kind of item that is stored comes over whole, and back, and is found as before', async () => {
  expect(Object.keys(ONE_OF_EACH).toSorted()).toEqual(
    Object.keys(CONTAINER_OF)
      .filter((kind) => kind !== 'copy')
      .toSorted(),
  );
  await fill(embedded);
  const there = await copy('embedded', 'cosmos');
  expect(there).toMatchObject({ status: 0, err: '' });
  expect(there.out).toMatch(/^1 access, [\da-f]{64}$/m);
  await expectAllIn(cosmos);
  const path = join(folder, 'back.db');
  env['STORE_PATH'] = path;
  const back = await copy('cosmos', 'embedded');
  expect(back).toMatchObject({ status: 0, err: '' });
  expect(back.out.split('\n').slice(0, -1)).toEqual(there.out.split('\n').slice(0, -1));
  await expectAllIn({ kind: 'embedded', path });
});

describe('A copy', () => {
  test('that was stopped goes on when it is run again, and takes over what has changed meanwhile', async () => {
    await fill(embedded);
    await within(cosmos, async (store) => {
      await store.create('copy', { id: 'copy', municipality: 'directory', from: env['STORE_PATH'] ?? '' });
      await store.create('person', { ...ONE_OF_EACH.person, name: 'As it was' });
      await store.create('receipt', ONE_OF_EACH.receipt);
    });
    expect(await copy('embedded', 'cosmos')).toMatchObject({ status: 0, err: '' });
    await expectAllIn(cosmos);
  });

  test.each([
    ['cosmos', 'embedded'],
    ['embedded', 'cosmos'],
  ])('from %s to %s that was stopped takes away what has gone from the source since', async (from, to) => {
    const [source, target] = from === 'cosmos' ? [cosmos, embedded] : [embedded, cosmos];
    await fill(source);
    const mark = from === 'cosmos' ? `${env['COSMOS_ENDPOINT']} makker` : (env['STORE_PATH'] ?? '');
    await within(target, async (store) => {
      await store.create('copy', { id: 'copy', municipality: 'directory', from: mark });
      await store.create('talk', { ...ONE_OF_EACH.talk, id: 'ended' });
      await store.create('receipt-facts', { ...ONE_OF_EACH['receipt-facts'], id: id('purged') });
    });
    expect(await copy(from, to)).toMatchObject({ status: 0, err: '' });
    await expectAllIn(target);
    await within(target, async (store) => {
      expect(await store.read('talk', 'testby', 'ended')).toBeUndefined();
      expect(await store.read('receipt-facts', 'testby', id('purged'))).toBeUndefined();
    });
  });

  test('that is half made is neither filled nor read by any command', async () => {
    await within(embedded, (store) =>
      store.create('copy', { id: 'copy', municipality: 'directory', from: 'other.db' }),
    );
    for (const command of [demoIn, exportIn]) {
      const err: string[] = [];
      const args = command === demoIn ? ['--cases', '1'] : [];
      const io = { args, input: async () => '', out: () => undefined, err: (line: string) => err.push(line) };
      expect(await command({ env, rulebooks }, io)).toBe(1);
      expect(err).toEqual(['the store is a copy of other.db that is not finished: run makker store copy again']);
    }
  });

  test('says what differs when another case is in the target at the end, and is not finished', async () => {
    await fill(embedded);
    await within(cosmos, async (store) => {
      await store.create('copy', { id: 'copy', municipality: 'directory', from: env['STORE_PATH'] ?? '' });
      await store.create('case', caseItem('testby', 'another'));
    });
    const { status, err } = await copy('embedded', 'cosmos');
    expect([status, err]).toEqual([1, expect.stringContaining('case: 1 and 2')]);
    expect(await within(cosmos, (store) => store.read('copy', 'directory', 'copy'))).toBeDefined();
  });

  test('of a store that somebody writes to meanwhile is not finished', async () => {
    await fill(embedded);
    const to = await openCopyEnd({ kind: 'embedded', path: join(folder, 'to.db') });
    const from = await openCopyEnd(embedded);
    async function* each() {
      yield* from.each();
      await from.store.create('person', personItem('testby', 'late'));
    }
    const copied = await copyStore({ ...from, each }, to, { now: at, done: () => undefined });
    expect(copied).toEqual({ outcome: 'differs', kinds: ['person: 2 and 1'] });
    await from.store.close();
    await to.store.close();
  });

  test.each([
    ['a store that is not empty', cosmosWith('person', personItem('testby', 'another')), 'is not empty'],
    [
      'what another copy was begun into',
      cosmosWith('copy', { id: 'copy', municipality: 'directory', from: 'x.db' }),
      'a copy of x.db was begun',
    ],
  ])('into %s is refused', async (_into, prepare, why) => {
    await fill(embedded);
    await prepare();
    const { status, err } = await copy('embedded', 'cosmos');
    expect([status, err]).toEqual([1, expect.stringContaining(why)]);
    expect(await within(cosmos, (store) => store.read('case', 'testby', 'Sag 1/ø'))).toBeUndefined();
  });

  test('from a store that Makker is at work on is refused', async () => {
    await within(embedded, (store) =>
      store.create('lease', { ...ONE_OF_EACH.lease, until: '2999-01-01T00:00:00.000Z' }),
    );
    expect((await copy('embedded', 'cosmos')).err).toContain('Makker is at work on');
  });
});

function cosmosWith<K extends keyof Items>(kind: K, item: Items[K]) {
  return () => within(cosmos, (store) => store.create(kind, item));
}
