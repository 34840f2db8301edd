import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { paused, withRows } from '../../src/outbox/rows.ts';
import { createProjectAnew } from '../../src/agenda/project-anew.ts';
import { createCases } from '../../src/cases/case-store.ts';
import { createLease } from '../../src/outbox/lease.ts';
import type { RelayParts } from '../../src/outbox/relay.ts';
import type { Store } from '../../src/store/port.ts';
import { fakeJudge } from '../support/fake-judge.ts';
import { edit, notice, post, relayStage } from './relay-stage.ts';

let stage: Awaited<ReturnType<typeof relayStage>>;

beforeEach(async () => {
  stage = await relayStage();
});
afterEach(() => stage.close());

const minutes = (count: number): number => count * 60_000;

describe('somebody who cannot be reached', () => {
  test('gets the message on first contact', async () => {
    await stage.setAddress('anna', undefined);
    await stage.put([post('anna')]);
    const relay = stage.relay();
    await relay.drain();
    expect(stage.connector.calls).toEqual([]);
    const { outbox, nextSendAt } = await stage.stored();
    expect(outbox).toHaveLength(1);
    expect(outbox[0]).not.toHaveProperty('sendAt');
    expect(nextSendAt).toBeUndefined();

    await stage.setAddress('anna', stage.address('anna'));
    const anna = await stage.store.read('person', 'testby', 'anna');
    if (anna !== undefined) await relay.release(anna.item);
    await relay.drain();
    expect(stage.connector.calls).toMatchObject([{ method: 'POST', conversationId: 'chat-anna' }]);
    expect((await stage.stored()).outbox).toEqual([]);
  });

  test.each([{ status: 403 }, { status: 404 }])(
    'any more (%j) is not tried again before they are back',
    async (behaviour) => {
      await stage.put([post('anna')]);
      stage.connector.next(behaviour);
      const relay = stage.relay();
      await relay.drain();
      stage.clock.time += minutes(60);
      await relay.drain();
      expect(stage.connector.calls).toHaveLength(1);
      // Without the dead address the next activity counts as a first contact.
      const anna = await stage.store.read('person', 'testby', 'anna');
      expect(anna?.item).not.toHaveProperty('address');
      expect((await stage.stored()).outbox[0]).not.toHaveProperty('sendAt');
    },
  );

  test('and makes contact at the very moment the row is put aside, is not forgotten', async () => {
    await stage.setAddress('anna', undefined);
    await stage.put([post('anna')]);
    const { store } = stage;
    const relay = stage.relay({
      store: {
        ...store,
        replace: async (kind, item, etag) => {
          // Their first activity: the address is kept, and nothing waits yet that could be released.
          await stage.setAddress('anna', stage.address('anna'));
          return store.replace(kind, item, etag);
        },
      },
    });
    await relay.drain();
    expect(stage.connector.calls).toHaveLength(1);
    expect((await stage.stored()).outbox).toEqual([]);
  });

  test('and whose contact was not followed up before a crash, is found at the next start', async () => {
    await stage.put([paused(post('anna'))]);
    const relay = stage.relay();
    relay.start();
    await stage.connector.received(1);
    await relay.stop();
    expect((await stage.stored()).outbox).toEqual([]);
  });
});

test('A message that has waited since before first contacts were found by what is stored goes out once agendas are projected', async () => {
  const { store, clock } = stage;
  await stage.put([paused(post('anna'))]);
  await stage.change((item) => {
    const { waitingFor: _, ...older } = item;
    return older;
  });
  await store.create('projection', { id: 'agenda', municipality: 'testby', rulebooks: '2 a', done: true });
  const relay = stage.relay();
  // Her first contact finds nothing that it could let go.
  const anna = await store.read('person', 'testby', 'anna');
  if (anna !== undefined) await relay.release(anna.item);
  await relay.drain();
  expect(stage.connector.calls).toEqual([]);
  const projectAnew = createProjectAnew({
    store,
    cases: createCases({ store, judge: fakeJudge(), clock, key: 'invented key' }),
    matters: { project: async () => 'absent' },
    rulebooksOf: () => 'a',
    recover: (municipality) => relay.recover(municipality),
  });
  await projectAnew(
    'testby',
    () => true,
    () => undefined,
  );
  await relay.drain();
  expect(stage.connector.calls).toMatchObject([{ method: 'POST', conversationId: 'chat-anna' }]);
  expect((await stage.stored()).outbox).toEqual([]);
});

