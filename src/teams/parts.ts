import type { Cards } from '../cards/render.ts';
import type { Say } from '../cards/texts.ts';
import type { Clock } from '../clock.ts';
import type { Language } from '../contract/language.ts';
import type { Assistant } from '../conversation/assistant.ts';
import type { Log } from '../log.ts';
import type { Address, Messenger } from '../outbox/messenger.ts';
import type { Relay } from '../outbox/relay.ts';
import type { PersonItem } from '../store/items.ts';
import type { Background } from './background.ts';

/** Who is who, as far as a turn needs it. */
export interface Phonebook {
  identify(tenantId: string, aadObjectId: string, today: string): Promise<PersonItem | undefined>;
  remember(person: PersonItem, address: Address): Promise<'first' | 'known'>;
}

/** Which conversations have been welcomed: true once for each. */
export interface Greetings {
  first(conversationId: string, today: string): Promise<boolean>;
}

/** Which team's channel a conversation is, and how it is reached. */
export interface Channels {
  /** Keeps the newest way to a linked channel; its team, `undefined` for any other conversation. */
  seenAt(address: Address): Promise<{ municipality: string; id: string } | undefined>;
}

/** Hears of everybody without access who has written or clicked, once in a while for each. */
export interface Strangers {
  came(stranger: { tenantId: string; aadObjectId: string; name?: string }): void;
}

/** What the bot is built on; each is given in. */
export interface BotParts {
  background: Background;
  assistant: Assistant;
  directory: Phonebook;
  greetings: Greetings;
  strangers: Strangers;
  cards: Pick<Cards, 'render'>;
  say: (language: Language) => Say;
  channels: Channels;
  relay: Pick<Relay, 'release' | 'releaseChannel' | 'sentDirectly'>;
  /** For answers that come after the turn has ended. */
  messenger: Messenger;
  clock: Clock;
  ids: () => string;
  log: Log;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** A click not answered within about 2 seconds is delivered again by Teams, so this must be less. */
  answerWithinMs: number;
  /** All tries of one delivery together; with the answer's time, and that of the own chat, less than the 15 seconds after
   * which Teams repeats. */
  deliverWithinMs: number;
}
