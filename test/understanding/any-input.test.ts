import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { understand } from '../../src/conversation/understanding/understand.ts';
import { INTENTS } from '../../src/conversation/understanding/intents.ts';

const today = '2023-05-10';
const sentences = readFileSync(new URL('utterances.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): string => JSON.parse(line).text);

const mangled = fc
  .tuple(fc.constantFrom(...sentences), fc.nat(200), fc.nat(20), fc.string({ unit: 'binary', maxLength: 8 }))
  .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));

/** The quickest of a dozen: what the text costs, not what else the machine is doing. */
const slowest = (texts: readonly string[]): number =>
  Math.max(
    ...texts.map((text) => {
      const times = Array.from({ length: 12 }, () => {
        const before = performance.now();
        understand(text, { today });
        return performance.now() - before;
      });
      return Math.min(...times);
    }),
  );

describe('whatever is written', () => {
  test('any text and any mangled sentence is read without a throw, as one of the intents', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), mangled), (text) => {
        const { intent, confidence } = understand(text, { today });
        expect(INTENTS).toContain(intent);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('two thousand characters take no more than 20 ms, however they repeat', () => {
    const pieces = [
      'a',
      '1',
      '1.',
      '31/8-',
      'Aa ',
      'forlæng',
      '9 ',
      'til ',
      'og to ',
      'REB-',
      "'s",
      'æ-',
      'M. ',
      'Mod på ',
      'jobafklaringsforløb',
      'hundrede og ',
      'i ',
      '2023-',
      '. ',
    ];
    expect(slowest(pieces.map((piece) => piece.repeat(Math.ceil(2000 / piece.length))))).toBeLessThan(20);
  });

  test('a sentence takes at most 300 microseconds at the median', () => {
    for (const text of sentences) understand(text, { today });
    const times = sentences.map((text) => {
      const before = performance.now();
      understand(text, { today });
      return performance.now() - before;
    });
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(0.3);
  });
});
