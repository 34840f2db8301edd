import { understand } from '../../src/conversation/understanding/understand.ts';
import { repetitions } from '../support/repetitions.ts';
import { HELD_OUT, heldOut } from '../understanding/held-out.ts';
import { median } from './measure.ts';

const today = '2023-05-10';
const TRIES = 12;

/** Milliseconds for one sentence: the quickest of a dozen, so what it costs and not what else the machine is doing. */
const quickest = (text: string): number =>
  Math.min(
    ...Array.from({ length: TRIES }, () => {
      const before = performance.now();
      understand(text, { today });
      return performance.now() - before;
    }),
  );

/** How long sentences of caseworkers take at the median, and the slowest of two thousand characters of nonsense. */
export const timeReading = (): { sentence: number; nonsense: number } => {
  const sentences = HELD_OUT.flatMap(heldOut).map(({ text }) => text);
  for (const text of sentences) understand(text, { today });
  return { sentence: median(sentences.map(quickest)), nonsense: Math.max(...repetitions.map(quickest)) };
};
