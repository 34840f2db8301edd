import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allSentences, type Labelled, sentencesHash } from '../../language/learning/sentences.ts';
import { modelPath } from '../../src/conversation/understanding/learnt/model-file.ts';
import { HELD_OUT, heldOut } from './held-out.ts';

test.each(['names', 'intents'])(
  'the weights for %s are learnt from the sentences as they are: npm run learn',
  (name) => {
    const { learntFrom } = JSON.parse(readFileSync(modelPath(name), 'utf8'));
    expect(learntFrom).toBe(sentencesHash());
  },
);

test('no sentence that tells how well it does is among those learnt from', () => {
  const same = ({ text, context }: Labelled): string =>
    `${text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} ${context?.lastIntent ?? ''}`;
  const learntFrom = new Set([...allSentences().values()].flat().map(same));
  for (const name of HELD_OUT)
    expect(
      heldOut(name)
        .map(same)
        .filter((one) => learntFrom.has(one)),
    ).toEqual([]);
});
