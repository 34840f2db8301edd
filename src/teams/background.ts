import type { Log } from '../log.ts';
import { inTime } from './in-time.ts';

/** What goes on after its turn has ended: an answer that was promised, a message below the card. */
export interface Background {
  /** Nobody is left to tell when it fails; the log has it. */
  run(work: Promise<void>): void;
  /** Resolves when all of it has ended, or when that takes too long: what hangs must not keep Makker from stopping. */
  ended(): Promise<void>;
}

/** Milliseconds. Whoever stops a container or a service waits thirty seconds in all. */
const LONGEST_MS = 10_000;

export const createBackground = (log: Log): Background => {
  const underWay = new Set<Promise<void>>();
  return {
    run: (work) => {
      const logged: Promise<void> = work
        .catch((err: unknown) => log.problem('reply-not-sent', { err }))
        .finally(() => underWay.delete(logged));
      underWay.add(logged);
    },
    ended: async () => {
      await inTime(Promise.all(underWay), LONGEST_MS);
    },
  };
};
