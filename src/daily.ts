import { setImmediate } from 'node:timers/promises';
import type { ProjectAnew } from './agenda/project-anew.ts';
import type { Cases } from './cases/case-store.ts';
import type { Matters } from './cases/matter-store.ts';
import { civilDateAt, type Clock } from './clock.ts';
import type { Log } from './log.ts';
import { eachItem } from './each-item.ts';
import { eachCase } from './outbox/item-access.ts';
import type { Requests } from './requests/requests.ts';
import type { Store } from './store/port.ts';

/** What time does to the cases, done once on each civil date. */
export interface Daily {
  /** Runs now, and from then on when the date has changed. */
  start(): void;
  /** Whether the agendas of the municipality are those of this civil day, as far as they can be. */
  isThrough(municipality: string, day: string): boolean;
  /** Resolves when the step under way has ended; the rest is done by the next run. */
  stop(): Promise<void>;
}

/** Does something every so many milliseconds until the function it answers is called. */
export type Every = (ms: number, what: () => void) => () => void;

export interface DailyParts {
  shelf: { municipalities(): string[] };
  requests: Pick<Requests, 'tendAll'>;
  cases: Pick<Cases, 'change'>;
  matters: Pick<Matters, 'project'>;
  projectAnew: ProjectAnew;
  store: Pick<Store, 'findCases' | 'findMatters'>;
  /** Takes away what is not to be kept any longer; `goesOn` is asked in between. Answers how much, when it looked at all. */
  purge: (municipality: string, today: string, goesOn: () => boolean) => Promise<object | undefined>;
  /** Tells the relay that there may be something to send. */
  poke: () => void;
  clock: Clock;
  every: Every;
  log: Log;
}

const LOOK_MS = 5 * 60_000;

/**
 * Looks after the open requests, projects the agendas anew that look different today, and purges. Each case and matter is done for itself
 * and found by its date, so a run may be killed, repeated, or run by two processes; what failed is tried again at the
 * next look.
 */
export const createDaily = (parts: DailyParts): Daily => {
  const { shelf, requests, cases, matters, store, projectAnew, purge, poke, clock, every, log } = parts;
  let doneFor: string | undefined;
  const throughFor = new Map<string, string>();
  let running: Promise<void> | undefined;
  let stopping = false;
  let cancel = (): void => {};

  /** Whether it succeeded. */
  const attempt = async (
    details: { municipality: string; case?: string; matter?: string },
    work: () => Promise<unknown>,
  ) => {
    try {
      await work();
      return true;
    } catch (err) {
      log.problem('daily-run-failed', { ...details, err });
      return false;
    }
  };

  const projectDue = async (municipality: string, today: string): Promise<boolean> => {
    let all = true;
    for await (const { id } of eachCase(store, municipality, { by: 'recheckOn', on: today })) {
      if (stopping) return all;
      const done = await attempt({ municipality, case: id }, () =>
        // Storing a case whose day has come projects its agenda.
        cases.change(municipality, id, (item) =>
          (item.recheckOn ?? today) <= today ? { item, result: undefined } : { refused: undefined },
        ),
      );
      all &&= done;
      // The embedded store answers at once; people who write meanwhile get their turn here.
      await setImmediate();
    }
    const due = { by: 'recheckOn', on: today } as const;
    for await (const { id } of eachItem((page) => store.findMatters(municipality, due, page))) {
      if (stopping) return all;
      const done = await attempt({ municipality, matter: id }, () => matters.project(municipality, id));
      all &&= done;
    }
    return all;
  };

  const run = async (today: string): Promise<void> => {
    // What takes long and can be gone on with is left when a new day has come: that has its own agendas first.
    const goesOn = (): boolean => !stopping && civilDateAt(clock.now()) === today;
    let all = true;
    const swept = new Set<string>();
    for (const municipality of shelf.municipalities()) {
      if (stopping) return;
      const tended = await attempt({ municipality }, () => requests.tendAll(municipality));
      const projected = await attempt({ municipality }, async () => {
        all = (await projectDue(municipality, today)) && all;
      });
      if (projected) swept.add(municipality);
      all &&= tended && projected;
    }
    poke();
    for (const municipality of shelf.municipalities()) {
      if (stopping) return;
      const anew = await attempt({ municipality }, () =>
        projectAnew(municipality, goesOn, (done) =>
          log.info('agendas projected by the present rulebooks', { municipality, agendas: done }),
        ),
      );
      all &&= anew;
      // A case that fails is in the log; it keeps nothing from all others.
      if (!stopping && swept.has(municipality)) throughFor.set(municipality, today);
    }
    // Last, since it takes longest and nobody waits for it.
    for (const municipality of shelf.municipalities()) {
      if (stopping) return;
      const purged = await attempt({ municipality }, async () => {
        const counts = await purge(municipality, today, goesOn);
        if (counts !== undefined) log.info('purged', { municipality, ...counts });
      });
      all &&= purged;
    }
    if (all && goesOn()) doneFor = today;
  };

  const look = (): void => {
    const today = civilDateAt(clock.now());
    if (today === doneFor || running !== undefined) return;
    running = run(today).finally(() => {
      running = undefined;
    });
  };

  return {
    start: () => {
      cancel = every(LOOK_MS, look);
      look();
    },
    isThrough: (municipality, day) => throughFor.get(municipality) === day,
    stop: async () => {
      stopping = true;
      cancel();
      await running;
    },
  };
};
