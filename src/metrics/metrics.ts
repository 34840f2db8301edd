import { Counter, Gauge, Registry } from 'prom-client';
import { type Clock, civilDateAt } from '../clock.ts';
import type { ErrorCode } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Sent } from '../outbox/messenger.ts';
import type { Lease } from '../outbox/lease.ts';
import type { Relay } from '../outbox/relay.ts';
import type { Store } from '../store/port.ts';
import { MOST_READ, type Queues, readQueues } from './read-queues.ts';

/** What is counted where it happens. */
export interface Counts {
  sent(what: 'post' | 'edit', sent: Sent): void;
  turn(kind: string, outcome: 'answered' | 'failed'): void;
  problem(code: ErrorCode): void;
}

export interface Metrics extends Counts {
  /** All figures, in the text format of Prometheus. Those read from the store are left out while it does not answer. */
  read(from: MetricsSources): Promise<{ type: string; text: string }>;
}

/** Where the figures of a moment come from. */
export interface MetricsSources {
  store: Pick<Store, 'findCases' | 'findMatters' | 'list'>;
  shelf: { municipalities(): string[] };
  lease: Pick<Lease, 'held'>;
  relay: Pick<Relay, 'failingSince'>;
  clock: Clock;
  log: Log;
}

const CAP = `of at most ${MOST_READ} a municipality, found by index`;

/**
 * The figures for whoever runs Makker. A label never names a person, a case or a conversation. Of a connector's answer
 * only the status is one: the name beside it is the service's, and there could be any number of them.
 */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const counter = <T extends string>(name: string, help: string, labelNames: T[]): Counter<T> =>
    new Counter({ name, help, labelNames, registers });
  const gauge = <T extends string>(name: string, help: string, labelNames: T[]): Gauge<T> =>
    new Gauge({ name, help, labelNames, registers });

  const sends = counter('makker_sends_total', 'Attempts to send what waited in an outbox, by how they ended', [
    'what',
    'outcome',
    'code',
  ]);
  const turns = counter(
    'makker_turns_total',
    'What people wrote, clicked or searched for, by whether it was answered',
    ['kind', 'outcome'],
  );
  const problems = counter(
    'makker_problems_total',
    'Lines in the log with a code; answer-slow is an answer that came late',
    ['code'],
  );
  const rows = gauge(
    'makker_outbox_rows',
    `What waits to go out; rows of cases and notices ${CAP}; those of cases paused where a request is open; digests of the day`,
    ['municipality', 'source', 'state'],
  );
  const oldest = gauge(
    'makker_outbox_oldest_seconds',
    'For how long the oldest of these rows has waited since it first was to go out, however often it was tried; 0 when none does; what is paused is left out',
    ['municipality', 'source'],
  );
  const digests = gauge('makker_digests', 'The digests of the day, by state', ['municipality', 'state']);
  const toProject = gauge(
    'makker_agendas_to_project',
    `Agendas whose day has come and that are not projected anew yet, ${CAP}`,
    ['municipality', 'about'],
  );
  const held = gauge('makker_relay_lease', '1 while this process is the one that sends', []);
  const failing = gauge(
    'makker_relay_failing_seconds',
    'For how long every round of the relay has failed; 0 while they get through',
    [],
  );
  const answers = gauge(
    'makker_store_answers',
    '1 when the store answered for the figures above, 0 when they are missing',
    [],
  );

  const show = ({ municipality, queues, digests: days, toProject: stale }: Queues): void => {
    for (const { source, due, later, paused, oldestSeconds } of queues) {
      for (const [state, count] of Object.entries({ due, later, paused }))
        rows.set({ municipality, source, state }, count);
      oldest.set({ municipality, source }, oldestSeconds);
    }
    for (const [state, count] of Object.entries(days)) digests.set({ municipality, state }, count);
    for (const [about, count] of Object.entries(stale)) toProject.set({ municipality, about }, count);
  };

  const look = async ({
    store,
    shelf,
    lease,
    relay,
    clock,
    log,
  }: MetricsSources): Promise<{ type: string; text: string }> => {
    const now = clock.now();
    held.set(lease.held() ? 1 : 0);
    failing.set((now - (relay.failingSince() ?? now)) / 1000);
    for (const each of [rows, oldest, digests, toProject]) each.reset();
    try {
      for (const municipality of shelf.municipalities())
        show(await readQueues(store, municipality, now, civilDateAt(now)));
      answers.set(1);
    } catch (err) {
      log.problem('store-unavailable', { err });
      answers.set(0);
    }
    return { type: registry.contentType, text: await registry.metrics() };
  };

  /** Whoever asks while somebody else is being answered gets the same answer: asking often costs no more. */
  let looking: ReturnType<typeof look> | undefined;

  return {
    sent: (what, sent) => {
      const code = 'code' in sent ? sent.code.split(' ')[0] : '';
      sends.inc({ what, outcome: sent.outcome, code: code ?? '' });
    },
    turn: (kind, outcome) => turns.inc({ kind, outcome }),
    problem: (code) => problems.inc({ code }),
    read: (from) =>
      (looking ??= look(from).finally(() => {
        looking = undefined;
      })),
  };
};
