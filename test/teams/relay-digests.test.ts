import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DigestJob } from '../../src/agenda/digest-job.ts';
import { wantEdit } from '../../src/agenda/digest-edits.ts';
import { createMakeDigests } from '../../src/agenda/make-digests.ts';
import { isoInstant } from '../../src/clock.ts';
import { createTellUndeliverable } from '../../src/agenda/tell-undeliverable.ts';
import { createDirectory } from '../../src/people/directory.ts';
import { personItem } from '../store/builders.ts';
import { relayStage } from './relay-stage.ts';

let stage: Awaited<ReturnType<typeof relayStage>>;

beforeEach(async () => {
  stage = await relayStage();
  for (const id of ['nord', 'syd'])
    await stage.store.create('team', {
      id,
      municipality: 'testby',
      name: `Team ${id}`,
      leads: [],
      address: stage.address(id),
    });
});
afterEach(() => stage.close());

const hour = 60 * 60_000;
const closingDaysOf = () => [];
const make = () => createMakeDigests({ store: stage.store, closingDaysOf, clock: stage.clock }).due('testby');
const jobs = async (): Promise<DigestJob[]> =>
  (await stage.store.list('digest', 'testby', { limit: 100 })).items.map(({ item }) => item);
const sentTo = () => stage.connector.calls.map(({ method, conversationId }) => `${method} ${conversationId}`);

