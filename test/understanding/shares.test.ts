import { describe, expect, test } from '@jest/globals';
import { verdictOn } from '../../language/learning/score.ts';
import { allSentences, type Labelled, SENTENCES_DAY } from '../../language/learning/sentences.ts';
import { HELD_OUT, heldOut } from './held-out.ts';
import { understand } from '../../src/conversation/understanding/understand.ts';

/** In per cent. */
const sharesOf = (sentences: readonly Labelled[]): { right: number; misread: number } => {
  const verdicts = sentences.map((labelled) => {
    const { text, context = {} } = labelled;
    return verdictOn(labelled, understand(text, { today: SENTENCES_DAY, context })).verdict;
  });
  const share = (wanted: string): number =>
    (100 * verdicts.filter((verdict) => verdict === wanted).length) / verdicts.length;
  return { right: share('right'), misread: share('misread') };
};

describe('what caseworkers write', () => {
  test.each([...allSentences()])('of the sentences learnt from in %s, few are misread', (_, sentences) => {
    const { right, misread } = sharesOf(sentences);
    expect(misread).toBeLessThanOrEqual(5);
    expect(right).toBeGreaterThanOrEqual(92);
  });

  // By writers who have not seen the code, and never learnt from: what to expect of what nobody has foreseen.
  test.each(HELD_OUT)('of the sentences in %s few are misread and few are asked about', (name) => {
    const { right, misread } = sharesOf(heldOut(name));
    expect(right).toBeGreaterThanOrEqual(95);
    expect(misread).toBeLessThanOrEqual(2);
  });
});
