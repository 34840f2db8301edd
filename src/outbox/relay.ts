import type { CaseItem } from '../cases/case-item.ts';
import { isoInstant, type Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
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
const AT_ONCE = 4;

const isDue = ({ sendAt }: OutboxRow, now: string): boolean => sendAt !== undefined && sendAt <= now;

/**
 * Sends what the cases' outboxes hold, one message at a time in each conversation. A row is removed only after
 * Teams has taken the message, so killing the process at any instant loses none; at worst, between the answer of
 * Teams and the record of it, one card is posted twice.
 */
export function createRelay(parts: RelayParts): Relay {
  const { store, shelf, clock, log } = parts;
  const throttle = createThrottle();
  const sender = createSender({ ...parts, throttle });
  /** Until when (milliseconds) a conversation takes nothing more. */
  const closedUntil = new Map<string, number>();
  let running: Promise<void> | undefined;
  let again = false;
  let started = false;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;

  /** What is due, by conversation, oldest first. */
  const dueJobs = async (): Promise<Map<string, Job[]>> => {
    const now = isoInstant(clock.now());
    const jobs = new Map<string, Job[]>();
    for (const municipality of shelf.municipalities()) {
      for await (const item of eachCase(store, municipality, { by: 'nextSendAt', before: now })) {
        for (const row of item.outbox.filter((each) => isDue(each, now))) {
          const job = { municipality, caseId: item.id, row };
          const conversation = await sender.conversationOf(job);
          jobs.set(conversation, [...(jobs.get(conversation) ?? []), job]);
        }
      }
    }
    return jobs;
  };

  /** Sends the jobs of one conversation until it closes; the number of jobs that were dealt with. */
  const work = async (conversation: string, jobs: Job[]): Promise<number> => {
    let done = 0;
    for (const job of jobs) {
      const closed = Math.max(
        closedUntil.get(conversation) ?? 0,
        clock.now() + throttle.delay(conversation, clock.now()),
      );
      if (closed > clock.now()) closedUntil.set(conversation, closed);
      if (stopping || closed > clock.now()) break;
      const retryAt = await sender.send(job);
      done += 1;
      if (retryAt !== undefined) closedUntil.set(conversation, retryAt);
    }
    return done;
  };

  const round = async (): Promise<number> => {
    for (const [conversation, until] of closedUntil) if (until <= clock.now()) closedUntil.delete(conversation);
    const queue = [...(await dueJobs())].toSorted(([, [a]], [, [b]]) =>
      (a?.row.sendAt ?? '') < (b?.row.sendAt ?? '') ? -1 : 1,
    );
    let done = 0;
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) done += await work(...next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return done;
  };

  const drain = (): Promise<void> => {
    again = true;
    running ??= (async () => {
      try {
        while (again && !stopping) {
          again = false;
          while ((await round()) > 0 && !stopping);
        }
      } finally {
        running = undefined;
      }
    })();
    return running;
  };

  const tick = (): void => {
    clearTimeout(timer);
    drain()
      .catch((err: unknown) => log.problem('relay-failed', { err }))
      .finally(() => {
        if (stopping) return;
        clearTimeout(timer);
        const soonest = Math.min(...closedUntil.values(), clock.now() + ROUND_MS);
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
