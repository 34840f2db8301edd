import { createHash } from 'node:crypto';
import { seeded } from '../../bench/random.ts';
import type { Ending, Request } from '../digests/connector.ts';
import { isDigest } from './at-work.ts';

/** How often a message is taken at the first try, and after how many troubles it is at the latest. */
const TAKEN = 0.6;
const MOST_TROUBLES = 5;

/** Ends that pass, each as likely as it is often here. */
const PASSING: readonly Ending[] = [
  { status: 429 },
  { status: 429, retryAfter: '1' },
  { status: 429, retryAfter: '3' },
  { status: 412, code: 'PreconditionFailed' },
  { status: 502 },
  { status: 502, taken: true },
  { status: 504 },
  { status: 504, taken: true },
  { status: 400, code: 'BadSyntax' },
  { status: 413, code: 'MessageSizeTooBig' },
  { silent: 'hangs' },
  { silent: 'hangs', taken: true },
  { silent: 'drops' },
  { silent: 'drops', taken: true },
  { silent: 'drops', taken: true },
];
/** Ends of an edit besides. */
const OF_EDITS: readonly Ending[] = [{ status: 404, code: 'ActivityNotFoundInConversation' }, { status: 403 }];
const CLOSED: readonly Ending[] = [
  { status: 403, code: 'BotNotInConversationRoster' },
  { status: 403 },
  { status: 404, code: 'ConversationNotFound' },
];

const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE();

const picked = (list: readonly Ending[], number: number): Ending =>
  list[Math.floor(number * list.length)] ?? { status: 500 };

/** The ends of a connector in all the troubles there are: by the seed and the message, in whatever order they come. */
export const createTroubles = (seed: number) => {
  const streams = new Map<string, { random: () => number; troubles: number }>();
  return {
    /** Whether a digest is one that is never taken, however often it is tried. */
    isRefused: (about: string): boolean => isDigest(about) && numberOf(`${seed} refused ${about}`) % 100 === 0,
    closed: (conversationId: string): Ending => picked(CLOSED, numberOf(conversationId) / 2 ** 32),
    endingOf: (about: string, { method }: Pick<Request, 'method'>): Ending => {
      const key = `${seed} ${method} ${about}`;
      const stream = streams.get(key) ?? { random: seeded(numberOf(key)), troubles: 0 };
      streams.set(key, stream);
      if (stream.troubles >= MOST_TROUBLES || stream.random() < TAKEN) return { status: 200 };
      stream.troubles += 1;
      return picked(method === 'PUT' ? [...PASSING, ...OF_EDITS] : PASSING, stream.random());
    },
  };
};
