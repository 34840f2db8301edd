import { expect, test } from '@jest/globals';
import { figureRefusal } from './check-figure.ts';

const today = '2026-04-01';
const good = { value: 100, on: today, source: 'Rapport, side 3' };

test('a figure with a date up to today and a source can be entered', () => {
  expect(figureRefusal('citizens', good, today)).toBeUndefined();
  expect(figureRefusal('percent', { ...good, value: 18.5 }, today)).toBeUndefined();
  expect(figureRefusal('citizens', { ...good, value: 0, on: '2021-12-31' }, today)).toBeUndefined();
});

test.each([
  ['less than nothing', 'kr', { value: -1 }, 'out-of-range'],
  ['no number', 'kr', { value: Number.NaN }, 'out-of-range'],
  ['more than a thousand percent', 'percent', { value: 1001 }, 'out-of-range'],
  ['half a citizen', 'citizens', { value: 1.5 }, 'not-whole'],
  ['half a company', 'companies', { value: 1.5 }, 'not-whole'],
  ['tomorrow', 'citizens', { on: '2026-04-02' }, 'in-the-future'],
  ['no source', 'citizens', { source: '  ' }, 'no-source'],
  ['a source that goes on and on', 'citizens', { source: 'x'.repeat(201) }, 'source-too-long'],
  ['a source that would move the cursor of a terminal', 'citizens', { source: 'Rapport\u001b[2J' }, 'unprintable'],
  ['a citizen’s number as source', 'citizens', { source: ['150485', '1234'].join('-') }, 'cpr'],
] as const)('%s is refused', (_, unit, wrong, why) => {
  expect(figureRefusal(unit, { ...good, ...wrong }, today)).toBe(why);
});
