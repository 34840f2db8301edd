import { describe, expect, test } from '@jest/globals';
import { commonSentences as common } from '../../test/support/common-sentences.ts';
import { createShelf } from '../rulebook/shelf.ts';
import { closingDaysBy } from './closing-days.ts';
import { isWeekDay, isWorkday, workingDaysBefore } from './digest-times.ts';

const plan = (year: number, closingDays: string) => ({
  path: `testby/${year}.yaml`,
  text: `municipality: testby
name: { da: Testby, en: Testby }
validFrom: ${year}-01-01
validTo: ${year}-12-31
closingDays: ${closingDays}
document: Plan ${year}
exceptions: { roles: [team-lead] }
parameters: {}
rules:
  - id: RULE-1
    statement: { da: Aldrig, en: Never }
    source: { section: Kapitel 1, line: 10 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - effect: forbids
        when: { value: $offer.ends, after: $offer.starts }
        says: { da: 'Nej.', en: 'No.' }
`,
});

describe('Where the plan of a new year names only its own closing days', () => {
  const shelf = createShelf([plan(2026, '[12-30, 2026-12-31]'), plan(2027, '[2027-12-31]')], common);
  const closingDays = closingDaysBy(shelf)('testby', '2027-01-04');

  test('a digest of January looks back upon no day that was closed by the old one', () => {
    expect(workingDaysBefore('2027-01-04', 2, closingDays)).toEqual(['2026-12-28', '2026-12-29']);
  });

  test('the overview of a week whose day was closed comes on the first working day after', () => {
    expect(isWeekDay('2027-01-04', 4, closingDays)).toBe(true);
  });

  test('the old ones close no day of the new year', () => {
    expect(isWorkday('2027-12-30', closingDaysBy(shelf)('testby', '2027-12-30'))).toBe(true);
  });
});