describe("a team's digest", () => {
  test('goes to its channel once, and is kept as what was shown there', async () => {
    await make();
    const relay = stage.relay();
    await relay.drain();
    await make();
    await relay.drain();
    expect(sentTo().toSorted()).toEqual(['POST chat-nord', 'POST chat-syd']);
    const [nord] = await jobs();
    expect(nord).toMatchObject({ id: '2023-06-01~team~nord', state: 'sent', shown: { counts: { overdue: 1 } } });
    expect(nord).not.toHaveProperty('sendAt');
    expect(nord?.card?.activityId).toBeDefined();
  });

  test('on a quiet day of a team that wants none then is kept, and nothing is sent', async () => {
    await make();
    const shown = { counts: { overdue: 0, soon: 0, undated: 0 }, worst: [], open: [] };
    const digestCards = { post: async () => ({ shown }), edit: async () => undefined };
    await stage.relay({ digestCards }).drain();
    expect(sentTo()).toEqual([]);
    expect(await jobs()).toMatchObject([
      { state: 'quiet', shown },
      { state: 'quiet', shown },
    ]);
  });

  test('that Teams does not take for now is tried again until it does', async () => {
    stage.connector.next({ status: 502 }, { status: 429 });
    await make();
    const relay = stage.relay();
    await relay.drain();
    expect((await jobs()).map(({ state, why }) => [state, why])).toEqual([
      ['waiting', 'http-502 Fake'],
      ['waiting', 'http-429 Fake'],
    ]);
    stage.clock.time += hour;
    await relay.drain();
    expect((await jobs()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('that was made by another process waits until the agendas are those of the day', async () => {
    await make();
    let through = false;
    const relay = stage.relay({ isThrough: (_, day) => through && day === '2023-06-01' });
    await relay.drain();
    expect(sentTo()).toEqual([]);
    through = true;
    await relay.drain();
    expect(sentTo()).toHaveLength(2);
  });

  test('that was not sent on its day is not sent on another', async () => {
    stage.connector.next({ status: 502 }, { status: 502 });
    await make();
    const relay = stage.relay();
    await relay.drain();
    stage.clock.time += 24 * hour;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(2);
    expect((await jobs()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  });
});

describe('a channel that takes nothing from Makker', () => {
  const told = async () =>
    (await stage.store.list('notice', 'testby', { limit: 10 })).items.map(({ item }) => [item.to.person, item.says]);

  beforeEach(async () => {
    await stage.store.create('person', personItem('testby', 'ada', { roles: [{ role: 'admin' }] }));
  });
  const relay = () =>
    stage.relay({
      undeliverable: createTellUndeliverable({
        store: stage.store,
        directory: createDirectory({ store: stage.store }),
        closingDaysOf,
        clock: stage.clock,
      }),
    });

  test('is left alone until Makker is back there, and the administrators are told', async () => {
    stage.connector.always('chat-nord', { status: 403 });
    await make();
    const one = relay();
    await one.drain();
    stage.clock.time += hour;
    await one.drain();
    expect(sentTo().filter((sent) => sent.endsWith('nord'))).toHaveLength(1);
    const values = {
      municipality: 'testby',
      to: 'Team nord',
      on: '2023-06-01',
      why: 'unreachable',
      code: 'http-403 Fake',
    };
    expect(await told()).toEqual([['ada', { text: 'digest-undeliverable', values }]]);

    stage.connector.always('chat-nord', undefined);
    await one.releaseChannel('testby', 'nord');
    await one.drain();
    expect((await jobs()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('is tried again the next working day, and nobody is told the same twice', async () => {
    stage.connector.always('chat-nord', { status: 403 });
    await make();
    await relay().drain();
    stage.clock.time += 24 * hour;
    await make();
    await relay().drain();
    expect(sentTo().filter((sent) => sent.endsWith('nord'))).toHaveLength(2);
    expect(await told()).toHaveLength(1);
  });

  test('is told of once, however often somebody writes there or Makker is started again', async () => {
    stage.connector.always('chat-nord', { status: 403 });
    await make();
    const one = relay();
    await one.drain();
    const [{ item } = { item: { id: '' } }] = (await stage.store.list('notice', 'testby', { limit: 10 })).items;
    // Ada has been told.
    await stage.store.remove('notice', 'testby', item.id);
    await one.releaseChannel('testby', 'nord');
    await one.drain();
    expect(sentTo().filter((sent) => sent.endsWith('nord'))).toHaveLength(2);
    expect(await told()).toEqual([]);
  });

  test('or Teams itself that is away for long: each administrator is told once, not of each digest', async () => {
    for (const team of ['nord', 'syd']) stage.connector.always(`chat-${team}`, { status: 502 });
    await make();
    const one = relay();
    for (let tries = 0; tries < 13; tries += 1) {
      await one.drain();
      stage.clock.time += hour / 2;
    }
    expect(await told()).toMatchObject([['ada', { values: { why: 'retry', to: 'Team nord' } }]]);
  });

  test('is told of though yesterday’s digest was never tried', async () => {
    await make();
    stage.clock.time += 24 * hour;
    stage.connector.always('chat-nord', { status: 403 });
    await make();
    await relay().drain();
    expect(await told()).toMatchObject([['ada', { values: { on: '2023-06-02' } }]]);
  });
});

describe('the posted card of a digest', () => {
  const sent = async () => {
    await make();
    const relay = stage.relay();
    await relay.drain();
    return relay;
  };
  const want = () =>
    wantEdit(stage.store, { municipality: 'testby', id: '2023-06-01~team~nord', at: isoInstant(stage.clock.now()) });

  test('is shown anew when something on it has changed', async () => {
    const relay = await sent();
    await want();
    await relay.drain();
    expect(sentTo().slice(2)).toEqual(['PUT chat-nord']);
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(3);
  });

  test('is shown anew once more when something changes while it is on its way', async () => {
    await sent();
    await want();
    let first = true;
    const relay = stage.relay({
      digestCards: {
        post: async () => {
          throw new Error('nothing is to be posted');
        },
        edit: async () => {
          if (first) await want();
          first = false;
          return { card: { type: 'AdaptiveCard' }, summary: 'A digest' };
        },
      },
    });
    stage.clock.time += hour;
    await relay.drain();
    expect(sentTo().slice(2)).toEqual(['PUT chat-nord', 'PUT chat-nord']);
  });

  test('that somebody has taken away is let go', async () => {
    const relay = await sent();
    stage.connector.next({ status: 404 });
    await want();
    await relay.drain();
    stage.clock.time += hour;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(3);
    expect((await jobs())[0]).toMatchObject({ state: 'sent' });
  });
});
