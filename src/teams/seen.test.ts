import { describe, expect, test } from '@jest/globals';
import { createSeen } from './seen.ts';

describe('what has been seen', () => {
  test('is seen for a while, and then as new as ever', () => {
    const seen = createSeen({ size: 10, forMs: 1000 });
    expect([0, 500, 999].map((now) => seen.first('a', now))).toEqual([true, false, false]);
    expect(seen.first('a', 1000)).toBe(true);
  });

  test('can be forgotten', () => {
    const seen = createSeen({ size: 10, forMs: 1000 });
    seen.first('a', 0);
    seen.forget('a');
    expect(seen.first('a', 1)).toBe(true);
  });

  test('is never more than fits, and the oldest goes first', () => {
    const seen = createSeen({ size: 3, forMs: 1000 });
    for (const key of ['a', 'b', 'c', 'd', 'e']) seen.first(key, 0);
    expect(seen.first('a', 1)).toBe(true);
    expect(seen.first('e', 1)).toBe(false);
  });
});
