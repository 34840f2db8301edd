import { describe, expect, test } from '@jest/globals';
import { commonSentences as common } from '../../test/support/common-sentences.ts';
import { RulebookError } from './read.ts';
import { rulebookHash } from './rulebook-hash.ts';
import { createShelf, type RulebookFile, type Shelf } from './shelf.ts';

/** A rulebook of one rule, for a period. */
const planFor = (validFrom: string, validTo: string, more = ''): RulebookFile => ({
  path: `testby/${validFrom}.yaml`,
  text: `municipality: testby
name: { da: Testby, en: Testby }
validFrom: ${validFrom}
validTo: ${validTo}
${more}document: Plan ${validFrom.slice(0, 4)}
exceptions: { roles: [team-lead] }
parameters:
  longest:
    - { from: ${validFrom}, value: 3 months, reference: linje 1 }
    - { from: ${validFrom.slice(0, 4)}-07-01, value: 4 months, reference: mødet i juni }
rules:
  - id: RULE-1
    statement: { da: Højst så længe, en: At most so long }
    source: { section: Kapitel 1, line: 10 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - effect: forbids
        when: { value: { lastDayOf: $longest, from: $offer.starts }, before: $offer.ends }
        says: { da: 'Højst {longest}.', en: 'At most {longest}.' }
`,
});

const mistakesIn = (...files: RulebookFile[]): string[] => {
  try {
    createShelf(files, common);
    return [];
  } catch (error) {
    if (error instanceof RulebookError) return error.mistakes;
    throw error;
  }
};

/** The version in force on a day and the longest internship by it. */
const inForce = (shelf: Shelf, today: string): string => {
  const found = shelf.on('testby', today);
  if (!('rulebook' in found)) return JSON.stringify(found);
  const { version, rules } = found.rulebook;
  return `${version}: ${rules[0]?.parameters[0]?.value.en} (${rules[0]?.parameters[0]?.reference})`;
};

describe('Of several versions of a plan', () => {
  const shelf = createShelf(
    [planFor('2026-01-01', '2026-12-31'), planFor('2022-01-01', '2022-12-31'), planFor('2023-01-01', '2023-12-31')],
    common,
  );

  test.each([
    ['the first day of the first', '2022-01-01', '2022-01-01: 3 months (linje 1)'],
    ['the last day of the first', '2022-12-31', '2022-01-01: 4 months (mødet i juni)'],
    ['the first day of the next', '2023-01-01', '2023-01-01: 3 months (linje 1)'],
    ['the day before a number changes inside a version', '2023-06-30', '2023-01-01: 3 months (linje 1)'],
    ['the day a number changes inside a version', '2023-07-01', '2023-01-01: 4 months (mødet i juni)'],
    ['a gap between two versions: the last known', '2025-12-31', '2023-01-01: 4 months (mødet i juni)'],
    ['the first day after a gap', '2026-01-01', '2026-01-01: 3 months (linje 1)'],
    ['long after the last: the last known', '2040-05-17', '2026-01-01: 4 months (mødet i juni)'],
  ])('one is in force on %s', (_day, today, wanted) => {
    expect(inForce(shelf, today)).toBe(wanted);
  });

  test('none is in force before the first, and its first day is named', () => {
    expect(shelf.on('testby', '2021-12-31')).toEqual({ notBefore: '2022-01-01' });
  });

  test('each is handed out with its texts and the hash that its answers name', () => {
    for (const { municipality, version, hash, text, common: sentences } of shelf.texts()) {
      const found = shelf.on(municipality, version);
      expect(found).toMatchObject({ rulebook: { version, hash } });
      expect(rulebookHash(text, sentences)).toBe(hash);
    }
    expect(shelf.texts().map(({ version }) => version)).toEqual(['2022-01-01', '2023-01-01', '2026-01-01']);
  });

  test('those that follow one another to the day do not overlap', () => {
    expect(mistakesIn(planFor('2024-01-01', '2024-12-31'), planFor('2025-01-01', '2025-12-31'))).toEqual([]);
  });

  test('those that overlap are refused at the end of the earlier, with the last day it may have', () => {
    const overlap = [planFor('2024-12-31', '2025-12-31'), planFor('2024-01-01', '2024-12-31')];
    expect(mistakesIn(...overlap)).toEqual([
      'testby/2024-01-01.yaml:4:10 validTo: 2024-12-31 overlaps testby/2024-12-31.yaml, valid from 2024-12-31; allowed: up to 2024-12-30',
    ]);
  });

  test('those that begin on the same day are refused, with where the other lies', () => {
    const again = { ...planFor('2024-01-01', '2024-12-31'), path: 'testby/copy.yaml' };
    expect(mistakesIn(planFor('2024-01-01', '2024-12-31'), again)).toEqual([
      'testby/copy.yaml:3:12 validFrom: testby already has a rulebook valid from 2024-01-01: testby/2024-01-01.yaml',
    ]);
  });

  test('other municipalities’ may hold for the same days', () => {
    const { path, text } = planFor('2024-01-01', '2024-12-31');
    const other = { path: path.replace('testby', 'anderby'), text: text.replaceAll('testby', 'anderby') };
    expect(mistakesIn({ path, text }, other)).toEqual([]);
  });
});

describe('An extension that a lead has confirmed', () => {
  const extended = planFor('2024-01-01', '2024-12-31', 'extendedUntil: 2025-06-30\n');

  test('moves the day after which answers say that the plan has ended', () => {
    const found = createShelf([extended], common).on('testby', '2024-01-01');
    expect(found).toMatchObject({ rulebook: { validTo: '2025-06-30' } });
  });

  test('gives way to a newer version', () => {
    const shelf = createShelf([extended, planFor('2025-03-01', '2025-12-31')], common);
    expect(inForce(shelf, '2025-02-28')).toContain('2024-01-01: ');
    expect(inForce(shelf, '2025-03-01')).toContain('2025-03-01: ');
  });

  test('that extends nothing is refused', () => {
    expect(mistakesIn(planFor('2024-01-01', '2024-12-31', 'extendedUntil: 2024-12-31\n'))).toEqual([
      'testby/2024-01-01.yaml:5:16 extendedUntil: 2024-12-31 does not lie after validTo 2024-12-31',
    ]);
  });
});

test('A file that gives a number two values from the same day is refused', () => {
  const { path, text } = planFor('2024-01-01', '2024-12-31');
  expect(mistakesIn({ path, text: text.replace('from: 2024-07-01', 'from: 2024-01-01') })).toEqual([
    'testby/2024-01-01.yaml:10:15 parameters.longest.1.from: longest already has a value from 2024-01-01; a day has one',
  ]);
});
