import { describe, expect, test } from '@jest/globals';
import { scoreFile } from './score.ts';

const today = '2023-05-10';

describe('what caseworkers write', () => {
  test.each(['utterances.jsonl', 'other-voices.jsonl'])(
    'at least 95 in 100 of %s are understood, at most one in 100 is misread',
    (file) => {
      const { share, misread } = scoreFile(file, today);
      expect(share).toBeGreaterThanOrEqual(0.95);
      expect(misread.length).toBeLessThanOrEqual(2);
    },
  );
});
