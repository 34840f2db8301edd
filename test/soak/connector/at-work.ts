import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createMakeDigests } from '../../../src/agenda/make-digests.ts';
import { createTellUndeliverable } from '../../../src/agenda/tell-undeliverable.ts';
import { isoInstant } from '../../../src/clock.ts';
import { createLog } from '../../../src/log.ts';
import { createLease } from '../../../src/outbox/lease.ts';
import { createRelay, type Relay } from '../../../src/outbox/relay.ts';
import { createDirectory } from '../../../src/people/directory.ts';
import type { Store } from '../../../src/store/port.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { createAdapter } from '../../../src/teams/adapter.ts';
import { createMessenger } from '../../../src/teams/messenger.ts';
import { entriesOf, MUNICIPALITIES, type Reader } from './offices.ts';

/** Eight in the morning of a Wednesday. */
const BEGINS = '2026-11-25T07:00:00.000Z';
const ENDS = '2026-12-25T07:00:00.000Z';
/** Ten seconds in production. */
export const ATTEMPT_MS = 2000;

/** The outbox at work, with its real way to Teams. */
export interface AtWork {
  store: Store;
  relay: Relay;
  /** The instant that it is for Makker, in ISO. */
  now(): string;
  stop(): Promise<void>;
}

/** What a message is about, as it stands in its card. */
export const aboutDigest = (municipality: string, id: string): string => `digest~${municipality}~${id}`;
export const isDigest = (about: string): boolean => about.startsWith('digest~');
export const aboutNotice = (municipality: string, id: string): string => `besked~${municipality}~${id}`;

const message = (about: string, summary: string) => ({ card: { type: 'AdaptiveCard', about }, summary });

/** Fills a store with the readers, makes their digests and begins to send. */
export const beginWork = async (readers: readonly Reader[], serviceUrl: string): Promise<AtWork> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-connector-'));
  const store = createSqliteStore(join(folder, 'makker.db'));
  const offset = Date.parse(BEGINS) - Date.now();
  const clock = { now: () => Date.now() + offset };
  const log = createLog({ write: () => undefined });
  const closingDaysOf = () => [];
  await store.createTogether(entriesOf(readers, serviceUrl, isoInstant(clock.now()), ENDS));
  const digests = createMakeDigests({ store, closingDaysOf, clock });
  for (const municipality of MUNICIPALITIES) await digests.due(municipality);
  const relay = createRelay({
    store,
    shelf: { municipalities: () => MUNICIPALITIES },
    lease: createLease({ store, holder: 'soak', clock, log }),
    messenger: createMessenger({
      adapter: createAdapter({ clock, log, attemptMs: ATTEMPT_MS }),
      appId: '',
      serviceHosts: ['127.0.0.1'],
      clock,
    }),
    cardFor: () => {
      throw new Error('there are no requests');
    },
    noticeCard: ({ municipality, id }) => message(aboutNotice(municipality, id), 'A notice'),
    isThrough: () => true,
    digestCards: {
      post: async ({ municipality, id }) => ({
        message: message(aboutDigest(municipality, id), 'A digest'),
        shown: { counts: { overdue: 1, soon: 0, undated: 0 }, worst: [], open: ['x'] },
      }),
      edit: async ({ municipality, id }) => message(aboutDigest(municipality, id), 'A digest, edited'),
    },
    undeliverable: createTellUndeliverable({ store, directory: createDirectory({ store }), closingDaysOf, clock }),
    clock,
    wait: (ms) => setTimeout(ms),
    random: Math.random,
    log,
  });
  relay.start();
  return {
    store,
    relay,
    now: () => isoInstant(clock.now()),
    stop: async () => {
      await relay.stop();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};
