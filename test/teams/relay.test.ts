import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { withRows } from '../../src/outbox/rows.ts';
import { eventually } from '../end-to-end/world.ts';
import { personItem } from '../store/builders.ts';
import { edit, notice, post, relayStage, request, START } from './relay-stage.ts';

let stage: Awaited<ReturnType<typeof relayStage>>;

beforeEach(async () => {
  stage = await relayStage();
});
afterEach(() => stage.close());

const minutes = (count: number): number => count * 60_000;

describe('what is due goes out', () => {
  test('to each person, and where each card stands is kept with the request', async () => {
    await stage.put([post('anna'), post('bo')]);
    await stage.relay().drain();
    const { outbox, requests, nextSendAt } = await stage.stored();
    expect(outbox).toEqual([]);
    expect(nextSendAt).toBeUndefined();
    expect(requests[0]?.cards.toSorted((a, b) => (a.person < b.person ? -1 : 1))).toEqual([
      { conversationId: 'chat-anna', activityId: expect.any(String), person: 'anna', face: 'lead' },
      { conversationId: 'chat-bo', activityId: expect.any(String), person: 'bo', face: 'lead' },
    ]);
    expect(stage.connector.calls.map(({ body }) => body['summary'])).toEqual(['A request', 'A request']);
  });

  test('but not before its time', async () => {
    await stage.put([post('anna', { sendAt: '2023-06-01T10:00:01.000Z' })]);
    const relay = stage.relay();
    await relay.drain();
    expect(stage.connector.calls).toEqual([]);
    stage.clock.time += 1000;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(1);
  });

  test('an edit shows the state the request has when it is sent', async () => {
    await stage.put([edit('anna', 'card-1')], request({ state: 'approved' }));
    await stage.relay().drain();
    expect(stage.connector.calls).toMatchObject([{ method: 'PUT', conversationId: 'chat-anna', activityId: 'card-1' }]);
    expect(JSON.stringify(stage.connector.calls[0]?.body)).toContain('"state":"approved"');
    expect((await stage.stored()).outbox).toEqual([]);
  });

  test('one message at a time in each conversation', async () => {
    let open = 0;
    let most = 0;
    const counted = stage.relay({
      messenger: {
        ...stage.messenger,
        post: async (to, message) => {
          most = Math.max(most, (open += 1));
          const sent = await stage.messenger.post(to, message);
          open -= 1;
          return sent;
        },
      },
    });
    await stage.put([post('anna'), post('anna', { id: 'second' }), post('anna', { id: 'third' })]);
    await counted.drain();
    expect(stage.connector.calls).toHaveLength(3);
    expect(most).toBe(1);
  });

  test('no faster than Teams takes it in one conversation', async () => {
    await stage.put(Array.from({ length: 10 }, (_, index) => post('anna', { id: `row-${index}` })));
    const relay = stage.relay();
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(7);
    stage.clock.time += 2000;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(10);
  });

  test('no faster than the app may send, however many conversations are sent to at once', async () => {
    for (let number = 0; number < 30; number += 1) {
      await stage.setAddress(`p${number}`, stage.address(`p${number}`));
      await stage.store.create('notice', notice(`p${number}`));
    }
    const times: number[] = [];
    const post: typeof stage.messenger.post = (to, message) => {
      times.push(stage.clock.time);
      return stage.messenger.post(to, message);
    };
    await stage.relay({ messenger: { ...stage.messenger, post } }).drain();
    expect(times.map((time) => time - START)).toEqual([...Array(25).fill(0), ...Array(5).fill(1000)]);
  });

  test('and of a little in one municipality, not only after all there is in others', async () => {
    const order: string[] = [];
    const put = async (municipality: string, id: string, sendAt: string) => {
      await stage.store.create('person', personItem(municipality, id, { address: stage.address(id) }));
      await stage.store.create('notice', notice(id, { municipality, sendAt }));
    };
    for (let number = 0; number < 20; number += 1)
      for (const place of ['anby', 'testby']) await put(place, `${place}-${number}`, '2023-06-01T09:00:00.000Z');
    await put('vestby', 'vera', '2023-06-01T10:00:00.000Z');
    const relay = stage.relay({
      shelf: { municipalities: () => ['anby', 'testby', 'vestby'] },
      messenger: {
        ...stage.messenger,
        post: async ({ conversationId }) => {
          order.push(conversationId);
          return { outcome: 'sent', activityId: 'a' };
        },
      },
    });
    await relay.drain();
    expect(order).toHaveLength(41);
    expect(order.indexOf('chat-vera')).toBeLessThan(32);
  });

  test('and direct answers count first', async () => {
    await stage.put([post('anna'), post('bo')]);
    const relay = stage.relay();
    for (let answers = 0; answers < 7; answers += 1) relay.sentDirectly('chat-anna');
    await relay.drain();
    expect(stage.connector.calls.map(({ conversationId }) => conversationId)).toEqual(['chat-bo']);
    stage.clock.time += 1000;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(2);
  });
});

