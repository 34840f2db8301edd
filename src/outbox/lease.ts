import { isoInstant, type Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/port.ts';

/** Which process relays; in the partition `directory`, since it does so for every municipality. */
export interface LeaseItem {
  id: 'relay';
  municipality: 'directory';
  /** Names one run of one process. */
  holder: string;
  /** ISO instant; from then on anybody may take it. */
  until: string;
}

/** The right to send, which one process at a time has. */
export interface Lease {
  /** Takes the lease, or renews it when that is due; false while another process has it. */
  hold(): Promise<boolean>;
  /** Whether enough of it is left for one more send. */
  held(): boolean;
  /** Lets another process take it at once. */
  giveBack(): Promise<void>;
}

const HELD_MS = 30_000;
/** Renewed when less is left, so that a store which fails for some seconds costs nothing. */
const RENEWED_BELOW_MS = 20_000;
/** An attempt to send ends within 10 seconds; the rest is for recording it, and for clocks that disagree. */
const MARGIN_MS = 15_000;

/**
 * The lease that this process, named by `holder`, takes part in. It is one item, taken and renewed by conditional
 * replace, so of two processes that want it one gets it. Whoever dies with it is followed when it has run out.
 */
export function createLease(parts: {
  store: Pick<Store, 'read' | 'create' | 'replace'>;
  holder: string;
  clock: Clock;
  log: Log;
}): Lease {
  const { store, holder, clock, log } = parts;
  let until = 0;
  /** Nobody takes it for longer: then our clock was set back, and it may have run out for everybody else. */
  const left = (): number => {
    const ms = until - clock.now();
    return ms > HELD_MS ? 0 : ms;
  };

  /** Writes it as ours until the instant, over what nobody else has; whether that succeeded. */
  const write = async (instant: number): Promise<boolean> => {
    const item: LeaseItem = { id: 'relay', municipality: 'directory', holder, until: isoInstant(instant) };
    const stored = await store.read('lease', 'directory', 'relay');
    if (stored === undefined) return (await store.create('lease', item)).outcome === 'created';
    if (stored.item.holder !== holder && stored.item.until > isoInstant(clock.now())) return false;
    return (await store.replace('lease', item, stored.etag)).outcome === 'replaced';
  };

  return {
    hold: async () => {
      if (left() > RENEWED_BELOW_MS) return true;
      // Counted from before it is written: others must never think it free while we think it ours.
      const wanted = clock.now() + HELD_MS;
      const before = until;
      until = (await write(wanted)) ? wanted : 0;
      if (before === 0 && until > 0) log.info('this process sends from now on', { holder });
      if (before > 0 && until === 0) log.info('another process sends from now on', { holder });
      return until > 0;
    },
    held: () => left() > MARGIN_MS,
    giveBack: async () => {
      if (until === 0) return;
      until = 0;
      await write(clock.now());
    },
  };
}
