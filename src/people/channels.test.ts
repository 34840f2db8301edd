import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../outbox/messenger.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { linkChannel, seenAt, setQuietDay, stopDigest, teamOfChannel } from './channels.ts';

const at = (conversationId: string, more: Partial<Address> = {}): Address => ({
  conversationId,
  serviceUrl: 'https://one.example/',
  tenantId: 't1',
  botId: '28:bot',
  ...more,
});
const place = (conversationId: string, digestAt: string) => ({
  address: at(conversationId),
  digestAt,
  since: '2026-04-01T10:00:00.000Z',
});
const NORD = { municipality: 'testby', id: 'nord' };
const SYD = { municipality: 'testby', id: 'syd' };

let store: Store;
let writes: number;
beforeEach(async () => {
  const real = createSqliteStore(':memory:');
  writes = 0;
  store = {
    ...real,
    create: (...args) => ((writes += 1), real.create(...args)),
    replace: (...args) => ((writes += 1), real.replace(...args)),
  };
  await real.create('team', { ...NORD, name: 'Team Nord', leads: [] });
});
afterEach(() => store.close());

const teamIn = async (conversationId: string) => (await teamOfChannel(store, conversationId))?.id;
const team = async ({ municipality, id }: typeof NORD) => (await store.read('team', municipality, id))?.item;

describe('A channel', () => {
  test('belongs to the team that was set up in it, also one that only roles have known of', async () => {
    await linkChannel(store, NORD, place('19:a', '08:00'));
    await linkChannel(store, SYD, place('19:b', '07:30'));
    expect([await teamIn('19:a'), await teamIn('19:b'), await teamIn('19:c')]).toEqual(['nord', 'syd', undefined]);
    expect(await team(NORD)).toMatchObject({ name: 'Team Nord', digestAt: '08:00' });
    expect(await team(SYD)).toMatchObject({ name: 'syd', digestAt: '07:30' });
  });

  test('that two leads take for their teams in the same moment is one team’s', async () => {
    const whole = { ...store };
    const both = Promise.withResolvers<void>();
    let waiting = 0;
    // Neither looks for other teams before both have been given the channel.
    store.list = async (...args) => {
      if ((waiting += 1) === 2) both.resolve();
      await both.promise;
      return whole.list(...args);
    };
    await Promise.all([NORD, SYD].map((one) => linkChannel(store, one, place('19:a', '08:00'))));
    const there = [await team(NORD), await team(SYD)].filter((one) => one?.address !== undefined);
    expect(there.map((one) => one?.id)).toEqual([await teamIn('19:a')]);
    expect(there).toHaveLength(1);
  });

  test('has one team, and a team one channel: moving and replacing leave nothing behind', async () => {
    await linkChannel(store, NORD, place('19:a', '08:00'));
    await linkChannel(store, SYD, place('19:b', '08:00'));
    await linkChannel(store, NORD, place('19:b', '08:00'));
    expect([await teamIn('19:a'), await teamIn('19:b')]).toEqual([undefined, 'nord']);
    expect(await team(SYD)).not.toHaveProperty('address');
  });

  test('linked again in the same way costs no write; one that was stopped goes on', async () => {
    await linkChannel(store, NORD, place('19:a', '08:00'));
    writes = 0;
    await linkChannel(store, NORD, place('19:a', '08:00'));
    expect(writes).toBe(0);
    await stopDigest(store, NORD);
    await setQuietDay(store, NORD, 'nothing');
    await linkChannel(store, NORD, place('19:a', '08:00'));
    expect(await team(NORD)).not.toHaveProperty('digestOff');
    expect(await team(NORD)).toMatchObject({ digestSince: '2026-04-01T10:00:00.000Z', quietDay: 'nothing' });
  });

  test('whatever write is the last before a kill: nobody loses a digest, and doing it again does the rest', async () => {
    for (let lives = 0; lives < 3; lives += 1) {
      await linkChannel(store, NORD, place('19:a', '08:00'));
      await linkChannel(store, SYD, place('19:b', '08:00'));
      let left = lives;
      const dies: Store['replace'] = (...args) =>
        (left -= 1) < 0 ? Promise.reject(new Error('killed')) : store.replace(...args);
      await expect(linkChannel({ ...store, replace: dies }, NORD, place('19:b', '09:00'))).rejects.toThrow('killed');
      for (const one of [NORD, SYD]) expect(await team(one)).toHaveProperty('address');
      await linkChannel(store, NORD, place('19:b', '09:00'));
      expect([await teamIn('19:b'), (await team(SYD))?.address]).toEqual(['nord', undefined]);
    }
  });
});

describe('Something that comes from a channel', () => {
  const newer = { serviceUrl: 'https://two.example/' };
  beforeEach(() => linkChannel(store, NORD, place('19:a', '08:00')));

  test('says how it is reached from now on, and whose it is; nothing new costs no write', async () => {
    writes = 0;
    expect(await seenAt(store, at('19:a'))).toEqual(NORD);
    expect(writes).toBe(0);
    expect(await seenAt(store, at('19:a', newer))).toEqual(NORD);
    expect((await team(NORD))?.address).toEqual(at('19:a', newer));
  });

  test('changes nothing when the channel is nobody’s, or another tenant says it', async () => {
    writes = 0;
    expect(await seenAt(store, at('19:x', newer))).toBeUndefined();
    expect(await seenAt(store, at('19:a', { ...newer, tenantId: 't2' }))).toBeUndefined();
    expect(writes).toBe(0);
  });
});