describe('when Teams does not take a message', () => {
  test.each([
    ['429 with a time', { status: 429, retryAfter: '5' }, 5000],
    ['429 without one', { status: 429 }, 500],
    ['412', { status: 412 }, 500],
    ['502', { status: 502 }, 500],
    ['504', { status: 504 }, 500],
    ['silence', 'hang' as const, 500],
  ])('%s is tried again later, once each time, until it is taken', async (_what, behaviour, afterMs) => {
    await stage.put([post('anna')]);
    const relay = stage.relay();
    stage.connector.next(behaviour);
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(1);
    expect((await stage.stored()).outbox).toMatchObject([
      {
        attempts: 1,
        sendAt: new Date(START + afterMs).toISOString(),
        why: behaviour === 'hang' ? 'no-answer' : `http-${behaviour.status} Fake`,
      },
    ]);
    expect(stage.codes()).toEqual(['send-retry']);
    stage.clock.time += afterMs;
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(2);
    expect((await stage.stored()).outbox).toEqual([]);
  });

  test('the pauses grow while it goes on, and the message is still there a day later', async () => {
    await stage.put([post('anna')]);
    const relay = stage.relay();
    stage.connector.always('chat-anna', { status: 502 });
    const tries: number[] = [];
    for (let minute = 0; minute < 24 * 60; minute += 2.5) {
      const before = stage.connector.calls.length;
      await relay.drain();
      if (stage.connector.calls.length > before) tries.push(minute);
      stage.clock.time += minutes(2.5);
    }
    expect(tries.length).toBeGreaterThan(90);
    expect(tries.length).toBeLessThan(200);
    stage.connector.always('chat-anna', undefined);
    stage.clock.time += minutes(15);
    await relay.drain();
    expect((await stage.stored()).outbox).toEqual([]);
    expect((await stage.stored()).requests[0]?.cards).toHaveLength(1);
  });

  test('the other messages to that conversation wait too, and other conversations do not', async () => {
    await stage.put([post('anna'), post('anna', { id: 'second' }), post('bo', { sendAt: '2023-06-01T10:00:00.000Z' })]);
    stage.connector.always('chat-anna', { status: 429, retryAfter: '5' });
    await stage.relay().drain();
    expect(stage.connector.calls.map(({ conversationId }) => conversationId).toSorted()).toEqual([
      'chat-anna',
      'chat-bo',
    ]);
  });

  test('a card that cannot be made waits for us to mend it', async () => {
    await stage.put([post('anna')]);
    const broken = stage.relay({
      cardFor: () => {
        throw new Error('broken template');
      },
    });
    await broken.drain();
    expect(stage.connector.calls).toEqual([]);
    expect(stage.codes()).toEqual(['card-not-rendered', 'send-retry']);
    stage.clock.time += minutes(1);
    await stage.relay().drain();
    expect((await stage.stored()).outbox).toEqual([]);
  });
});

