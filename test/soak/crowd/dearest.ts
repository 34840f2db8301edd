import { z } from 'zod';

const profileSchema = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/** Time in which nothing was done, or nobody knows what. */
const NOBODY = new Set(['(idle)', '(program)', '(root)']);

/** Where a function stands, without the folders above the project or the package. */
const placeOf = (url: string): string => url.replace(/^.*\/node_modules\//, '').replace(/^file:.*\/(?=src\/)/, '');

/** The functions in which a process itself spent most of its time at work, by Node's CPU profile, with their shares. */
export const dearestIn = (profile: string, most: number): string[] => {
  const { nodes, samples, timeDeltas } = profileSchema.parse(JSON.parse(profile));
  const names = new Map(
    nodes
      .filter(({ callFrame }) => !NOBODY.has(callFrame.functionName))
      .map(({ id, callFrame: { functionName, url } }) => {
        const name = functionName === '' ? 'a function without a name' : functionName;
        return [id, url === '' ? name : `${name} of ${placeOf(url)}`];
      }),
  );
  const spent = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const name = names.get(sample);
    if (name !== undefined) spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => `${name} ${((100 * time) / all).toFixed(1)} %`);
};
