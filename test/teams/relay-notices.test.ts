import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { notice, post, relayStage } from './relay-stage.ts';

let stage: Awaited<ReturnType<typeof relayStage>>;

beforeEach(async () => {
  stage = await relayStage();
});
afterEach(() => stage.close());

const minutes = (count: number): number => count * 60_000;
const left = async () => (await stage.store.list('notice', 'testby', { limit: 10 })).items.map(({ item }) => item);

describe('a notice', () => {
  test('is sent to the person, and is gone then', async () => {
    await stage.store.create('notice', notice('anna', { says: { text: 'left', values: { on: '2023-05-31' } } }));
    const relay = stage.relay();
    await relay.drain();
    expect(stage.connector.calls).toMatchObject([{ method: 'POST', conversationId: 'chat-anna' }]);
    expect(JSON.stringify(stage.connector.calls[0]?.body)).toContain('2023-05-31');
    expect(await left()).toEqual([]);
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(1);
  });

  test('stands in one queue with the cards of the same conversation', async () => {
    await stage.put(Array.from({ length: 5 }, (_, index) => post('anna', { id: `row-${index}` })));
    for (let count = 0; count < 5; count += 1)
      await stage.store.create('notice', notice('anna', { id: `notice-${count}` }));
    const relay = stage.relay();
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(7);
    stage.clock.time += 2000;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(10);
    expect(await left()).toEqual([]);
  });

  test('waits for somebody who has not opened Makker yet', async () => {
    await stage.setAddress('anna', undefined);
    await stage.store.create('notice', notice('anna'));
    await stage.store.create('notice', notice('bo'));
    const relay = stage.relay();
    await relay.drain();
    stage.clock.time += minutes(60);
    await relay.drain();
    expect(stage.connector.calls.map(({ conversationId }) => conversationId)).toEqual(['chat-bo']);
    expect(await left()).toMatchObject([{ to: { person: 'anna' } }]);

    await stage.setAddress('anna', stage.address('anna'));
    const anna = await stage.store.read('person', 'testby', 'anna');
    if (anna !== undefined) await relay.release(anna.item);
    await relay.drain();
    expect(stage.connector.calls.map(({ conversationId }) => conversationId)).toEqual(['chat-bo', 'chat-anna']);
    expect(await left()).toEqual([]);
  });

  test('that waited when a process was killed after the first contact is sent at the next start', async () => {
    const { sendAt: _, ...waiting } = notice('anna');
    await stage.store.create('notice', waiting);
    const relay = stage.relay();
    relay.start();
    await stage.connector.received(1);
    await relay.stop();
    expect(await left()).toEqual([]);
  });

  test('to somebody who has blocked Makker waits until they are back', async () => {
    await stage.store.create('notice', notice('anna'));
    stage.connector.next({ status: 403 });
    const relay = stage.relay();
    await relay.drain();
    stage.clock.time += minutes(60);
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(1);
    expect((await stage.store.read('person', 'testby', 'anna'))?.item).not.toHaveProperty('address');
    expect(await left()).toMatchObject([{ why: 'http-403 Fake' }]);
  });

  test.each([{ status: 502 }, { status: 413 }])('that Teams does not take (%j) is tried again', async (behaviour) => {
    await stage.store.create('notice', notice('anna'));
    stage.connector.next(behaviour);
    const relay = stage.relay();
    await relay.drain();
    const why = `http-${behaviour.status} Fake`;
    expect(await left()).toMatchObject([{ attempts: 1, sendAt: '2023-06-01T10:00:00.500Z', why }]);
    stage.clock.time += 500;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(2);
    expect(await left()).toEqual([]);
  });

  test('that is no news any more, or is for nobody, is taken away', async () => {
    const { sendAt: _, ...waiting } = notice('anna', { until: '2023-06-01T10:00:00.000Z' });
    await stage.store.create('notice', waiting);
    await stage.store.create('notice', notice('nobody'));
    await stage.relay().drain();
    expect(stage.connector.calls).toEqual([]);
    expect(await left()).toEqual([]);
  });
});
