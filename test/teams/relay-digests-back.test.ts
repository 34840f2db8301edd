import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { wantEdit } from '../../src/agenda/digest-edits.ts';
import type { DigestJob } from '../../src/agenda/digest-job.ts';
import { createMakeDigests } from '../../src/agenda/make-digests.ts';
import { isoInstant } from '../../src/clock.ts';
import { linkChannel, stopDigest } from '../../src/people/channels.ts';
import { createDirectory } from '../../src/people/directory.ts';
import { setMorning } from '../../src/people/own-times.ts';
import { personItem } from '../store/builders.ts';
import { relayStage } from './relay-stage.ts';

let stage: Awaited<ReturnType<typeof relayStage>>;
/** The digests of which an administrator is told that they do not get through. */
let told: string[];

beforeEach(async () => {
  stage = await relayStage();
  told = [];
});
afterEach(() => stage.close());

const hour = 60 * 60_000;
const NORD = { municipality: 'testby', id: 'nord' };
const since = '2023-06-01T09:00:00.000Z';
const make = () => createMakeDigests({ store: stage.store, closingDaysOf: () => [], clock: stage.clock }).due('testby');
const relay = () =>
  stage.relay({
    undeliverable: async ({ id }) => {
      told.push(id);
    },
  });
const jobs = async (): Promise<DigestJob[]> =>
  (await stage.store.list('digest', 'testby', { limit: 100 })).items.map(({ item }) => item);
const states = async () => (await jobs()).map(({ state }) => state);
const sentTo = () => stage.connector.calls.map(({ method, conversationId }) => `${method} ${conversationId}`);
const link = (team: typeof NORD, conversation: string) =>
  linkChannel(stage.store, team, { address: stage.address(conversation), digestAt: '07:30', since });
const wantAnew = () =>
  wantEdit(stage.store, { municipality: 'testby', id: '2023-06-01~team~nord', at: isoInstant(stage.clock.now()) });

describe('A digest that waits for its reader', () => {
  test('goes out though they came back in the very moment in which it was put aside', async () => {
    const ole = personItem('testby', 'ole', { morningAt: '07:30', address: stage.address('ole') });
    await stage.store.create('person', ole);
    const directory = createDirectory({ store: stage.store });
    await make();
    stage.connector.always('chat-ole', { status: 403 });
    const one = stage.relay({
      undeliverable: async () => {
        await directory.remember(ole, stage.address('anew'));
        await one.release(ole);
      },
    });
    await one.drain();
    await one.drain();
    expect(sentTo()).toEqual(['POST chat-ole', 'POST chat-anew']);
    expect(await states()).toEqual(['sent']);
  });

  test('is found by its id when they are back: the digests of others are not read', async () => {
    await link(NORD, 'nord');
    await make();
    const listed: string[] = [];
    const { store } = stage;
    const one = stage.relay({
      store: { ...store, list: (kind, ...rest) => (listed.push(kind), store.list(kind, ...rest)) },
    });
    await one.releaseChannel('testby', 'nord');
    expect(listed).not.toContain('digest');
  });
});

describe('A digest that is wanted no more', () => {
  test('is not sent to a channel that has said so while it waited', async () => {
    await link(NORD, 'nord');
    await make();
    stage.connector.next({ status: 502 });
    const one = relay();
    await one.drain();
    await stopDigest(stage.store, NORD);
    stage.clock.time += hour;
    await one.drain();
    expect(sentTo()).toEqual(['POST chat-nord']);
    expect(await states()).toEqual(['quiet']);
  });

  test('is not sent to somebody who has said so while it waited', async () => {
    await stage.store.create(
      'person',
      personItem('testby', 'ole', { morningAt: '07:30', address: stage.address('ole') }),
    );
    await make();
    await setMorning(stage.store, { municipality: 'testby', id: 'ole' }, undefined, since);
    await relay().drain();
    expect(sentTo()).toEqual([]);
    expect(await states()).toEqual(['quiet']);
  });
});

describe('Of a digest that has gone out nobody is told that it did not', () => {
  let one: ReturnType<typeof relay>;
  beforeEach(async () => {
    await link(NORD, 'nord');
    await make();
    one = relay();
    await one.drain();
  });

  test('though its channel is another team’s by now', async () => {
    await link({ municipality: 'testby', id: 'syd' }, 'nord');
    await wantAnew();
    await one.drain();
    expect(told).toEqual([]);
    expect((await jobs())[0]).not.toHaveProperty('sendAt');
  });

  test('though its card cannot be shown anew for hours', async () => {
    stage.connector.always('chat-nord', { status: 502 });
    await wantAnew();
    for (let tries = 0; tries < 13; tries += 1) {
      await one.drain();
      stage.clock.time += hour / 2;
    }
    expect(sentTo()).toHaveLength(14);
    expect(told).toEqual([]);
  });
});
