import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseItem } from '../../test/store/builders.ts';
import { notice, post, request } from '../../test/teams/relay-stage.ts';
import { createLog } from '../log.ts';
import type { NoticeItem } from '../outbox/notice.ts';
import { paused, withRows } from '../outbox/rows.ts';
import type { Items } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { countedAssistant, countedLog, countedMessenger } from './counted.ts';
import { createMetrics, type MetricsSources } from './metrics.ts';

const NOW = Date.parse('2023-06-01T10:00:00.000Z');
let folder: string;
let store: Store;
let metrics: ReturnType<typeof createMetrics>;
const lines: Record<string, unknown>[] = [];
const log = createLog({ write: (line) => lines.push(JSON.parse(line)) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-metrics-'));
  store = createSqliteStore(join(folder, 'makker.db'));
  metrics = createMetrics();
  lines.length = 0;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const read = async (overrides: Partial<MetricsSources> = {}): Promise<string> => {
  const from: MetricsSources = {
    store,
    shelf: { municipalities: () => ['testby'] },
    lease: { held: () => true },
    relay: { failingSince: () => undefined },
    clock: { now: () => NOW },
    log,
    ...overrides,
  };
  return (await metrics.read(from)).text;
};
const secondsAgo = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const job = (team: string, overrides: Partial<Items['digest']>): Items['digest'] => ({
  id: `2023-06-01~team~${team}`,
  municipality: 'testby',
  day: '2023-06-01',
  what: 'team',
  to: { team },
  plannedAt: secondsAgo(60),
  state: 'waiting',
  attempts: 0,
  ...overrides,
});

describe('the figures of what waits', () => {
  test('tell by source what is due, comes later or is paused, and how long the oldest has waited', async () => {
    const rows = [
      post('anna', { id: 'a', sendAt: secondsAgo(90) }),
      post('bo', { id: 'b', sendAt: secondsAgo(-60) }),
      paused(post('carl', { id: 'c' })),
    ];
    await store.create('case', withRows(caseItem('testby', 'C-1', { requests: [request()] }), rows));
    const { sendAt: _, ...waiting }: NoticeItem = notice('anna');
    await store.create('notice', waiting);
    await store.create('digest', job('nord', { sendAt: secondsAgo(30) }));
    await store.create('digest', job('syd', { state: 'sent' }));
    const text = await read();
    for (const line of [
      'makker_outbox_rows{municipality="testby",source="case",state="due"} 1',
      'makker_outbox_rows{municipality="testby",source="case",state="later"} 1',
      'makker_outbox_rows{municipality="testby",source="case",state="paused"} 1',
      'makker_outbox_rows{municipality="testby",source="notice",state="paused"} 1',
      'makker_outbox_rows{municipality="testby",source="digest",state="due"} 1',
      'makker_outbox_oldest_seconds{municipality="testby",source="case"} 90',
      'makker_outbox_oldest_seconds{municipality="testby",source="notice"} 0',
      'makker_outbox_oldest_seconds{municipality="testby",source="digest"} 30',
      'makker_digests{municipality="testby",state="sent"} 1',
      'makker_digests{municipality="testby",state="waiting"} 1',
      'makker_relay_lease 1',
      'makker_store_answers 1',
    ])
      expect(text.split('\n')).toContain(line);
  });

  test('find a card that waits for a first contact in a case where nothing else is to be sent', async () => {
    const item = caseItem('testby', 'C-1', { requests: [request()], expiresOn: '2023-06-14' });
    await store.create('case', withRows(item, [paused(post('carl'))]));
    expect(await read()).toContain('makker_outbox_rows{municipality="testby",source="case",state="paused"} 1');
  });

  test('tell of agendas whose day has come', async () => {
    await store.create('case', caseItem('testby', 'C-1', { recheckOn: '2023-06-01' }));
    await store.create('case', caseItem('testby', 'C-2', { recheckOn: '2023-06-02' }));
    expect(await read()).toContain('makker_agendas_to_project{municipality="testby",about="cases"} 1');
  });

  test('are missing while the store does not answer, and the others are there', async () => {
    await store.create('digest', job('nord', { sendAt: secondsAgo(30) }));
    await read();
    const broken = { ...store, list: () => Promise.reject(new Error('disk on fire')) };
    const text = await read({ store: broken, relay: { failingSince: () => NOW - 5000 } });
    expect(text).toContain('makker_store_answers 0');
    expect(text).toContain('makker_relay_failing_seconds 5');
    expect(text).not.toContain('testby');
    expect(lines).toMatchObject([{ code: 'store-unavailable' }]);
  });
});

describe('what happens is counted', () => {
  test('the end of each attempt to send, by the status alone', async () => {
    const to = { conversationId: 'chat-anna', serviceUrl: '', tenantId: '', botId: '' };
    const message = { card: {}, summary: '' };
    const messenger = countedMessenger(
      {
        post: async () => ({ outcome: 'sent', activityId: '1' }),
        edit: async () => ({ outcome: 'retry', code: 'http-429 Whatever' }),
      },
      metrics,
    );
    await messenger.post(to, message);
    await messenger.edit(to, '1', message);
    const text = await read();
    expect(text).toContain('makker_sends_total{what="post",outcome="sent",code=""} 1');
    expect(text).toContain('makker_sends_total{what="edit",outcome="retry",code="http-429"} 1');
    expect(text).not.toMatch(/Whatever|anna/);
  });

  test('what comes in, by whether it was answered, and the lines of the log', async () => {
    const failing = (): never => {
      throw new Error('no');
    };
    const assistant = countedAssistant(
      { say: failing, click: failing, welcome: failing, search: async () => [], caseCard: failing },
      metrics,
    );
    const turn: Parameters<typeof assistant.search>[0] = {
      person: { id: 'anna', municipality: 'testby', name: 'Anna', roles: [] },
      language: 'da',
      conversation: { id: 'chat-anna', type: 'personal' },
      activityId: '1',
      now: '',
      today: '2023-06-01',
    };
    await assistant.search(turn, { text: '', skip: 0, count: 1 });
    await expect(assistant.say(turn, 'hej')).rejects.toThrow('no');
    countedLog(log, metrics).problem('answer-slow');
    const text = await read();
    expect(text).toContain('makker_turns_total{kind="search",outcome="answered"} 1');
    expect(text).toContain('makker_turns_total{kind="message",outcome="failed"} 1');
    expect(text).toContain('makker_problems_total{code="answer-slow"} 1');
  });
});
