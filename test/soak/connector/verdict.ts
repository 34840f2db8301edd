import type { DigestJob } from '../../../src/agenda/digest-job.ts';
import { waitingDigest } from '../../../src/outbox/waiting.ts';
import { type Call, isTaken, mostWithin } from '../digests/connector.ts';
import { aboutDigest } from './at-work.ts';
import { jobIdOf } from './go-through.ts';
import type { Reader } from './offices.ts';

const SECOND = 1000;
/** What Teams takes in one conversation. */
const IN_CONVERSATION = [
  { count: 7, within: SECOND },
  { count: 8, within: 2 * SECOND },
  { count: 60, within: 30 * SECOND },
  { count: 1800, within: 3600 * SECOND },
];

const isAnswered = ({ ending }: Call): boolean => 'status' in ending && ending.status === 200;

/** How often the limit was exceeded nowhere, or was; the most that came within each. */
export const limitsOf = (calls: readonly Call[]) => {
  const conversations = [...Map.groupBy(calls, ({ conversationId }) => conversationId).values()];
  const times = (of: readonly Call[]) => of.map(({ at }) => at);
  const most = IN_CONVERSATION.map(({ count, within }) => ({
    count,
    within,
    most: Math.max(...conversations.map((of) => mostWithin(times(of), within))),
  }));
  return { conversations: most, app: mostWithin(times(calls), SECOND) };
};

/** What was posted of one message: how often it was taken, and how often the answer to that was lost. */
export const postsOf = (calls: readonly Call[]) =>
  [...Map.groupBy(calls, ({ about }) => about)].map(([about, all]) => {
    const posts = all.filter(({ method }) => method === 'POST');
    const taken = posts.filter(({ ending }) => isTaken(ending));
    const lost = taken.filter((call) => !isAnswered(call)).length;
    const answered = posts.findIndex(isAnswered);
    const afterAnswer = answered === -1 ? 0 : posts.length - 1 - answered;
    return { about, taken: taken.length, lost, afterAnswer };
  });

/** What is wrong about the messages of a reader, in words. */
export const wrongAbout = (
  reader: Reader,
  day: string,
  isRefused: (about: string) => boolean,
  calls: readonly Call[],
  job: DigestJob | undefined,
): string[] => {
  const about = aboutDigest(reader.municipality, jobIdOf(reader, day));
  if (job === undefined) return [`${about} was never made`];
  const posts = calls.filter((call) => call.about === about && call.method === 'POST');
  const refused = posts.filter(({ ending }) => 'status' in ending && [403, 404].includes(ending.status)).length;
  const [waiting] = waitingDigest(job);
  const wrong: string[] = [];
  if (reader.door !== 'open' && refused > 1) wrong.push(`was tried ${refused} times while Makker was out`);
  if (reader.door === 'closed') {
    if (job.state !== 'waiting' || job.sendAt !== undefined) wrong.push(`is not put aside: ${JSON.stringify(job)}`);
    if (waiting?.why === undefined) wrong.push('does not say why it waits');
  } else if (isRefused(about)) {
    if (waiting?.why === undefined || waiting.sendAt === undefined) wrong.push('is not tried again, or not seen');
  } else {
    if (!posts.some(({ ending }) => isTaken(ending))) wrong.push('never came');
    if (job.state !== 'sent') wrong.push(`is ${job.state} in the store`);
  }
  return wrong.map((what) => `${about} ${what}`);
};
