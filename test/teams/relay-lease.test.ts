import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createLease } from '../../src/outbox/lease.ts';
import { openStore } from '../../src/store/index.ts';
import { startCosmosServer } from '../support/cosmos-server.ts';
import { onSqlite, post, relayStage, type StagePlace } from './relay-stage.ts';

const onCosmos = async (): Promise<StagePlace> => {
  const server = await startCosmosServer();
  const { endpoint, key } = server;
  return {
    store: await openStore({ kind: 'cosmos', endpoint, key, database: 'makker' }),
    remove: () => server.close(),
  };
};

const seconds = (count: number): number => count * 1000;

describe.each([
  ['SQLite', onSqlite],
  ['Cosmos DB', onCosmos],
])('of two processes on one store (%s)', (_name, begin) => {
  let stage: Awaited<ReturnType<typeof relayStage>>;
  const sentTo = (): string[] => stage.connector.calls.map(({ conversationId }) => conversationId).toSorted();

  beforeEach(async () => {
    stage = await relayStage(begin);
  });
  afterEach(() => stage.close());

  test('one sends, and no message twice', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `row-${index}`);
    await stage.put(['anna', 'bo', 'carl'].flatMap((who) => ids.slice(0, 4).map((id) => post(who, { id: who + id }))));
    const processes = [stage.relay(), stage.relay()];
    await Promise.all([...processes, ...processes].map((each) => each.drain()));
    expect(sentTo()).toHaveLength(12);
    expect((await stage.stored()).outbox).toEqual([]);
  });

  test('the one that relays sends what the other has committed', async () => {
    const [first, second] = [stage.relay(), stage.relay()];
    await first.drain();
    await stage.put([post('anna')]);
    await second.drain();
    expect(sentTo()).toEqual([]);
    await first.drain();
    expect(sentTo()).toEqual(['chat-anna']);
  });

  test('the one that relays goes on as long as it lives', async () => {
    const [first, second] = [stage.relay(), stage.relay()];
    for (let round = 0; round < 30; round += 1) {
      await first.drain();
      await second.drain();
      stage.clock.time += seconds(5);
    }
    await stage.put([post('anna')]);
    await second.drain();
    expect(sentTo()).toEqual([]);
    await first.drain();
    expect(sentTo()).toEqual(['chat-anna']);
  });

  test('another follows when the first has died and its lease has run out, one of those who want to', async () => {
    const [first, ...others] = [stage.relay(), stage.relay(), stage.relay()];
    await first.drain();
    await stage.put([post('anna')]);
    stage.clock.time += seconds(29);
    await Promise.all(others.map((each) => each.drain()));
    expect(sentTo()).toEqual([]);
    stage.clock.time += seconds(2);
    await Promise.all(others.map((each) => each.drain()));
    expect(sentTo()).toEqual(['chat-anna']);
  });

  test('the other follows at once when the first has stopped in good order', async () => {
    const [first, second] = [stage.relay(), stage.relay()];
    await first.drain();
    await stage.put([post('anna')]);
    await first.stop();
    await second.drain();
    expect(sentTo()).toEqual(['chat-anna']);
  });

  test('one that was held up so long that the other has followed sends nothing more', async () => {
    await stage.put([post('anna')]);
    const second = stage.relay();
    const first = stage.relay({
      cardFor: async () => {
        // The machine sleeps here, and the other process takes over.
        stage.clock.time += seconds(31);
        await second.drain();
        return { card: { type: 'AdaptiveCard' }, summary: 'too late' };
      },
    });
    await first.drain();
    expect(stage.connector.calls.map(({ body }) => body['summary'])).toEqual(['A request']);
    expect((await stage.stored()).requests[0]?.cards).toHaveLength(1);
  });

  test('one whose clock was set back meanwhile does not take its lease for longer', async () => {
    const { store, log } = stage;
    const clock = { time: stage.clock.time, now: () => clock.time };
    const first = stage.relay({ lease: createLease({ store, holder: 'set-back', clock, log }) });
    const second = stage.relay();
    await first.drain();
    clock.time -= seconds(3600);
    stage.clock.time += seconds(31);
    await second.drain();
    await stage.put([post('anna')]);
    await first.drain();
    expect(sentTo()).toEqual([]);
    await second.drain();
    expect(sentTo()).toEqual(['chat-anna']);
  });

  test('one that comes back from a pause shortly before the end of its lease renews it first', async () => {
    await stage.put([post('anna')]);
    let paused = false;
    const relay = stage.relay({
      cardFor: () => {
        if (!paused) stage.clock.time += seconds(20);
        paused = true;
        return { card: { type: 'AdaptiveCard' }, summary: 'A request' };
      },
    });
    await relay.drain();
    expect(sentTo()).toEqual(['chat-anna']);
    const lease = await stage.store.read('lease', 'directory', 'relay');
    expect(lease?.item.until).toBe(new Date(stage.clock.time + seconds(30)).toISOString());
  });

  test('neither sends while the store does not say who may', async () => {
    await stage.put([post('anna')]);
    const relay = stage.relay({
      lease: { hold: () => Promise.reject(new Error('no store')), held: () => false, giveBack: async () => undefined },
    });
    await expect(relay.drain()).rejects.toThrow('no store');
    expect(sentTo()).toEqual([]);
  });
});
