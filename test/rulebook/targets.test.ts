import { describe, expect, test } from '@jest/globals';
import type { Case, Offer } from '../../src/contract/case.ts';
import { RulebookError } from '../../src/rulebook/read.ts';
import { createShelf } from '../../src/rulebook/shelf.ts';
import { tallyTargets } from '../../src/rulebook/targets.ts';
import { readFileSync } from 'node:fs';
import { fixtureShelf } from '../support/fixture-shelf.ts';
import { caseRecord } from '../support/office.ts';

const today = '2026-04-01';
const rulebook = (() => {
  const found = fixtureShelf('targets').on('testby', today);
  if (!('rulebook' in found)) throw new Error('the fixture has a rulebook for the day');
  return found.rulebook;
})();

const offer = (kind: Offer['kind'], more: Partial<Offer> = {}): Offer => ({
  id: `o-${kind}`,
  kind,
  starts: '2026-02-02',
  ends: '2026-06-30',
  ...more,
});
/** So many cases that nobody can be pointed at, each like the record. */
const cases = (count: number, record: Partial<Case>): Partial<Case>[] => Array.from({ length: count }, () => record);

const counted = (target: string, figure: string, records: Partial<Case>[], on = today) => {
  const tally = tallyTargets(rulebook.targets, on);
  for (const [index, record] of records.entries())
    tally.add(caseRecord('testby', `C-${index}`, { offers: [], ...record }));
  return tally.count(target, figure);
};

describe('How many citizens', () => {
  const inPractice = { offers: [offer('internship')] };

  test('are in company-based offers is the number of cases that meet the condition, one each', () => {
    const twice = { offers: [offer('internship'), offer('wage-subsidy')] };
    const records = [...cases(5, inPractice), twice, { offers: [offer('guidance')] }];
    expect(counted('TAL-10', 'citizens', records)).toEqual({ value: 6, few: false, unknown: 0 });
  });

  test('is too few to be told when there are four, and can be told when there are five', () => {
    expect(counted('TAL-10', 'citizens', cases(4, inPractice))).toMatchObject({ value: 4, few: true });
    expect(counted('TAL-10', 'citizens', cases(5, inPractice))).toMatchObject({ value: 5, few: false });
  });

  test('leaves closed cases out where only open ones count, and nowhere else', () => {
    const old = { benefit: { type: 'kontanthjaelp' as const, since: '2020-01-01' } };
    const closed = { ...old, ...inPractice, status: 'closed' as const };
    expect(counted('TAL-11', 'long-term', [...cases(6, old), closed])).toMatchObject({ value: 6 });
    expect(counted('TAL-10', 'citizens', cases(5, closed))).toMatchObject({ value: 5 });
  });

  test('is counted on the day: what was not yet long is long a year later', () => {
    const records = cases(5, { benefit: { type: 'kontanthjaelp', since: '2023-06-01' } });
    expect(counted('TAL-11', 'long-term', records)).toMatchObject({ value: 0 });
    expect(counted('TAL-11', 'long-term', records, '2027-04-01')).toMatchObject({ value: 5 });
  });
});

