import { describe, expect, test } from '@jest/globals';
import { backoff } from './backoff.ts';

describe('the wait after a failed attempt', () => {
  test('doubles, with half of it left to chance', () => {
    expect([0, 1, 2, 3].map((attempts) => backoff(attempts, undefined, () => 0))).toEqual([500, 1000, 2000, 4000]);
    expect([0, 1, 2, 3].map((attempts) => backoff(attempts, undefined, () => 1))).toEqual([1000, 2000, 4000, 8000]);
  });

  test('never exceeds a quarter of an hour, however often it failed', () => {
    expect(backoff(5000, undefined, () => 1)).toBe(15 * 60_000);
  });

  test('is never shorter than the service asked for, and an hour at most', () => {
    expect(backoff(0, 30_000, () => 0)).toBe(30_000);
    expect(backoff(9, 30_000, () => 1)).toBe(31_000);
    expect(backoff(0, 1e12, () => 0)).toBe(60 * 60_000);
  });
});
