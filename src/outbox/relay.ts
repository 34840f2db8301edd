import { setTimeout as pause } from 'node:timers/promises';
import { isoInstant } from '../clock.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createAttempt, type AttemptParts } from './attempt.ts';
import { backoff } from './backoff.ts';
import { createCaseSource } from './case-source.ts';
import { createDigestSource, type DigestParts } from './digest-source.ts';
import type { Lease } from './lease.ts';
import { createNoticeSource, type NoticeParts } from './notice-source.ts';
import type { SenderParts } from './sender.ts';
import type { Job, Reachable } from './source.ts';
import { createThrottle } from './throttle.ts';

export interface Relay {
  /** There is work: look now instead of at the next round. */
  poke(): void;
  /** Sends until nothing is due that may go out now; nothing while another process has the lease. */
  drain(): Promise<void>;
  start(): void;
  /** Resolves when the sends under way have been recorded and the lease is given back. */
  stop(): Promise<void>;
  /** Lets go what waited for this person, who can be reached now. */
  release(person: PersonItem): Promise<void>;
  /** The same for a team's channel. */
  releaseChannel(municipality: string, team: string): Promise<void>;
  /** Lets go what waits in the municipalities for anybody who can be reached now. */
  recover(...municipalities: string[]): Promise<void>;
  /** A direct answer went to the conversation: it counts, and goes first. */
  sentDirectly(conversationId: string): void;
  /** Since when (milliseconds) every round has failed; undefined while they get through. */
  failingSince(): number | undefined;
}

export interface RelayParts
  extends
    Omit<SenderParts, 'attempt'>,
    Omit<NoticeParts, 'attempt'>,
    Omit<DigestParts, 'attempt'>,
    Pick<AttemptParts, 'messenger' | 'wait'> {
  store: Pick<Store, 'read' | 'replace' | 'findCases' | 'findDigests' | 'list' | 'remove'>;
  shelf: { municipalities(): string[] };
  lease: Lease;
}

/**
 * How often a round runs. It finds what other processes have committed, which cannot poke this one, and what was left
 * by one that was killed; and it is how soon another process follows the one that relays.
 * What that costs on Cosmos DB, in request units as Microsoft gives them (a look-alike counts none): a round that finds
 * nothing asks once for cases, for notices and for digests in each municipality, about 3 units a query, so 9 units a
 * second with five municipalities, of the 400 that the smallest container has. Renewing the lease is a read and a write in 10
 * seconds, 1 unit a second; a process that only waits reads it, 1 unit a round.
 */
const ROUND_MS = 5000;
/**
 * A look at what is due is followed by a rest of so many times its own length. After a storm of requests thousands of
 * rows wait for their conversations, and each click pokes: to look each time would leave no time for the clicks.
 */
const RESTS = 20;
const LONGEST_REST_MS = 250;
/** Conversations that are sent to at the same time. */
const AT_ONCE = 8;
/** So many open conversations are work for more than a second; what waits behind them need not be read yet. */
const ENOUGH = 4 * AT_ONCE;
const MOMENTS_MS = 2000;

/**
 * Sends what the cases' outboxes hold and the notices, one message at a time in each conversation. A row is removed only
 * after Teams has taken the message, so killing the process at any instant loses none; at worst, between the answer of
 * Teams and the record of it, one card is posted twice. One process relays, by lease.
 */
