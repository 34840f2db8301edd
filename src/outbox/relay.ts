import type { CaseItem } from '../cases/case-item.ts';
import { isoInstant, type Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { backoff } from './backoff.ts';
import { changeCase, eachCase } from './case-access.ts';
import type { Message, Messenger } from './messenger.ts';
import type { OutboxRow } from './row.ts';
import { released } from './rows.ts';
import { createSender, type Job } from './sender.ts';
import { createThrottle } from './throttle.ts';

export interface Relay {
  /** There is work: look now instead of at the next round. */
  poke(): void;
  /** Sends until nothing is due that may go out now. */
  drain(): Promise<void>;
  start(): void;
  /** Resolves when the sends under way have been recorded. */
  stop(): Promise<void>;
  /** Lets go what waited for this person, who can be reached now. */
  release(person: PersonItem): Promise<void>;
  /** A direct answer went to the conversation: it counts, and goes first. */
  sentDirectly(conversationId: string): void;
}

export interface RelayParts {
  store: Pick<Store, 'read' | 'replace' | 'findCases'>;
  shelf: { municipalities(): string[] };
  messenger: Messenger;
  /** The card of a row, from the state the case has when it is sent. */
  cardFor: (item: CaseItem, row: OutboxRow, to: PersonItem) => Message | Promise<Message>;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  log: Log;
}

/** A round runs at least this often, for what was left by a process that was killed. */
const ROUND_MS = 30_000;
/** Conversations that are sent to at the same time. */
const AT_ONCE = 8;

const keyOf = ({ municipality, caseId, row }: Job): string => `${municipality}~${caseId}~${row.id}`;
const isDue = ({ sendAt }: OutboxRow, now: string): boolean => sendAt !== undefined && sendAt <= now;

/**
 * Sends what the cases' outboxes hold, one message at a time in each conversation. A row is removed only after
 * Teams has taken the message, so killing the process at any instant loses none; at worst, between the answer of
 * Teams and the record of it, one card is posted twice.
 */
export function createRelay(parts: RelayParts): Relay {
  const { store, shelf, clock, random, log } = parts;
  const throttle = createThrottle();
  const sender = createSender({ ...parts, throttle });
  /** Until when (milliseconds) a conversation takes nothing more, or a single row that broke is left alone. */
  const waitUntil = new Map<string, number>();
  /** How often in a row the sending of a row broke. */
  const failures = new Map<string, number>();
  let running: Promise<void> | undefined;
  /** Somebody asked to look again; `wake` ends the wait for a lane. */
  let again = false;
  let wake = (): void => {};
  /** Something was tried since the last look, so there may be more to do. */
  let worked = false;
  let started = false;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;

  /** A send that broke: the row waits, longer each time. In memory, because recording it may be what broke. */
  const failed = (job: Job, err: unknown): void => {
    log.problem('send-failed', { case: job.caseId, row: job.row.id, err });
    const key = keyOf(job);
    const before = failures.get(key) ?? 0;
    failures.set(key, before + 1);
    waitUntil.set(key, clock.now() + backoff(before, undefined, random));
  };

  /** What is due, by conversation, oldest first. */
  const dueJobs = async (): Promise<Map<string, Job[]>> => {
    for (const [key, until] of waitUntil) if (until <= clock.now()) waitUntil.delete(key);
    const now = isoInstant(clock.now());
    const jobs = new Map<string, Job[]>();
    const seen = new Set<string>();
    for (const municipality of shelf.municipalities()) {
      for await (const item of eachCase(store, municipality, { by: 'nextSendAt', before: now })) {
        for (const row of item.outbox.filter((each) => isDue(each, now))) {
          const job = { municipality, caseId: item.id, row };
          seen.add(keyOf(job));
          if (waitUntil.has(keyOf(job))) continue;
          try {
            const conversation = await sender.conversationOf(job);
            jobs.set(conversation, [...(jobs.get(conversation) ?? []), job]);
          } catch (err) {
            failed(job, err);
            worked = true;
          }
        }
      }
    }
    for (const key of failures.keys()) if (!seen.has(key)) failures.delete(key);
    return new Map([...jobs].toSorted(([, [a]], [, [b]]) => ((a?.row.sendAt ?? '') < (b?.row.sendAt ?? '') ? -1 : 1)));
  };

  /** Sends the jobs of one conversation until it closes. */
  const work = async (conversation: string, jobs: Job[]): Promise<void> => {
    for (const job of jobs) {
      const closed = Math.max(
        waitUntil.get(conversation) ?? 0,
        clock.now() + throttle.delay(conversation, clock.now()),
      );
      if (closed > clock.now()) waitUntil.set(conversation, closed);
      if (stopping || closed > clock.now()) break;
      if (waitUntil.has(keyOf(job))) continue;
      try {
        const retryAt = await sender.send(job);
        failures.delete(keyOf(job));
        if (retryAt !== undefined) waitUntil.set(conversation, retryAt);
      } catch (err) {
        failed(job, err);
      }
      worked = true;
    }
  };

  /**
   * Looks for what is due and works at it in lanes, one conversation in each. A lane that ends makes room for the next
   * conversation, and a poke makes it look again, however long another conversation takes to answer.
   */
  const sendAll = async (): Promise<void> => {
    const lanes = new Map<string, Promise<void>>();
    let queue = new Map<string, Job[]>();
    try {
      while (!stopping) {
        if (again) {
          again = false;
          queue = await dueJobs();
          for (const conversation of lanes.keys()) queue.delete(conversation);
        }
        for (const [conversation, jobs] of queue) {
          if (lanes.size >= AT_ONCE) break;
          queue.delete(conversation);
          const lane = work(conversation, jobs).finally(() => lanes.delete(conversation));
          lanes.set(conversation, lane);
        }
        if (queue.size === 0 && worked) {
          worked = false;
          again = true;
        }
        if (again) continue;
        if (lanes.size === 0) return;
        const poked = Promise.withResolvers<void>();
        wake = poked.resolve;
        await Promise.race([...lanes.values(), poked.promise]);
      }
    } finally {
      await Promise.all(lanes.values());
    }
  };

  const drain = (): Promise<void> => {
    again = true;
    wake();
    running ??= (async () => {
      try {
        // A poke that comes while the last lanes end is not lost.
        do await sendAll();
        while (again && !stopping);
      } finally {
        running = undefined;
      }
    })();
    return running;
  };

  const tick = (): void => {
    clearTimeout(timer);
    // While a conversation keeps a run from ending, what comes due in others is found all the same.
    timer = setTimeout(tick, ROUND_MS);
    drain()
      .catch((err: unknown) => log.problem('relay-failed', { err }))
      .finally(() => {
        if (stopping) return;
        clearTimeout(timer);
        const soonest = Math.min(...waitUntil.values(), clock.now() + ROUND_MS);
        timer = setTimeout(tick, Math.max(0, soonest - clock.now()));
      });
  };

  const releaseCase = (item: CaseItem, person: string): Promise<void> =>
    changeCase(store, item.municipality, item.id, (now) => released(now, person, isoInstant(clock.now())));

  /** What a process left waiting that was killed between a first contact and its release. */
  const recover = async (): Promise<void> => {
    for (const municipality of shelf.municipalities())
      for await (const item of eachCase(store, municipality, { by: 'all' }))
        for (const { to, sendAt } of item.outbox)
          if (sendAt === undefined && 'person' in to) {
            const person = await store.read('person', municipality, to.person);
            if (person?.item.address !== undefined) await releaseCase(item, to.person);
          }
  };

  const poke = (): void => {
    if (started && !stopping) tick();
  };

  return {
    poke,
    drain,
    start: () => {
      started = true;
      recover()
        .catch((err: unknown) => log.problem('relay-failed', { err }))
        .finally(poke);
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      // Its failure is in the log already.
      await running?.catch(() => undefined);
    },
    release: async (person) => {
      for await (const item of eachCase(store, person.municipality, { by: 'all' }))
        if (released(item, person.id, '') !== undefined) await releaseCase(item, person.id);
      poke();
    },
    sentDirectly: (conversationId) => throttle.sent(conversationId, clock.now()),
  };
}
