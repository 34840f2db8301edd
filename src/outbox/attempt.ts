import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Lease } from './lease.ts';
import type { Address, Message, Messenger, Sent } from './messenger.ts';
import type { Throttle } from './throttle.ts';

export interface AttemptParts {
  messenger: Messenger;
  lease: Pick<Lease, 'held'>;
  throttle: Throttle;
  clock: Clock;
  /** Lets so many milliseconds pass. */
  wait: (ms: number) => Promise<unknown>;
  log: Log;
}

/** What is to be sent: `row` names it in the log, `edits` is the card it replaces, absent for a new one. */
export interface Parcel {
  row: string;
  to: Address;
  edits?: string;
  /** `undefined`: there is nothing to be said any more. */
  make: () => Message | undefined | Promise<Message | undefined>;
}

export type Attempt = (parcel: Parcel) => Promise<Sent | 'not-ours' | 'nothing'>;

const CARD_FAILED = 'card-not-rendered';

/** Whether the end says that the conversation takes nothing for now; that our card cannot be made or is refused does not. */
export const closes = (sent: Sent): boolean => sent.outcome === 'retry' && sent.code !== CARD_FAILED;

/** Makes the card and sends it, once. `not-ours`: another process relays by now; `nothing`: no card is wanted. Nothing was sent. */
export const createAttempt =
  ({ messenger, lease, throttle, clock, wait, log }: AttemptParts): Attempt =>
  async ({ row, to, edits, make }) => {
    let message: Message | undefined;
    try {
      message = await make();
    } catch (err) {
      log.problem('card-not-rendered', { err, row });
      return { outcome: 'retry', code: CARD_FAILED };
    }
    if (message === undefined) return 'nothing';
    // Only now that it is ready, so that the next cards are made while it waits for its turn.
    for (let ms = throttle.appDelay(clock.now()); ms > 0; ms = throttle.appDelay(clock.now())) await wait(ms);
    // Asked last: until here any amount of time may have passed.
    if (!lease.held()) return 'not-ours';
    const ended = throttle.begin(to.conversationId);
    try {
      return await (edits === undefined ? messenger.post(to, message) : messenger.edit(to, edits, message));
    } finally {
      ended(clock.now());
    }
  };
