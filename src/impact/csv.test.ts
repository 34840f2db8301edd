import { expect, test } from '@jest/globals';
import type { Change } from './change.ts';
import { csvRow } from './csv.ts';

const change = (caseId: string, before = 'allowed'): Change => ({
  caseId,
  question: 'deadlines',
  part: 'deadline',
  rules: ['TST-01', 'TST-02'],
  before,
  after: 'none',
});

test('a field with a comma, a quote or a line break stands in quotes', () => {
  expect(csvRow(change('S-1'))).toBe('S-1,deadlines,,deadline,,TST-01 TST-02,allowed,none');
  expect(csvRow(change('S,1'))).toMatch(/^"S,1",deadlines/);
  expect(csvRow(change('S"1'))).toMatch(/^"S""1",deadlines/);
  expect(csvRow(change('S\r\n1'))).toMatch(/^"S\r\n1",deadlines/);
});

test.each(['=HYPERLINK("x")', '+45', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'a spreadsheet takes %j for text, not for a formula',
  (caseId) => {
    expect(csvRow(change(caseId)).replace(/^"/, '')).toMatch(/^'/);
    expect(csvRow(change('S-1', caseId))).toMatch(/,"?'/);
  },
);
