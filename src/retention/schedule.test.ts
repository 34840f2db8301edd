import { describe, expect, test } from '@jest/globals';
import { type Schedule, keptFrom, readDefaults, withOwn } from './schedule.ts';

const text = `receiptFacts: { months: 24, reference: linje 1 }
closedCases: { months: 60, reference: linje 2 }
accessLog: { months: 13, reference: linje 3 }
`;
const path = 'rulebooks/retention.yaml';
const defaults: Schedule = readDefaults({ path, text });
const ownFile = (own: string) => withOwn(defaults, { path: 'rulebooks/testby/retention.yaml', text: own });

describe('How long what is kept', () => {
  test('is what stands in the common file, and a municipality may have its own number', () => {
    expect(ownFile('accessLog: { months: 6, reference: linje 9 }')).toEqual({
      ...defaults,
      accessLog: { months: 6, reference: 'linje 9' },
    });
  });

  test('is counted in months back from the day; where the day does not exist, from the last of the month', () => {
    expect(keptFrom(defaults, '2027-03-31')).toEqual({
      receiptFacts: '2025-03-31',
      closedCases: '2022-03-31',
      accessLog: '2026-02-28',
    });
  });

  test.each<[string, string, string]>([
    [
      'a number that is none',
      'accessLog: { months: two, reference: x }',
      'rulebooks/testby/retention.yaml:1:22 accessLog.months: "two" stands here; wanted: ',
    ],
    [
      'no time at all',
      'accessLog: { months: 0, reference: x }',
      '0 stands here; wanted: a whole number of months from 1 to 1200',
    ],
    ['half a month', 'accessLog: { months: 1.5, reference: x }', '1.5 stands here; wanted: '],
    ['a number from nowhere', 'accessLog: { months: 6 }', 'accessLog.reference: nothing stands here; wanted: '],
    [
      'what is not kept',
      'emails: { months: 6, reference: x }',
      '"emails" means nothing here; allowed: receiptFacts, closedCases, accessLog',
    ],
    ['another unit', 'accessLog: { years: 6, reference: x }', '"years" means nothing here; allowed: months, reference'],
  ])('%s is refused with its place and what may stand there', (_, own, told) => {
    expect(() => ownFile(own)).toThrow(told);
  });

  test('must be there for all, before a municipality says anything', () => {
    expect(() => readDefaults({ path, text: 'accessLog: { months: 6, reference: x }' })).toThrow(
      /receiptFacts[^]*closedCases/,
    );
  });
});
