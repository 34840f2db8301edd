import type { CaseItem } from '../cases/case-item.ts';
import { eachItem } from '../each-item.ts';
import { type Waiting, type WaitingSource, waitingDigest, waitingInCase, waitingNotice } from '../outbox/waiting.ts';
import type { Items } from '../store/items.ts';
import type { Found, Store } from '../store/port.ts';

/** Of so many cases, matters or notices of a municipality at most the figures tell: reading them must stay cheap. */
export const MOST_READ = 100;

const AFTER_EVERYTHING = '9999-12-31';

/** How much waits in one place to go out, and how long the oldest of it has waited since it first wanted to go out. */
export interface Queue {
  source: WaitingSource;
  due: number;
  later: number;
  paused: number;
  /** Of what is due or tried again; what is paused waits for its reader, not for Teams. */
  oldestSeconds: number;
}

/** What a municipality's figures say. */
export interface Queues {
  municipality: string;
  queues: Queue[];
  /** The day's digests by their state. */
  digests: Record<Items['digest']['state'], number>;
  /** Agendas that could look different by now and have not been projected yet. */
  toProject: { cases: number; matters: number };
}

type Reads = Pick<Store, 'findCases' | 'findMatters' | 'list'>;

const first = async <T>(page: Promise<Found<T>>): Promise<T[]> => (await page).items.map(({ item }) => item);

const queueOf = (source: WaitingSource, rows: readonly Waiting[], now: number): Queue => {
  const timed = rows.flatMap(({ sendAt, since = sendAt }) =>
    sendAt === undefined || since === undefined ? [] : [{ at: Date.parse(sendAt), since: Date.parse(since) }],
  );
  const due = timed.filter(({ at }) => at <= now).length;
  return {
    source,
    due,
    later: timed.length - due,
    paused: rows.length - timed.length,
    // What is not to go out before later has not waited.
    oldestSeconds: (now - Math.min(now, ...timed.map(({ since }) => since))) / 1000,
  };
};

/** The cases with something to send: at a time, or once somebody can be reached. */
const casesToSend = async (store: Reads, municipality: string): Promise<CaseItem[]> => {
  const page = { limit: MOST_READ };
  const [timed, waiting] = await Promise.all([
    first(store.findCases(municipality, { by: 'nextSendAt', before: `${AFTER_EVERYTHING}T23:59:59.999Z` }, page)),
    first(store.findCases(municipality, { by: 'waiting' }, page)),
  ]);
  return [...new Map([...timed, ...waiting].map((item) => [item.id, item])).values()];
};

const digestsOf = async (store: Reads, municipality: string, today: string): Promise<Items['digest'][]> => {
  const jobs: Items['digest'][] = [];
  for await (const job of eachItem((page) => store.list('digest', municipality, { ...page, begins: `${today}~` })))
    jobs.push(job);
  return jobs;
};

/**
 * Reads a municipality's figures, at an instant (milliseconds) of a civil date: six queries by index. On Cosmos DB each
 * is about 3 request units when it finds nothing, and more by what it finds, `MOST_READ` items at most.
 */
export const readQueues = async (store: Reads, municipality: string, now: number, today: string): Promise<Queues> => {
  const page = { limit: MOST_READ };
  const stale = { by: 'recheckOn', on: today } as const;
  const [cases, notices, jobs, staleCases, staleMatters] = await Promise.all([
    casesToSend(store, municipality),
    first(store.list('notice', municipality, page)),
    digestsOf(store, municipality, today),
    first(store.findCases(municipality, stale, page)),
    first(store.findMatters(municipality, stale, page)),
  ]);
  const digests: Queues['digests'] = { waiting: 0, sent: 0, quiet: 0, dropped: 0 };
  for (const { state } of jobs) digests[state] += 1;
  return {
    municipality,
    queues: [
      queueOf('case', cases.flatMap(waitingInCase), now),
      queueOf('notice', notices.map(waitingNotice), now),
      queueOf('digest', jobs.flatMap(waitingDigest), now),
    ],
    digests,
    toProject: { cases: staleCases.length, matters: staleMatters.length },
  };
};
