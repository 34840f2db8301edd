import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseItem } from '../../src/cases/case-item.ts';
import { createLog } from '../../src/log.ts';
import { createLease } from '../../src/outbox/lease.ts';
import type { Address } from '../../src/outbox/messenger.ts';
import type { NoticeItem } from '../../src/outbox/notice.ts';
import { createRelay, type RelayParts } from '../../src/outbox/relay.ts';
import type { OutboxRow } from '../../src/outbox/row.ts';
import { withRows } from '../../src/outbox/rows.ts';
import type { ApprovalRequest } from '../../src/requests/request.ts';
import type { Store } from '../../src/store/port.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { caseItem, personItem } from '../store/builders.ts';
import { startFakeConnector } from '../support/fake-connector.ts';

export const START = Date.parse('2023-06-01T10:00:00.000Z');

export const request = (overrides: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  id: 'testby~C-1~r1',
  state: 'open',
  revision: 1,
  question: { kind: 'extend-offer', offerId: 'o1', until: '2023-08-31' },
  decisionId: 'testby~C-1~d1',
  factsHash: 'hash',
  changed: [],
  askedBy: 'asker',
  askedAt: '2023-06-01T10:00:00.000Z',
  expiresOn: '2023-06-14',
  needs: [{ rule: 'RULE-1', form: 'agreement', roles: ['team-lead'] }],
  clicks: [],
  cards: [],
  ...overrides,
});

export const post = (person: string, overrides: Partial<OutboxRow> = {}): OutboxRow => ({
  id: `post~${person}`,
  to: { person },
  what: 'post',
  card: { name: 'request', requestId: 'testby~C-1~r1', face: 'lead' },
  attempts: 0,
  sendAt: '2023-06-01T10:00:00.000Z',
  ...overrides,
});

export const edit = (person: string, activityId: string, overrides: Partial<OutboxRow> = {}): OutboxRow =>
  post(person, { id: `edit~${activityId}`, what: 'edit', conversationId: `chat-${person}`, activityId, ...overrides });

export const notice = (person: string, overrides: Partial<NoticeItem> = {}): NoticeItem => ({
  id: `notice~${person}`,
  municipality: 'testby',
  to: { person },
  says: { text: 'stranger', values: {} },
  attempts: 0,
  sendAt: '2023-06-01T10:00:00.000Z',
  until: '2023-06-30T10:00:00.000Z',
  ...overrides,
});

/** Where a stage keeps its data. */
export interface StagePlace {
  store: Store;
  remove(): Promise<void>;
}

export const onSqlite = async (): Promise<StagePlace> => {
  const dir = mkdtempSync(join(tmpdir(), 'makker-relay-'));
  return {
    store: createSqliteStore(join(dir, 'makker.db')),
    remove: async () => rmSync(dir, { recursive: true, force: true }),
  };
};

/** A store with one case and three people, a connector, and a relay between them whose clock stands still. */
export async function relayStage(begin: () => Promise<StagePlace> = onSqlite) {
  const place = await begin();
  const { store } = place;
  const connector = await startFakeConnector();
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ write: (line) => lines.push(JSON.parse(line)) });
  const clock = { time: START, now: () => clock.time };
  const address = (person: string): Address => ({
    conversationId: `chat-${person}`,
    serviceUrl: connector.serviceUrl,
    tenantId: 'tenant',
    botId: '28:bot',
    userId: `29:${person}`,
  });
  const messenger = createMessenger({
    adapter: createAdapter({ clock, log, attemptMs: 1000 }),
    appId: '',
    serviceHosts: ['127.0.0.1'],
    clock,
  });
  let processes = 0;
  /** A relay as another process would have it, with the lease of its own name. */
  const relay = (overrides: Partial<RelayParts> = {}) =>
    createRelay({
      store,
      shelf: { municipalities: () => ['testby'] },
      lease: createLease({ store, holder: `process-${(processes += 1)}`, clock, log }),
      messenger,
      noticeCard: ({ says }, to) => ({ card: { type: 'AdaptiveCard', says, for: to.id }, summary: 'A notice' }),
      isThrough: () => true,
      digestCards: {
        post: async ({ id }) => ({
          message: { card: { type: 'AdaptiveCard', digest: id }, summary: 'A digest' },
          shown: { counts: { overdue: 1, soon: 0, undated: 0 }, worst: [], open: ['x'] },
        }),
        edit: async ({ id }) => ({ card: { type: 'AdaptiveCard', again: id }, summary: 'A digest' }),
      },
      undeliverable: async () => undefined,
      cardFor: (item, row, to) => {
        const shown = item.requests.find(({ id }) => id === row.card.requestId);
        return { card: { type: 'AdaptiveCard', state: shown?.state, for: to.id }, summary: 'A request' };
      },
      clock,
      wait: async (ms) => {
        clock.time += ms;
      },
      random: () => 0,
      log,
      ...overrides,
    });
  const put = async (rows: OutboxRow[], of: ApprovalRequest = request()): Promise<void> => {
    await store.create('case', withRows(caseItem('testby', 'C-1', { requests: [of] }), rows));
  };
  const stored = async (): Promise<CaseItem> => {
    const found = await store.read('case', 'testby', 'C-1');
    if (found === undefined) throw new Error('the case is gone');
    return found.item;
  };
  /** Changes the case as another part of Makker would while the relay works. */
  const change = async (how: (item: CaseItem) => CaseItem): Promise<void> => {
    const found = await store.read('case', 'testby', 'C-1');
    if (found !== undefined) await store.replace('case', how(found.item), found.etag);
  };
  const setAddress = async (person: string, to: Address | undefined): Promise<void> => {
    const found = await store.read('person', 'testby', person);
    const item = personItem('testby', person, to === undefined ? {} : { address: to });
    if (found === undefined) await store.create('person', item);
    else await store.replace('person', item, found.etag);
  };
  for (const person of ['anna', 'bo', 'carl']) await setAddress(person, address(person));
  return {
    store,
    connector,
    messenger,
    log,
    lines,
    clock,
    address,
    relay,
    put,
    stored,
    change,
    setAddress,
    codes: () => lines.flatMap(({ code }) => (code === undefined ? [] : [code])),
    close: async () => {
      await connector.close();
      await store.close();
      await place.remove();
    },
  };
}
