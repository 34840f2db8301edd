import type { MakeDigests } from './agenda/make-digests.ts';
import { civilDateAt, type Clock } from './clock.ts';
import type { Daily, Every } from './daily.ts';
import type { Log } from './log.ts';

/** Makes the digests when their time has come. */
export interface DigestClock {
  start(): void;
  /** Resolves when the look under way has ended. */
  stop(): Promise<void>;
}

interface Needs {
  shelf: { municipalities(): string[] };
  daily: Pick<Daily, 'isThrough'>;
  digests: Pick<MakeDigests, 'due'>;
  /** Tells the relay that there may be something to send. */
  poke: () => void;
  clock: Clock;
  every: Every;
  log: Log;
}

const LOOK_MS = 20_000;

/**
 * Looks every so often whose digest is due. A municipality's are made once its agendas are those of the day: after an
 * outage the daily run comes first.
 */
export const createDigestClock = ({ shelf, daily, digests, poke, clock, every, log }: Needs): DigestClock => {
  let running: Promise<void> | undefined;
  let stopping = false;
  let cancel = (): void => {};

  const run = async (today: string): Promise<void> => {
    for (const municipality of shelf.municipalities()) {
      if (stopping) return;
      if (!daily.isThrough(municipality, today)) continue;
      try {
        if (await digests.due(municipality)) poke();
      } catch (err) {
        log.problem('digests-not-made', { municipality, err });
      }
    }
  };

  const look = (): void => {
    running ??= run(civilDateAt(clock.now())).finally(() => {
      running = undefined;
    });
  };

  return {
    start: () => {
      cancel = every(LOOK_MS, look);
      look();
    },
    stop: async () => {
      stopping = true;
      cancel();
      await running;
    },
  };
};
