import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { sentencesHash } from '../../language/learning/sentences.ts';
import { modelPath } from '../../src/conversation/understanding/learnt/model-file.ts';

test.each(['names', 'intents'])(
  'the weights for %s are learnt from the sentences as they are: npm run learn',
  (name) => {
    const { learntFrom } = JSON.parse(readFileSync(modelPath(name), 'utf8'));
    expect(learntFrom).toBe(sentencesHash());
  },
);
