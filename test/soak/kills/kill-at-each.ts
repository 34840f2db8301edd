import { type Run, differences, prepared, runWay } from './run-way.ts';
import { type Point, openLane } from './world.ts';

/** How a run went that was to be killed at a point. */
export interface Killed extends Pick<Run, 'killed' | 'twice' | 'wrong'> {
  point: Point;
}

/** What changes nothing: killed after it, what is stored and sent is as it is before the next call, which is a point too. */
const READS: ReadonlySet<string> = new Set([
  'read',
  'list',
  'findCases',
  'findMatters',
  'findDigests',
  'findNames',
  'countCases',
]);

const bothSides = ['before', 'after'] as const;

/** Before and after each call of a run that was not killed; after a read only where no other call comes next. */
export const pointsOf = ({ calls: { store, connector } }: Pick<Run, 'calls'>): Point[] => [
  ...store.flatMap((operation, index) => {
    const sides = READS.has(operation) && index + 1 < store.length ? (['before'] as const) : bothSides;
    return sides.map((when) => ({ of: 'store' as const, call: index + 1, when }));
  }),
  ...Array.from({ length: connector }, (_, index) => index + 1).flatMap((call) =>
    bothSides.map((when) => ({ of: 'connector' as const, call, when })),
  ),
];

/**
 * Goes the way without a kill, then once for each chosen point with a kill there, in so many lanes at the same time: the
 * run without, and those with. Each is handed to `done` as well when it is over.
 */
export const killAtEach = async (
  lanes: number,
  choose: (all: Point[]) => Point[],
  done: (killed: Killed) => void = () => undefined,
): Promise<{ whole: Run; killed: Killed[] }> => {
  const open = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const lane = await openLane();
      return { lane, template: await prepared(lane) };
    }),
  );
  const runs = open.map(({ lane, template }) => ({
    run: (point?: Point) => runWay(template.folder, lane, point),
  }));
  try {
    const [first] = runs;
    if (first === undefined) throw new RangeError('at least one lane is needed');
    const whole = await first.run();
    const points = choose(pointsOf(whole));
    const killed: Killed[] = [];
    const goOn = async ({ run }: typeof first): Promise<void> => {
      for (let point = points.shift(); point !== undefined; point = points.shift()) {
        try {
          const one = await run(point);
          killed.push({ ...one, point, wrong: [...one.wrong, ...differences(one, whole)] });
        } catch (error) {
          killed.push({
            point,
            killed: true,
            twice: 0,
            wrong: [error instanceof Error ? error.message : String(error)],
          });
        }
        const last = killed.at(-1);
        if (last !== undefined) done(last);
      }
    };
    await Promise.all(runs.map(goOn));
    return { whole, killed };
  } finally {
    for (const { lane, template } of open) {
      await lane.close();
      await template.remove();
    }
  }
};
