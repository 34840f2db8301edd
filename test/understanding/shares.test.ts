import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { verdictOn } from '../../language/learning/score.ts';
import { allSentences, type Labelled, parseSentences, SENTENCES_DAY } from '../../language/learning/sentences.ts';
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

const heldOut = (name: string): Labelled[] =>
  parseSentences(name, readFileSync(new URL(name, import.meta.url), 'utf8'));

describe('what caseworkers write', () => {
  test.each([...allSentences()])('of the sentences learnt from in %s, few are misread', (_, sentences) => {
    const { right, misread } = sharesOf(sentences);
    expect(misread).toBeLessThanOrEqual(4);
    expect(right).toBeGreaterThanOrEqual(94);
  });

  // By writers who have not seen the code, and never learnt from: what to expect of what nobody has foreseen.
  test.each([['whole-office.jsonl', 92, 4]])('of the sentences in %s at least %d %% are right', (name, least, most) => {
    const { right, misread } = sharesOf(heldOut(name));
    expect(right).toBeGreaterThanOrEqual(least);
    expect(misread).toBeLessThanOrEqual(most);
  });
});
