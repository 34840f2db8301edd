import { describe, expect, test } from '@jest/globals';
import { commonText, plan } from '../../test/support/replay-town.ts';
import { createShelf } from './shelf.ts';

/** How the plan's second rule shows its limit when the number has this unit. */
const limitIn = (value: string, unit: string) => {
  const text = plan.replace('value: 2000, unit: kr', () => `value: ${value}, unit: ${unit}`);
  const found = createShelf([{ path: 'testby.yaml', text }], { path: 'common.yaml', text: commonText }).on(
    'testby',
    '2026-04-01',
  );
  if (!('rulebook' in found)) throw new Error('there is a rulebook on that day');
  return found.rulebook.rules.find(({ id }) => id === 'TST-02')?.parameters[0]?.value;
};

describe('A number of the plan is shown with what it counts', () => {
  test.each([
    ['2000', 'kr', { da: '2.000 kr.', en: '2,000 kr.' }],
    ['6', 'hours', { da: '6 timer', en: '6 hours' }],
    ['18', 'years', { da: '18 år', en: '18 years' }],
    ['1', 'months', { da: '1 måned', en: '1 month' }],
    ['2', 'bids', { da: '2', en: '2' }],
  ])('%s %s', (value, unit, shown) => {
    expect(limitIn(value, unit)).toEqual(shown);
  });
});
