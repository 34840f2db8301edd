import { z } from 'zod';
import { isTaken, openConnector } from '../digests/connector.ts';
import type { Part } from '../part.ts';
import { ATTEMPT_MS, beginWork } from './at-work.ts';
import { goThrough, jobIdOf, jobsIn } from './go-through.ts';
import { DIGESTS, readersIn } from './offices.ts';
import { createTroubles } from './troubles.ts';
import { limitsOf, postsOf, wrongAbout } from './verdict.ts';
import { aboutDigest } from './at-work.ts';

const A_SECOND = 25;
const card = z.object({ about: z.string() });

const seedOf = (): number => {
  const given = process.env['SOAK_SEED'];
  return given === undefined ? 20_261_125 : Number(given);
};

const counted = (list: readonly string[]): string =>
  [...Map.groupBy(list, (one) => one)]
    .map(([what, all]) => `${what} ${all.length}`)
    .toSorted()
    .join(', ');

/** Two thousand digests through a connector that has every trouble there is. */
export const connector: Part = async () => {
  const seed = seedOf();
  const { isRefused, closed, endingOf } = createTroubles(seed);
  const shut = new Set<string>();
  const teams = await openConnector((request) => {
    const { about } = card.parse(request.card);
    if (shut.has(request.conversationId)) return { about, ending: closed(request.conversationId) };
    if (request.method === 'POST' && isRefused(about)) return { about, ending: { status: 413 } };
    return { about, ending: endingOf(about, request) };
  });
  const readers = readersIn(teams.serviceUrl);
  for (const { door, address } of readers) if (door !== 'open') shut.add(address.conversationId);
  const began = performance.now();
  const work = await beginWork(readers, teams.serviceUrl);
  try {
    const open = (conversationId: string): void => void shut.delete(conversationId);
    const { edits, left } = await goThrough({ readers, work, calls: teams.calls, isRefused, open });
    const minutes = (performance.now() - began) / 60_000;
    const day = work.now().slice(0, 10);
    const jobs = await jobsIn(work);
    const byAbout = Map.groupBy(teams.calls, ({ about }) => about);
    const wrong = readers.flatMap((reader) => {
      const about = aboutDigest(reader.municipality, jobIdOf(reader, day));
      return wrongAbout(reader, day, isRefused, byAbout.get(about) ?? [], jobs.get(about));
    });
    const posts = postsOf(teams.calls);
    const unasked = posts.filter(({ taken, lost, afterAnswer }) => taken > lost + 1 || afterAnswer > 0);
    const lost = posts.reduce((sum, one) => sum + one.lost, 0);
    const twice = posts.reduce((sum, { taken }) => sum + Math.max(0, taken - 1), 0);
    const shown = teams.calls.filter(({ method, ending }) => method === 'PUT' && isTaken(ending)).length;
    const limits = limitsOf(teams.calls);
    const within = limits.conversations.every(({ count, most }) => most <= count);
    for (const what of [...left.map((one) => `${one} is not over`), ...wrong].slice(0, 20)) console.error(what);
    const doors = counted(readers.map(({ door }) => door));
    const endings = counted(
      teams.calls.map(({ ending }) => {
        const how = 'status' in ending ? String(ending.status) : ending.silent;
        return ending.taken === true ? `${how} after taking` : how;
      }),
    );
    return {
      bars: [
        {
          what: `Of ${DIGESTS} digests through a connector with every trouble: not delivered though they could be, tried more than once while Makker was out, or not seen to wait`,
          measured: String(wrong.length + left.length),
          bar: 'none',
          holds: wrong.length + left.length === 0,
        },
        {
          what: `Messages that came twice without a lost answer, or oftener than answers were lost (in all ${twice} duplicates after ${lost} lost answers)`,
          measured: String(unasked.length),
          bar: 'none',
          holds: unasked.length === 0 && twice <= lost,
        },
        {
          what: 'The most in one conversation within 1 s, 2 s, 30 s and an hour, as the connector counted',
          measured: limits.conversations.map(({ most }) => most).join(', '),
          bar: `at most ${limits.conversations.map(({ count }) => count).join(', ')}`,
          holds: within,
        },
        {
          what: 'The most within one second in all, likewise',
          measured: String(limits.app),
          bar: `at most ${A_SECOND}, half of what Teams takes`,
          holds: limits.app <= A_SECOND,
        },
      ],
      means: `The outbox with its real way to Teams on an embedded store, five invented municipalities: channels of their own, a channel that 60 teams share, people who get their own list and three notices besides. Conversations: ${doors} (those that open again do so 20 seconds after the first refusal). One digest in a hundred is answered with 413 for good: it waits, is tried again ever more rarely, and says why. Of the digests that were sent every fifth was edited, every tenth twice: ${[...edits.values()].reduce((sum, one) => sum + one, 0)} edits, ${shown} taken. Seed ${seed} (\`SOAK_SEED\` gives another); the ends of the ${teams.calls.length} requests: ${endings}. An attempt ended after ${ATTEMPT_MS / 1000} s, where in production it takes 10. It took ${minutes.toFixed(1)} minutes. Nothing is told here of a process that dies: that is the part on kills.`,
    };
  } finally {
    await work.stop();
    await teams.close();
  }
};