describe('a request that moves on while its card is on the way', () => {
  const approveMeanwhile = (more: Partial<RelayParts> = {}) => {
    let approved = false;
    return stage.relay({
      messenger: {
        post: async (to, message) => {
          const sent = await stage.messenger.post(to, message);
          if (!approved)
            await stage.change((item) => ({
              ...item,
              requests: item.requests.map((each) => ({ ...each, state: 'approved' as const })),
            }));
          approved = true;
          return sent;
        },
        edit: async (to, activityId, message) => {
          const sent = await stage.messenger.edit(to, activityId, message);
          if (!approved)
            await stage.change((item) => ({
              ...item,
              requests: item.requests.map((each) => ({ ...each, state: 'approved' as const })),
            }));
          approved = true;
          return sent;
        },
      },
      ...more,
    });
  };

  test('ends with a card that shows the final state', async () => {
    await stage.put([post('anna')]);
    await approveMeanwhile().drain();
    expect(stage.connector.calls.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(stage.connector.calls[1]?.activityId).toBe(stage.connector.calls[0]?.givenId);
    expect(JSON.stringify(stage.connector.calls[1]?.body)).toContain('"state":"approved"');
    expect((await stage.stored()).outbox).toEqual([]);
  });

  test('is noted once and edited once, though the store lost its answer to the note', async () => {
    await stage.put([post('anna')]);
    const { store } = stage;
    let lost = false;
    const relay = approveMeanwhile({
      store: {
        ...store,
        replace: async (kind, item, etag) => {
          const answer = await store.replace(kind, item, etag);
          if (lost || kind !== 'case' || answer.outcome !== 'replaced') return answer;
          lost = true;
          // Sent again, it finds its own write.
          return { outcome: 'changed' };
        },
      },
    });
    await relay.drain();
    expect(stage.connector.calls.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    const { outbox, requests } = await stage.stored();
    expect([outbox, requests[0]?.cards.map(({ activityId }) => activityId)]).toEqual([
      [],
      [stage.connector.calls[0]?.givenId],
    ]);
  });

  test('is edited once more when the edit was already old', async () => {
    await stage.put([edit('anna', 'card-1')]);
    await approveMeanwhile().drain();
    expect(stage.connector.calls.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
    expect(JSON.stringify(stage.connector.calls[1]?.body)).toContain('"state":"approved"');
  });

  test('keeps what others write into the case at the same time', async () => {
    await stage.put([post('anna')]);
    const { store } = stage;
    let others = 0;
    const relay = stage.relay({
      store: {
        ...store,
        replace: async (kind, item, etag) => {
          if (kind === 'case' && others < 5) {
            others += 1;
            await stage.change((now) =>
              withRows(now, [...now.outbox, post('bo', { id: `other-${others}`, sendAt: '2023-06-02T10:00:00.000Z' })]),
            );
          }
          return store.replace(kind, item, etag);
        },
      },
    });
    await relay.drain();
    expect((await stage.stored()).outbox.map(({ id }) => id)).toEqual([
      'other-1',
      'other-2',
      'other-3',
      'other-4',
      'other-5',
    ]);
    expect(stage.connector.calls).toHaveLength(1);
  });
});

describe('killed at any instant', () => {
  /** Runs a relay that dies at its nth touch of store or connector, then one that lives. */
  const dieAt = async (nth: number): Promise<boolean> => {
    let touches = 0;
    const touch = async <R>(work: () => Promise<R>): Promise<R> => {
      touches += 1;
      if (touches >= nth) throw new Error('killed');
      return work();
    };
    const { store: whole, messenger } = stage;
    const store: Pick<Store, 'read' | 'create' | 'replace' | 'findCases' | 'findDigests' | 'list' | 'remove'> = {
      read: (kind, municipality, id) => touch(() => whole.read(kind, municipality, id)),
      create: (kind, item) => touch(() => whole.create(kind, item)),
      replace: (kind, item, etag) => touch(() => whole.replace(kind, item, etag)),
      findCases: (municipality, query, page) => touch(() => whole.findCases(municipality, query, page)),
      findDigests: (municipality, query, page) => touch(() => whole.findDigests(municipality, query, page)),
      list: (kind, municipality, page) => touch(() => whole.list(kind, municipality, page)),
      remove: (kind, municipality, id) => touch(() => whole.remove(kind, municipality, id)),
    };
    const dying = stage.relay({
      store,
      lease: createLease({ store, holder: 'dying', clock: stage.clock, log: stage.log }),
      messenger: {
        post: (to, message) => touch(() => messenger.post(to, message)),
        edit: (to, activityId, message) => touch(() => messenger.edit(to, activityId, message)),
      },
    });
    const died = await dying.drain().then(
      () => false,
      () => true,
    );
    // The lease of whoever died runs out.
    stage.clock.time += minutes(1);
    await stage.relay().drain();
    return died;
  };

  test('no message is lost; at worst one card is posted twice', async () => {
    let nth = 0;
    let died = true;
    while (died) {
      nth += 1;
      await stage.close();
      stage = await relayStage();
      await stage.setAddress('carl', undefined);
      await stage.setAddress('dora', stage.address('dora'));
      await stage.put([post('anna'), edit('bo', 'card-1'), post('carl')]);
      await stage.store.create('notice', notice('dora'));
      died = await dieAt(nth);
      const { outbox, requests } = await stage.stored();
      expect(outbox.map(({ id, sendAt }) => ({ id, sendAt }))).toEqual([{ id: 'post~carl', sendAt: undefined }]);
      const posts = stage.connector.calls.filter(({ conversationId }) => conversationId === 'chat-anna');
      expect(posts.length === 1 || posts.length === 2).toBe(true);
      expect(requests[0]?.cards.map(({ activityId }) => activityId)).toEqual([posts.at(-1)?.givenId]);
      expect(stage.connector.calls.some(({ method }) => method === 'PUT')).toBe(true);
      const notices = stage.connector.calls.filter(({ conversationId }) => conversationId === 'chat-dora');
      expect(notices.length === 1 || notices.length === 2).toBe(true);
      expect((await stage.store.list('notice', 'testby', { limit: 10 })).items).toEqual([]);
    }
    expect(nth).toBeGreaterThan(10);
  });
});
