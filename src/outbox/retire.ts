import type { Sent } from './messenger.ts';

/** About a day of attempts, with the pauses of `backoff`. */
const MOST_ATTEMPTS = 130;

/** Why a card is not edited any more. `closed`: its group takes nothing from us; a person's own chat opens again. */
export type Retired = 'gone' | 'closed' | 'refused' | 'too-long';

/**
 * Why this end of an edit is its last, `undefined` when it is not. A card that stays as it is does no harm: a click on
 * it is judged by what is stored, and answered with the state there is.
 */
export const retiredBy = (sent: Sent, attempts: number, inOwnChat: boolean): Retired | undefined => {
  switch (sent.outcome) {
    case 'sent':
      return undefined;
    case 'gone':
    case 'refused':
      return sent.outcome;
    case 'unreachable':
      return inOwnChat ? undefined : 'closed';
    case 'retry':
      return attempts < MOST_ATTEMPTS ? undefined : 'too-long';
  }
};
