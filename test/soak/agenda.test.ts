import { describe, expect, test } from '@jest/globals';
import { followMatters, followOdd, followUsual, TOWNS } from './agenda/towns.ts';

/** `npm run soak` follows a thousand of either kind in each municipality. */
const CASES = 6;

describe.each(TOWNS)('The stored agenda of a case in $municipality, read on any day of two years', (town) => {
  test.each([
    ['usual', followUsual],
    ['odd', followOdd],
  ])('is what the rules list on that day: %s cases', (_, follow) => {
    const { wrong, projections, count } = follow(town, CASES);
    expect(wrong).toEqual([]);
    // One that is projected every day is right for no reason of its own.
    expect(projections / count).toBeLessThan(24);
  });

  test('is what the rules list on that day: matters', () => {
    const { wrong, projections, count } = followMatters(town, CASES);
    expect(wrong).toEqual([]);
    expect(projections / count).toBeLessThan(6);
  });
});
