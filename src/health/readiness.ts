import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Relay } from '../outbox/relay.ts';
import type { Store } from '../store/port.ts';

/** Whether Makker can do its work now; if not, the first thing that is in the way. */
export type Readiness = 'ready' | 'store-unavailable' | 'no-rulebooks' | 'relay-failing';

interface Needs {
  store: Pick<Store, 'read'>;
  /** Throws while what is written is not kept. */
  writable: () => Promise<void>;
  shelf: { municipalities(): string[] };
  relay: Pick<Relay, 'failingSince'>;
  clock: Clock;
  log: Log;
}

/** A round that fails now and then is followed by one that does not; what fails for longer needs somebody to look. */
const FAILING_MS = 60_000;

/** Anybody may ask, and to look costs a read of the store: so long an answer holds. */
const HOLDS_MS = 2000;

/**
 * Asks what answering depends on. That the process lives is another question: one that is stopped because the store
 * is away would not bring the store back.
 */
export const createReadiness = ({ store, writable, shelf, relay, clock, log }: Needs): (() => Promise<Readiness>) => {
  const look = async (): Promise<Readiness> => {
    try {
      await store.read('directory', 'directory', 'readyz');
      await writable();
    } catch (err) {
      log.problem('store-unavailable', { err });
      return 'store-unavailable';
    }
    if (shelf.municipalities().length === 0) return 'no-rulebooks';
    const since = relay.failingSince();
    return since !== undefined && clock.now() - since > FAILING_MS ? 'relay-failing' : 'ready';
  };
  let last: { answer: Promise<Readiness>; until: number } | undefined;
  return () => {
    const now = clock.now();
    if (last === undefined || last.until <= now) last = { answer: look(), until: now + HOLDS_MS };
    return last.answer;
  };
};
