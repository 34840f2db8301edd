import { setTimeout } from 'node:timers/promises';
import { createAccessLog } from './access/access-log.ts';
import { watchReads } from './access/watch-reads.ts';
import { createMakeDigests } from './agenda/make-digests.ts';
import { closingDaysBy } from './agenda/closing-days.ts';
import { createProjectAnew } from './agenda/project-anew.ts';
import { createCases, type Cases } from './cases/case-store.ts';
import { createMatters, type Matters } from './cases/matter-store.ts';
import { systemClock, type Clock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { halfCopy } from './copy/half-copy.ts';
import { createAssistant } from './conversation/create-assistant.ts';
import { createDaily, type DailyParts, type Every } from './daily.ts';
import { createDigestCards } from './digest-card.ts';
import { createDigestClock } from './digest-clock.ts';
import { createReadiness } from './health/readiness.ts';
import { newId } from './ids.ts';
import { createJudge, createJudgeMatter } from './judge.ts';
import { keptCards } from './kept-cards.ts';
import { createLog, type Log } from './log.ts';
import { countedAssistant, countedLog, countedMessenger } from './metrics/counted.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createNoticeCard } from './notice-card.ts';
import { createOutboxCard } from './outbox-card.ts';
import { createLease } from './outbox/lease.ts';
import { createRelay } from './outbox/relay.ts';
import { createTellUndeliverable } from './agenda/tell-undeliverable.ts';
import { seenAt } from './people/channels.ts';
import { createDirectory } from './people/directory.ts';
import { createGreetings } from './people/greetings.ts';
import { createStrangers } from './people/strangers.ts';
import { receiptKey } from './receipt-key.ts';
import { type ProgramFiles, readProgramFiles } from './program-files.ts';
import { archiveRulebooks } from './receipts/archive-rulebooks.ts';
import { createReceipts } from './receipts/receipts.ts';
import { createRequests } from './requests/requests.ts';
import { withTending } from './requests/with-tending.ts';
import { purgeMonthly } from './retention/monthly.ts';
import { createOwnList } from './own-list-card.ts';
import { createWeek } from './week-card.ts';
import { openStore } from './store/index.ts';
import type { Store } from './store/port.ts';
import { watchWrites } from './store/watch-writes.ts';
import { createAdapter } from './teams/adapter.ts';
import { createBackground } from './teams/background.ts';
import { createBot } from './teams/bot.ts';
import { createMessenger } from './teams/messenger.ts';
import { createServer } from './teams/server.ts';

/** Teams delivers a click again that is not answered within about 2 seconds. */
const ANSWER_WITHIN_MS = 1700;
/** Teams delivers a message again whose request is not answered within 15 seconds. */
const DELIVER_WITHIN_MS = 11_000;
const ATTEMPT_MS = 10_000;

/** Makker at work. */
export interface Running {
  port: number;
  store: Store;
  cases: Cases;
  matters: Matters;
  /** Stops listening, gives the answers that were promised, ends the daily run, records the sends under way, closes the store. All of it once. */
  close(): Promise<void>;
}

/** What the machine gives; a test gives its own. */
export interface Machine {
  clock: Clock;
  log: Log;
  /** From 0 up to 1. */
  random: () => number;
  every: Every;
  openStore: typeof openStore;
  files: ProgramFiles;
  /** So many milliseconds a click or a message waits for its answer before it is told that the answer comes later. */
  answerWithinMs: number;
}

/** Looking whether it is another day keeps no process alive. */
const timer: Every = (ms, what) => {
  const interval = setInterval(what, ms).unref();
  return () => clearInterval(interval);
};

/** Puts everything together and starts it. Throws when a rulebook, a card or the store cannot be used. */
export async function start(config: Config, machine: Partial<Machine> = {}): Promise<Running> {
  const { clock = systemClock, random = Math.random, every = timer, answerWithinMs = ANSWER_WITHIN_MS } = machine;
  const metrics = createMetrics();
  const log = countedLog(machine.log ?? createLog(), metrics);
  const open = machine.openStore ?? openStore;
  const { shelf, scheduleOf, cards, say } = machine.files ?? readProgramFiles();
  const judge = createJudge(shelf);
  const { store: written, writable } = watchWrites(await open(config.store));
  const { store, watch } = watchReads(written);
  try {
    const half = await halfCopy(store);
    if (half !== undefined) throw new Error(half);
    const key = receiptKey(config.receiptKey);
    await archiveRulebooks(store, shelf.texts());
    const { serviceHosts } = config;
    const directory = createDirectory({ store });
    const adapter = createAdapter({ bot: config.bot, clock, log, attemptMs: ATTEMPT_MS });
    const messenger = createMessenger({ adapter, appId: config.bot?.appId ?? '', serviceHosts, clock });
    const access = createAccessLog({ store, watch });
    const requestCards = createOutboxCard({ cards, clock, directory, store, judge, say });
    const cardFor = keptCards(requestCards, { access, clock });
    const noticeCard = createNoticeCard({ cards, say });
    const lease = createLease({ store, holder: newId(), clock, log });
    const closingDaysOf = closingDaysBy(shelf);
    const week = createWeek({ store, shelf, directory, say });
    const own = createOwnList({ store, shelf, directory, judge, say });
    const digestServices = { store, shelf, directory, judge };
    const digestCards = createDigestCards({
      cards,
      say,
      services: digestServices,
      access,
      clock,
      personal: { own, week },
    });
    const undeliverable = createTellUndeliverable({ store, directory, closingDaysOf, clock });
    const relay = createRelay({
      store,
      shelf,
      lease,
      messenger: countedMessenger(messenger, metrics),
      cardFor,
      noticeCard,
      digestCards,
      isThrough: (municipality, day) => daily.isThrough(municipality, day),
      undeliverable,
      clock,
      wait: (ms) => setTimeout(ms),
      random,
      log,
    });
    const cases = createCases({ store, judge, clock, key });
    const matters = createMatters({ store, judge: createJudgeMatter(shelf), clock });
    const receipts = createReceipts({ store, key, clock, ids: newId });
    const poke = () => relay.poke();
    const requests = createRequests({ cases, directory, receipts, judge, store, key, clock, poke });
    const purge: DailyParts['purge'] = (municipality, day, goesOn) =>
      purgeMonthly({ store, cases, clock }, { municipality, schedule: scheduleOf(municipality), day, goesOn });
    const hashes = (municipality: string): string => shelf.hashes(municipality).toSorted().join(' ');
    const projectAnew = createProjectAnew({
      store,
      cases,
      matters,
      rulebooksOf: hashes,
      recover: (municipality) => relay.recover(municipality),
    });
    const daily = createDaily({ shelf, requests, cases, matters, projectAnew, store, purge, poke, clock, every, log });
    const digests = createMakeDigests({ store, closingDaysOf, clock });
    const digestClock = createDigestClock({ shelf, daily, digests, poke, clock, every, log });
    const tended = withTending(cases, requests, (municipality, caseId, err) =>
      log.problem('requests-not-tended', { municipality, case: caseId, err }),
    );
    const assistant = createAssistant({
      access,
      cases: tended,
      matters,
      directory,
      receipts,
      requests,
      shelf,
      store,
      judge,
      log,
      say,
      ids: newId,
      poke,
    });
    const strangers = createStrangers({ store, shelf, directory, clock, log, poke });
    const background = createBackground(log);
    const bot = createBot({
      background,
      assistant: countedAssistant(assistant, metrics),
      directory,
      greetings: createGreetings({ store }),
      strangers,
      channels: { seenAt: (address) => seenAt(store, address) },
      cards,
      say,
      relay,
      messenger,
      clock,
      ids: newId,
      log,
      wait: (ms) => setTimeout(ms),
      answerWithinMs,
      deliverWithinMs: DELIVER_WITHIN_MS,
    });
    const health = {
      ready: createReadiness({ store, writable, shelf, relay, clock, log }),
      metrics: () => metrics.read({ store, shelf, lease, relay, clock, log }),
    };
    const server = createServer({ config, adapter, bot, health, log });
    const { port } = await server.listen();
    relay.start();
    daily.start();
    digestClock.start();
    log.info('listening', { host: config.host, port, store: config.store.kind, rulebooks: shelf.municipalities() });
    const stop = async (): Promise<void> => {
      await server.close();
      await background.ended();
      await digestClock.stop();
      await daily.stop();
      await strangers.stop();
      await relay.stop();
      await store.close();
    };
    let stopped: Promise<void> | undefined;
    return { port, store, cases: tended, matters, close: () => (stopped ??= stop()) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(): Promise<void> {
  const result = readConfig(process.env);
  if ('problems' in result) {
    console.error(result.problems.join('\n'));
    process.exitCode = 1;
    return;
  }
  // Asked to stop while still starting, it stops as soon as it has started.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    const running = await start(result.config);
    await stopped;
    await running.close();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (import.meta.main) await serve();
