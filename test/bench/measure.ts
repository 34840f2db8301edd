import { Bench } from 'tinybench';

/** The middle one of some figures. */
export const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Microseconds that each of some works takes at the median; the works take turns, so that a busy machine slows all. */
export const medianMicros = async (
  works: Record<string, () => unknown>,
  rounds: number,
  millisecondsEach: number,
): Promise<Map<string, number>> => {
  const figures = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const bench = new Bench({ time: millisecondsEach, warmupTime: millisecondsEach / 4 });
    for (const [name, work] of Object.entries(works)) bench.add(name, work);
    for (const { name, result } of await bench.run()) {
      if (!('latency' in result)) throw new Error(`${name} could not be measured`);
      figures.get(name)?.push(result.latency.p50 * 1000);
    }
  }
  return new Map([...figures].map(([name, each]) => [name, median(each)]));
};