export function createRelay(parts: RelayParts): Relay {
  const { shelf, lease, clock, random, log } = parts;
  const throttle = createThrottle();
  const attempt = createAttempt({ ...parts, throttle });
  const sources = [
    createCaseSource({ ...parts, attempt }),
    createNoticeSource({ ...parts, attempt }),
    createDigestSource({ ...parts, attempt }),
  ];
  /** Until when (milliseconds) a conversation takes nothing more, or a single row that broke is left alone. */
  const waitUntil = new Map<string, number>();
  /** How often in a row the sending of a row broke. */
  const failures = new Map<string, number>();
  /** Whose turn it is to be looked at first, by its place among the municipalities. */
  let first = 0;
  let running: Promise<void> | undefined;
  /** Somebody asked to look again; `wake` ends the wait for a lane. */
  let again = false;
  let wake = (): void => {};
  /** The rest after a look; it does not look again before it is over. */
  let resting: Promise<void> | undefined;
  /** Something was tried since the last look, so there may be more to do. */
  let worked = false;
  let started = false;
  let stopping = false;
  let failingSince: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** A send that broke: the row waits, longer each time. In memory, because recording it may be what broke. */
  const failed = ({ key, about }: Job, err: unknown): void => {
    log.problem('send-failed', { ...about, err });
    const before = failures.get(key) ?? 0;
    failures.set(key, before + 1);
    waitUntil.set(key, clock.now() + backoff(before, undefined, random));
  };

  /** Whether the conversation takes something now or within moments. */
  const isOpen = (conversation: string): boolean => (waitUntil.get(conversation) ?? 0) <= clock.now() + MOMENTS_MS;

  /** Every place where something may be due, those of each municipality together; another municipality is first each time. */
  const places = (now: string): AsyncIterator<Job>[] => {
    const municipalities = shelf.municipalities();
    first %= municipalities.length;
    const inTurn = [...municipalities.slice(first), ...municipalities.slice(0, first)];
    return inTurn.flatMap((municipality) =>
      sources.map((source) => source.due(municipality, now)[Symbol.asyncIterator]()),
    );
  };

  /**
   * What is due, by conversation, oldest first; from one place after the other, one job at a time, until there is work
   * enough: so what little is due in one municipality does not wait for all that is due in another.
   */
  const dueJobs = async (): Promise<Map<string, Job[]>> => {
    for (const [key, until] of waitUntil) if (until <= clock.now()) waitUntil.delete(key);
    const jobs = new Map<string, Job[]>();
    const open = new Set<string>();
    const seen = new Set<string>();
    const note = async (job: Job): Promise<void> => {
      seen.add(job.key);
      if (waitUntil.has(job.key)) return;
      try {
        const conversation = await job.conversation();
        jobs.set(conversation, [...(jobs.get(conversation) ?? []), job]);
        if (isOpen(conversation)) open.add(conversation);
      } catch (err) {
        failed(job, err);
        worked = true;
      }
    };
    let left = places(isoInstant(clock.now()));
    let asked = 0;
    while (left.length > 0 && open.size < ENOUGH) {
      const more: AsyncIterator<Job>[] = [];
      for (const place of left) {
        if (open.size < ENOUGH) {
          asked += 1;
          const { done, value } = await place.next();
          if (done === true) continue;
          await note(value);
        }
        more.push(place);
      }
      left = more;
    }
    first += Math.ceil(asked / sources.length);
    if (left.length === 0) for (const key of failures.keys()) if (!seen.has(key)) failures.delete(key);
    for (const place of left) await place.return?.();
    return new Map([...jobs].toSorted(([, [a]], [, [b]]) => ((a?.sendAt ?? '') < (b?.sendAt ?? '') ? -1 : 1)));
  };

  /** Sends the jobs of one conversation until it closes. */
  const work = async (conversation: string, jobs: Job[]): Promise<void> => {
    for (const job of jobs) {
      const closed = Math.max(
        waitUntil.get(conversation) ?? 0,
        clock.now() + throttle.delay(conversation, clock.now()),
      );
      if (closed > clock.now()) waitUntil.set(conversation, closed);
      if (stopping || !lease.held() || closed > clock.now()) break;
      if (waitUntil.has(job.key)) continue;
      try {
        const retryAt = await job.send();
        failures.delete(job.key);
        if (retryAt !== undefined) waitUntil.set(conversation, retryAt);
      } catch (err) {
        failed(job, err);
      }
      worked = true;
    }
  };

  const rest = (looked: number): void => {
    const ms = Math.min(RESTS * looked, LONGEST_REST_MS);
    if (ms > 0)
      resting = pause(ms).then(() => {
        resting = undefined;
      });
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
        if (again && resting === undefined) {
          again = false;
          const began = clock.now();
          queue = (await lease.hold()) ? await dueJobs() : new Map<string, Job[]>();
          rest(clock.now() - began);
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
        if (again && resting === undefined) continue;
        if (lanes.size === 0 && !again) return;
        const poked = Promise.withResolvers<void>();
        wake = poked.resolve;
        await Promise.race([...lanes.values(), again ? resting : poked.promise]);
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
      .then(() => {
        failingSince = undefined;
      })
      .catch((err: unknown) => {
        failingSince ??= clock.now();
        log.problem('relay-failed', { err });
      })
      .finally(() => {
        if (stopping) return;
        clearTimeout(timer);
        const soonest = Math.min(...waitUntil.values(), clock.now() + ROUND_MS);
        timer = setTimeout(tick, Math.max(0, soonest - clock.now()));
      });
  };

  const recover = async (...municipalities: string[]): Promise<void> => {
    for (const municipality of municipalities) for (const source of sources) await source.recover(municipality);
  };

  const poke = (): void => {
    if (started && !stopping) tick();
  };

  const release = async (back: Reachable): Promise<void> => {
    for (const source of sources) await source.release(back);
    poke();
  };

  return {
    poke,
    drain,
    start: () => {
      started = true;
      recover(...shelf.municipalities())
        .catch((err: unknown) => log.problem('relay-failed', { err }))
        .finally(poke);
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      // Its failure is in the log already.
      await running?.catch(() => undefined);
      await lease.giveBack().catch((err: unknown) => log.problem('relay-failed', { err }));
    },
    recover,
    release: ({ municipality, id }) => release({ municipality, person: id }),
    releaseChannel: (municipality, team) => release({ municipality, team }),
    sentDirectly: (conversationId) => throttle.sent(conversationId, clock.now()),
    failingSince: () => failingSince,
  };
}
