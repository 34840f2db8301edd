import { canonicalJson } from '../../../src/receipts/canonical-json.ts';
import { pointsOf } from '../kills/kill-at-each.ts';
import { openLane, type Point } from '../kills/world.ts';
import type { Part } from '../part.ts';
import { prepared } from './prepared.ts';
import { type Run, runMorning } from './run-morning.ts';

/** One for each of two cores: with more, what goes on at the same time comes in another order each time. */
const LANES = 2;

type Killed = Omit<Run, 'calls' | 'story'>;

const failed = (error: unknown): Killed => ({
  killed: true,
  twice: 0,
  wrong: [error instanceof Error ? error.message : String(error)],
});

const compared = (run: Run, whole: Run): string[] =>
  canonicalJson(run.story) === canonicalJson(whole.story)
    ? []
    : [`the day ended as ${canonicalJson(run.story)}, and without a kill as ${canonicalJson(whole.story)}`];

/** The morning without a kill, and once for each point with a kill there. */
const killAtEach = async (): Promise<{ whole: Run; killed: Killed[] }> => {
  const lanes = await Promise.all(
    Array.from({ length: LANES }, async () => {
      const lane = await openLane();
      return { lane, given: await prepared(lane) };
    }),
  );
  const [first] = lanes;
  if (first === undefined) throw new RangeError('at least one lane is needed');
  try {
    const whole = await runMorning(first.given, first.lane);
    const points = pointsOf(whole);
    const killed: Killed[] = [];
    const killAt = async ({ lane, given }: typeof first, point: Point): Promise<Killed> => {
      try {
        const run = await runMorning(given, lane, point);
        return { ...run, wrong: [...run.wrong, ...compared(run, whole)] };
      } catch (error) {
        return failed(error);
      }
    };
    await Promise.all(
      lanes.map(async (one) => {
        for (let point = points.shift(); point !== undefined; point = points.shift()) {
          const done = await killAt(one, point);
          killed.push(done);
          if (done.wrong.length > 0)
            console.error([`Killed ${point.when} call ${point.call} to the ${point.of}:`, ...done.wrong].join('\n  '));
        }
      }),
    );
    return { whole, killed };
  } finally {
    for (const { lane, given } of lanes) {
      await lane.close();
      await given.remove();
    }
  }
};

/** Makker killed before and after each call of a morning with digests. */
export const digestKills: Part = async () => {
  const from = performance.now();
  const { whole, killed } = await killAtEach();
  const minutes = ((performance.now() - from) / 60_000).toFixed(0);
  for (const what of whole.wrong) console.error(`Without a kill: ${what}`);
  const died = killed.filter((one) => one.killed);
  const wrong = died.filter((one) => one.wrong.length > 0).length;
  const twice = died.filter((one) => one.twice > 0);
  const { store, connector } = whole.calls;
  const none = whole.wrong.length + killed.flatMap((one) => one.wrong).length === 0;
  return {
    bars: [
      {
        what: 'Makker killed with SIGKILL before and after each store and connector call of a morning with digests: runs after which a digest was missing, made a second time, of another day, not sent or sent twice although its answer was not lost',
        measured: `${wrong} of ${died.length}`,
        bar: 'none',
        holds: none && died.length > 0.95 * killed.length,
      },
    ],
    means: `The morning: Makker starts, projects a case that time has changed, and makes the digests of two invented municipalities: of a busy team in each, of a quiet team that gets a line and one that gets nothing, and one person's own list; all are sent; then somebody takes an entry of a posted card, and the card is edited. Gone without a kill that takes ${store.length} calls to the store and ${connector} to the connector, starting and stopping included. Then it was gone once for each of these calls and each side of it, ${killed.length} times in ${minutes} minutes (after a call that only reads all is as it is before the next call, so that is one point); in ${killed.length - died.length} of the runs that call was never made, since what goes on at the same time comes in another order each time.

After each kill another process is started on the same file. At the end there is one digest for each team, person and date, with the figures it has without a kill, and each channel and chat has it; the entry is taken, and the card shows it. What is allowed: in ${twice.length} runs the connector had taken digests whose answers Makker had not yet recorded when it was killed (several are on their way at once), ${twice.reduce((sum, one) => sum + one.twice, 0)} in all, and each of those came once more.
`,
  };
};
