import { describe, expect, test } from '@jest/globals';
import { scoreFile } from './score.ts';

const today = '2023-05-10';

describe('what caseworkers write', () => {
  test.each([
    ['utterances.jsonl', 98, 0],
    ['other-voices.jsonl', 95, 0],
    ['eight-voices.jsonl', 99, 0],
    ['more-voices.jsonl', 98, 0],
    // Sloppy sentences from outside the vocabulary: asking back is fine here, misreading is not.
    ['fresh-voices.jsonl', 70, 0],
    // Never looked at while the grammar was built: where it stands with what nobody has foreseen.
    ['unseen-voices.jsonl', 73, 19],
  ])('of %s at least %d in 100 are understood and at most %d sentences misread', (file, percent, most) => {
    const { share, misread } = scoreFile(file, today);
    expect(misread.slice(most)).toEqual([]);
    expect(share * 100).toBeGreaterThanOrEqual(percent);
  });
});
