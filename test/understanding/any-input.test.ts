import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allSentences } from '../../language/learning/sentences.ts';
import { understand } from '../../src/conversation/understanding/understand.ts';
import { repetitions } from '../support/repetitions.ts';
import { INTENTS } from '../../src/conversation/understanding/intents.ts';

const today = '2023-05-10';
const sentences = [...allSentences().values()].flat().map(({ text }) => text);

const mangled = fc
  .tuple(fc.constantFrom(...sentences), fc.nat(200), fc.nat(20), fc.string({ unit: 'binary', maxLength: 8 }))
  .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));

/** What every object of the language has by itself. */
const ofEveryObject = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];

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

  test.each(ofEveryObject)('"%s" is a word like any other', (word) => {
    for (const text of [word, `næste ${word}`, `til ${word}`, `må Karl Vad få praktik i ${word}, 3 ${word}s ${word}`])
      for (const context of [
        {},
        { lastIntent: 'start-offer', asked: word },
        { lastIntent: word, asked: `offer.${word}` },
      ]) {
        const { intent, entities } = understand(text, { today, context });
        expect(INTENTS).toContain(intent);
        expect(entities).not.toHaveProperty('until');
        expect(entities).not.toHaveProperty('date');
      }
  });

  test('two thousand characters are read without delay, however they repeat', () => {
    const began = performance.now();
    for (const text of repetitions) understand(text, { today });
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
