import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DigestJob } from '../../src/agenda/digest-job.ts';
import { wantEdit } from '../../src/agenda/digest-edits.ts';
import { civilDateAt, isoInstant } from '../../src/clock.ts';
import { readQueues } from '../../src/metrics/read-queues.ts';
import type { WaitingSource } from '../../src/outbox/waiting.ts';
import { notice, post, relayStage } from './relay-stage.ts';

let stage: Awaited<ReturnType<typeof relayStage>>;
let relay: ReturnType<typeof stage.relay>;

beforeEach(async () => {
  stage = await relayStage();
  relay = stage.relay();
});
afterEach(() => stage.close());

const MINUTE = 60_000;
const job = (): DigestJob => ({
  id: '2023-06-01~own~anna',
  municipality: 'testby',
  day: '2023-06-01',
  what: 'own',
  to: { person: 'anna' },
  plannedAt: isoInstant(stage.clock.time),
  state: 'waiting',
  attempts: 0,
  sendAt: isoInstant(stage.clock.time),
});
/** A message of each kind to Anna, due from now on. */
const put: Record<WaitingSource, () => Promise<unknown>> = {
  case: async () => {
    await stage.put([post('anna')]);
    await stage.change((item) => ({ ...item, expiresOn: '2023-06-14' }));
  },
  notice: () => stage.store.create('notice', notice('anna')),
  digest: async () => {
    const anna = await stage.store.read('person', 'testby', 'anna');
    if (anna !== undefined) await stage.store.replace('person', { ...anna.item, morningAt: '07:30' }, anna.etag);
    await stage.store.create('digest', job());
  },
};
const SOURCES: WaitingSource[] = ['case', 'notice', 'digest'];

const figures = async (of: WaitingSource) => {
  const { time } = stage.clock;
  const { queues } = await readQueues(stage.store, 'testby', time, civilDateAt(time));
  return queues.find(({ source }) => source === of);
};
const takes = (what: { status: number } | undefined) => stage.connector.always('chat-anna', what);
/** Tries again and again, for so many minutes. */
const tryFor = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    await relay.drain();
    stage.clock.time += MINUTE;
  }
};

describe.each(SOURCES)('a message that Teams does not take (%s)', (source) => {
  beforeEach(async () => {
    takes({ status: 502 });
    await put[source]();
    await tryFor(20);
  });

  test('has waited longer with each try, though each sets the next', async () => {
    expect(await figures(source)).toMatchObject({ paused: 0, oldestSeconds: 20 * 60 });
    await tryFor(10);
    expect(await figures(source)).toMatchObject({ paused: 0, oldestSeconds: 30 * 60 });
  });

  test('waits no longer once it is taken', async () => {
    takes(undefined);
    await tryFor(20);
    expect(await figures(source)).toEqual({ source, due: 0, later: 0, paused: 0, oldestSeconds: 0 });
  });

  test('is counted apart while its reader takes nothing, and begins anew when they are back', async () => {
    takes({ status: 403 });
    await tryFor(20);
    expect(await figures(source)).toEqual({ source, due: 0, later: 0, paused: 1, oldestSeconds: 0 });
    takes({ status: 502 });
    await stage.setAddress('anna', stage.address('anna'));
    const anna = await stage.store.read('person', 'testby', 'anna');
    if (anna !== undefined) {
      await stage.store.replace('person', { ...anna.item, morningAt: '07:30' }, anna.etag);
      await relay.release(anna.item);
    }
    await tryFor(5);
    expect(await figures(source)).toMatchObject({ paused: 0, oldestSeconds: 5 * 60 });
  });
});

test('an edit of a digest that came late counts from when it was wanted', async () => {
  await put.digest();
  takes({ status: 502 });
  await tryFor(20);
  takes(undefined);
  await tryFor(20);
  takes({ status: 502 });
  await wantEdit(stage.store, { municipality: 'testby', id: job().id, at: isoInstant(stage.clock.time) });
  await tryFor(3);
  expect(await figures('digest')).toMatchObject({ oldestSeconds: 3 * 60 });
});