describe('a send that breaks on our side', () => {
  test('every time holds up no other message, and is tried again ever more rarely', async () => {
    const broken = Array.from({ length: 12 }, (_, index) => `broken-${index}`);
    for (const person of broken) await stage.setAddress(person, stage.address(person));
    await stage.put([...broken.map((person) => post(person)), post('anna', { id: 'first' }), post('anna'), post('bo')]);
    let tries = 0;
    const relay = stage.relay({
      messenger: {
        ...stage.messenger,
        post: async (to, message) => {
          if (to.conversationId.startsWith('chat-broken')) {
            tries += 1;
            throw new TypeError('a mistake of ours');
          }
          return stage.messenger.post(to, message);
        },
      },
    });
    await relay.drain();
    expect(stage.connector.calls.map(({ conversationId }) => conversationId).toSorted()).toEqual([
      'chat-anna',
      'chat-anna',
      'chat-bo',
    ]);
    expect((await stage.stored()).outbox).toHaveLength(broken.length);
    expect(new Set(stage.codes())).toEqual(new Set(['send-failed']));
    expect(tries).toBe(broken.length);
    for (let minute = 0; minute < 60; minute += 1) {
      stage.clock.time += minutes(1);
      await relay.drain();
    }
    expect(tries / broken.length).toBeGreaterThan(8);
    expect(tries / broken.length).toBeLessThan(20);
  });

  test('holds up nothing behind it in the same conversation', async () => {
    await stage.put([
      post('anna', { id: 'broken', card: { ...post('anna').card, requestId: 'r-broken' } }),
      post('anna'),
    ]);
    await stage.change((item) => ({ ...item, requests: [...item.requests, request({ id: 'r-broken' })] }));
    const { store } = stage;
    const relay = stage.relay({
      store: {
        ...store,
        replace: async (kind, item, etag) => {
          if (kind === 'case' && !JSON.stringify(item).includes('"broken"')) throw new Error('cannot be recorded');
          return store.replace(kind, item, etag);
        },
      },
    });
    await relay.drain();
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(2);
    expect((await stage.stored()).outbox.map(({ id }) => id)).toEqual(['broken']);
  });
});

describe('a relay whose rounds fail', () => {
  test('says since when, until one gets through', async () => {
    const lease = { away: true, held: () => true, giveBack: async () => undefined };
    const hold = () => (lease.away ? Promise.reject(new Error('disk on fire')) : Promise.resolve(true));
    const relay = stage.relay({ lease: { ...lease, hold } });
    expect(relay.failingSince()).toBeUndefined();
    relay.start();
    expect(await eventually('a round fails', async () => relay.failingSince())).toBe(START);
    lease.away = false;
    relay.poke();
    await eventually('a round gets through', async () => relay.failingSince() === undefined || undefined);
    await relay.stop();
  });
});

describe('a conversation that does not answer', () => {
  test('holds up no other, also not what comes due meanwhile', async () => {
    const hanging = Promise.withResolvers<void>();
    await stage.put([post('anna'), post('bo')]);
    const relay = stage.relay({
      messenger: {
        ...stage.messenger,
        post: async (to, message) => {
          if (to.conversationId === 'chat-anna') await hanging.promise;
          return stage.messenger.post(to, message);
        },
      },
    });
    const first = relay.drain();
    await stage.connector.received(1);
    await stage.change((item) => withRows(item, [...item.outbox, post('carl')]));
    const second = relay.drain();
    await stage.connector.received(2);
    expect(stage.connector.calls.map(({ conversationId }) => conversationId)).toEqual(['chat-bo', 'chat-carl']);
    hanging.resolve();
    await Promise.all([first, second]);
    expect(stage.connector.calls.at(-1)?.conversationId).toBe('chat-anna');
    expect((await stage.stored()).outbox).toEqual([]);
  });
});
