import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { staffOf } from '../../test/support/office.ts';
import { KEY, citizenCase, commonText, plan, shelfWith } from '../../test/support/replay-town.ts';
import { notice, post, request } from '../../test/teams/relay-stage.ts';
import { createCases } from '../cases/case-store.ts';
import { civilDateAt, isoInstant, systemClock } from '../clock.ts';
import { createJudge } from '../judge.ts';
import { unserved } from '../requests/rows.ts';
import type { Items } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { accessIn } from './access.ts';
import { auditIn } from './audit.ts';
import type { Command } from './command.ts';
import { outboxIn } from './outbox.ts';
import type { Surroundings } from './with-store.ts';

const now = systemClock.now();
const today = civilDateAt(now);
const tomorrow = isoInstant(now + 24 * 3_600_000);
const since = isoInstant(now - 3_600_000);
const requestId = `testby~${citizenCase.id}~r1`;
const row = `case~testby~${citizenCase.id}~post~lone`;
const news = 'notice~testby~notice~kirsten';
const digest = `digest~testby~${today}~team~nord`;
let folder: string;

const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = createSqliteStore(join(folder, 'makker.db'));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const job = (overrides: Partial<Items['digest']> = {}): Items['digest'] => ({
  id: `${today}~team~nord`,
  municipality: 'testby',
  day: today,
  what: 'team',
  to: { team: 'nord' },
  plannedAt: isoInstant(now),
  state: 'waiting',
  attempts: 2,
  why: 'http-403 BotNotInConversationRoster',
  ...overrides,
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-outbox-'));
  mkdirSync(join(folder, 'rulebooks/testby'), { recursive: true });
  writeFileSync(join(folder, 'rulebooks/common.yaml'), commonText);
  writeFileSync(join(folder, 'rulebooks/testby/2026-01-01.yaml'), plan);
  await inStore(async (store) => {
    for (const person of staffOf('testby')) await store.create('person', person);
    const admin = { id: 'runa', municipality: 'testby', name: 'Runa Opdigtet', roles: [{ role: 'admin' as const }] };
    await store.create('person', admin);
    const cases = createCases({ store, judge: createJudge(shelfWith(plan)), clock: systemClock, key: KEY });
    await cases.add(citizenCase);
    const { sendAt: _, ...paused } = post('lone', { attempts: 3, why: 'http-403 ConversationBlockedByUser' });
    await cases.change('testby', citizenCase.id, (item) => ({
      item: {
        ...item,
        requests: [request({ id: requestId, expiresOn: '2099-01-01' })],
        outbox: [{ ...paused, card: { ...paused.card, requestId } }],
      },
      result: undefined,
    }));
    await store.create('notice', notice('kirsten', { sendAt: tomorrow, since, until: '2099-01-01', why: 'http-502' }));
    await store.create('digest', job());
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = async (
  command: (where: Surroundings, io: Parameters<Command>[0]) => ReturnType<Command>,
  ...args: string[]
) => {
  const out: string[] = [];
  const err: string[] = [];
  const env = { STORE_PATH: join(folder, 'makker.db'), RECEIPT_KEY: KEY };
  const io = {
    args,
    input: async () => '',
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
  };
  const status = await command({ env, rulebooks: join(folder, 'rulebooks') }, io);
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const outbox = (...args: string[]) => run(outboxIn, ...args);
const read = <K extends 'case' | 'notice' | 'digest'>(kind: K, id: string): Promise<Items[K] | undefined> =>
  inStore(async (store) => (await store.read(kind, 'testby', id))?.item);

describe('makker outbox', () => {
  test('lists what waits and why, what is paused first', async () => {
    const { status, out, err } = await outbox('--municipality', 'testby');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'testby: 3 to be sent',
      `  ${row}`,
      `    card for who is to decide, request ${requestId}, to lone: paused: its reader takes nothing from us, 3 tries, last failure: http-403 ConversationBlockedByUser`,
      `  ${digest}`,
      `    team digest of ${today}, to team nord: paused: its reader takes nothing from us, 2 tries, last failure: http-403 BotNotInConversationRoster`,
      `  ${news}`,
      `    notice stranger, to kirsten: next try ${tomorrow}, waiting since ${since}, last failure: http-502`,
    ]);
    expect((await run(accessIn, '--case', citizenCase.id, '--municipality', 'testby')).out).toContain('makker outbox');
  });

  test('tells which digests of the last working days did not go out', async () => {
    const days = Array.from({ length: 7 }, (_, back) => civilDateAt(now - (back + 1) * 24 * 3_600_000));
    await inStore(async (store) => {
      for (const day of days) await store.create('digest', job({ id: `${day}~team~nord`, day, why: 'http-404' }));
    });
    const { out } = await outbox();
    expect(out).toContain('digests of the last 10 working days that did not go out:');
    expect(out).toMatch(/\n {4}\d{4}-\d\d-\d\d, team for team nord: http-404/);
  });

  test('retry makes all of them due at once', async () => {
    const { status, out } = await outbox('retry', row, news, digest, '--as', 'runa');
    expect(status).toBe(0);
    expect(out.split('\n')).toHaveLength(3);
    const due = expect.stringMatching(/^\d/);
    expect(await read('case', citizenCase.id)).toMatchObject({ outbox: [{ sendAt: due }], nextSendAt: due });
    expect(await read('notice', 'notice~kirsten')).toMatchObject({ sendAt: due, since });
    expect((await read('notice', 'notice~kirsten'))?.sendAt).not.toBe(tomorrow);
    expect(await read('digest', `${today}~team~nord`)).toMatchObject({ state: 'waiting', sendAt: due });
  });

  test('drop takes a card away for good, in the history too, and leaves the request open', async () => {
    const { status, out } = await outbox('drop', row, '--reason', 'told', '--as', 'runa');
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('stays open until 2099-01-01') });
    const item = await read('case', citizenCase.id);
    expect(item).toMatchObject({ outbox: [], requests: [{ state: 'open' }] });
    expect(item?.audit.at(-1)).toMatchObject({
      by: 'runa',
      what: 'message-dropped',
      details: { request: requestId, person: 'lone', reason: 'told' },
    });
    expect((await run(auditIn, 'verify')).status).toBe(0);
    const [open] = item?.requests ?? [];
    const asked = staffOf('testby').filter(({ id }) => id === 'lone' || id === 'lars');
    expect(open && unserved(asked, open, []).map(({ id }) => id)).toEqual(['lars']);
  });

  test('drop takes a notice away, and keeps of a digest that it was dropped and why', async () => {
    const { status, err } = await outbox('drop', news, digest, '--reason', 'closed', '--as', 'runa');
    expect(status).toBe(0);
    expect(err).toContain('a notice is taken away unsent');
    expect(await read('notice', 'notice~kirsten')).toBeUndefined();
    expect(await read('digest', `${today}~team~nord`)).toMatchObject({ state: 'dropped', why: 'closed' });
    expect((await outbox()).out).not.toContain(digest);
  });

  test.each(['retry', 'drop'])('%s says of what is gone by now that it is, and does the rest', async (does) => {
    const reason = does === 'drop' ? ['--reason', 'outdated'] : [];
    const gone = ['case~testby~C-9~x', `case~testby~${citizenCase.id}~x`, 'notice~testby~x', 'digest~testby~x'];
    const { status, out, err } = await outbox(does, ...gone, news, ...reason, '--as', 'runa');
    expect(status).toBe(1);
    for (const id of gone) expect(err).toContain(`${id}: it is not waiting any more`);
    expect(out).toMatch(new RegExp(`^${news}: `));
  });

  test.each(['lone', 'nobody'])('%s may neither retry nor drop', async (person) => {
    const { status, err } = await outbox('drop', row, '--reason', 'left', '--as', person);
    expect({ status, err }).toEqual({
      status: 1,
      err: `${person} is no administrator of testby; nothing was changed`,
    });
    expect((await read('case', citizenCase.id))?.outbox).toHaveLength(1);
  });

  test.each([
    [['mend', row], 'allowed: retry, drop'],
    [['retry', '--as', 'runa'], 'makker outbox lists the ids'],
    [['retry', 'x~testby~y', '--as', 'runa'], 'allowed: case~M~CASE~ROW'],
    [['retry', row], '--as is missing'],
    [['drop', row, '--as', 'runa', '--reason', 'because'], '--reason: allowed: left, told'],
    [['--as', 'runa'], '--as and --reason go with retry and drop'],
    [['retry', row, '--municipality', 'testby', '--as', 'runa'], 'each id names its own'],
  ])('%j is a wrong usage', async (args, why) => {
    const { status, out, err } = await outbox(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(why);
    expect(err).toContain('usage: makker outbox');
  });

  test.each([['--help'], ['drop', '--help']])('%j tells how it is called, and of nothing wrong', async (...args) => {
    const { status, err } = await outbox(...args);
    expect(status).toBe(2);
    expect(err).toMatch(/^usage: makker outbox/);
  });

  test('another municipality is refused', async () => {
    expect(await outbox('retry', 'notice~andeby~x', '--as', 'runa')).toMatchObject({
      status: 1,
      err: 'no rulebook is loaded for andeby; allowed: testby',
    });
  });
});