describe('The share of citizens', () => {
  const sick = (more: Partial<Case> = {}): Partial<Case> => ({
    benefit: { type: 'sygedagpenge', since: '2026-01-01' },
    ...more,
  });

  test('is taken of the group alone, in percent with one decimal', () => {
    const records = [
      ...cases(5, sick({ hasEmployer: true })),
      ...cases(10, sick({ hasEmployer: false })),
      ...cases(9, { hasEmployer: true }),
    ];
    expect(counted('TAL-12', 'employed', records)).toEqual({ value: 33.3, few: false, unknown: 0 });
  });

  test('leaves out whoever lacks the fact, and says how many', () => {
    const records = [
      ...cases(5, sick({ hasEmployer: true })),
      ...cases(5, sick({ hasEmployer: false })),
      ...cases(7, sick()),
    ];
    expect(counted('TAL-12', 'employed', records)).toEqual({ value: 50, few: false, unknown: 7 });
  });

  test('is too few to be told when few are counted, when few are left out, and in an empty group', () => {
    const mixed = (ins: number, outs: number) => [
      ...cases(ins, sick({ hasEmployer: true })),
      ...cases(outs, sick({ hasEmployer: false })),
    ];
    expect(counted('TAL-12', 'employed', mixed(4, 40))).toMatchObject({ few: true });
    expect(counted('TAL-12', 'employed', mixed(40, 4))).toMatchObject({ few: true });
    expect(counted('TAL-12', 'employed', mixed(5, 5))).toMatchObject({ few: false });
    expect(counted('TAL-12', 'employed', [])).toEqual({ value: 0, few: true, unknown: 0 });
  });
});

describe('The share of offers', () => {
  test('goes over the offers of all cases, however many a case has', () => {
    const three = { offers: [offer('internship'), offer('wage-subsidy'), offer('guidance')] };
    const one = { offers: [offer('guidance')] };
    const records = [...cases(5, three), ...cases(5, one)];
    expect(counted('TAL-13', 'company-based', records)).toEqual({ value: 50, few: false, unknown: 0 });
    expect(counted('TAL-13', 'guidance', records)).toEqual({ value: 50, few: false, unknown: 0 });
  });

  test('leaves out offers that have not begun', () => {
    const ahead = { offers: [offer('internship', { starts: '2026-05-01' }), offer('guidance')] };
    expect(counted('TAL-13', 'guidance', cases(6, ahead))).toMatchObject({ value: 100 });
  });

  test('is about people: many offers of few citizens are too few to be told', () => {
    const many = Array.from({ length: 9 }, (_, index) => offer('internship', { id: `o${index}` }));
    const records = [{ offers: many }, ...cases(9, { offers: [offer('guidance')] })];
    expect(counted('TAL-13', 'company-based', records)).toMatchObject({ value: 50, few: true });
  });
});

test('A figure that the cases cannot show has no count', () => {
  expect(counted('TAL-14', 'agreements', cases(9, {}))).toBeUndefined();
});

describe('A mistake in a target is refused with its place', () => {
  const text = readFileSync(new URL('fixtures/targets.yaml', import.meta.url), 'utf8');
  const common = new URL('../../rulebooks/common.yaml', import.meta.url);
  const refusal = (wrong: string, instead: string): string => {
    expect(text).toContain(wrong);
    try {
      createShelf([{ path: 'testby/2026-01-01.yaml', text: text.replace(wrong, instead) }], {
        path: 'common.yaml',
        text: readFileSync(common, 'utf8'),
      });
    } catch (error) {
      if (error instanceof RulebookError) return error.message;
      throw error;
    }
    throw new Error('it was not refused');
  };

  test.each([
    ['a fact that does not exist', 'fact: hasEmployer', 'fact: hasEmployers', 'did you mean hasEmployer?'],
    ['a condition nobody wrote', 'where: longTerm,', 'where: longTerms,', 'there is no condition named "longTerms"'],
    ['the fact of a list outside it', 'among: { fact: benefit.type,', 'among: { fact: its.kind,', 'no fact "its.kind"'],
    ['a share that is counted in citizens', 'unit: percent', 'unit: citizens', 'shareOf gives percent'],
    ['a figure that stands there twice', 'id: guidance', 'id: company-based', 'has a figure company-based already'],
    ['a day that does not exist', 'by: 2026-06-30', 'by: 2026-06-31', 'by'],
    ['a goal that is none', 'goal: { up: true }', 'goal: { up: 4 }', 'goal'],
  ])('%s', (_what, wrong, instead, told) => {
    const message = refusal(wrong, instead);
    expect(message).toContain(told);
    expect(message).toMatch(/testby\/2026-01-01\.yaml:\d+:\d+/);
  });
});
