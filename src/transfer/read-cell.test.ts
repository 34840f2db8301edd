import { describe, expect, test } from '@jest/globals';
import type { FactType } from './fact-type.ts';
import { type Numbers, readCell } from './read-cell.ts';

const read = (text: string, is: Exclude<FactType['is'], 'choice'>, numbers: Numbers = 'danish') =>
  readCell(text, { is }, numbers);

describe('A cell as Danish offices write it', () => {
  test.each([
    ['31-12-2023', '2023-12-31'],
    ['5/1/2026', '2026-01-05'],
    ['01.11.2025', '2025-11-01'],
    ['2026-08-31', '2026-08-31'],
    ['31-12-2023 00:00', '2023-12-31'],
  ])('is a day: %s', (text, value) => expect(read(text, 'date')).toEqual({ value }));

  test.each<[string, Numbers, number]>([
    ['1.234,50', 'danish', 1234.5],
    ['1.234', 'danish', 1234],
    ['1.234', 'english', 1.234],
    ['1,234.50', 'english', 1234.5],
    ['12.5', 'danish', 12.5],
    ['12,5', 'english', 12.5],
    ['2 200 kr.', 'danish', 2200],
    ['0.500', 'danish', 0.5],
    ['0,500', 'english', 0.5],
  ])('is an amount: %s in %s numbers', (text, numbers, value) =>
    expect(read(text, 'number', numbers)).toEqual({ value }),
  );

  test.each([
    ['31-08-2026 09:30', '2026-08-31T09:30:00+02:00'],
    ['2026-01-05 kl. 9', undefined],
    ['2026-01-05T08:15:00Z', '2026-01-05T08:15:00Z'],
  ])('is a moment by Danish clocks: %s', (text, value) =>
    expect(read(text, 'instant')).toEqual(
      value === undefined ? { wrong: expect.stringContaining('allowed: 31-08-2026 09:30') } : { value },
    ),
  );

  test.each([
    ['Ja', true],
    ['nej', false],
    ['X', true],
  ])('is yes or no: %s', (text, value) => expect(read(text, 'boolean')).toEqual({ value }));

  test.each([
    ['31-02-2026', 'date', 'is no date'],
    ['tolv', 'number', 'is no number'],
    ['1 2', 'number', 'is no number'],
    ['31-12-9999', 'date', 'is no day of our time'],
    ['01-01-0001 08:00', 'instant', 'is no day of our time'],
    ['#N/A', 'id', 'the spreadsheet shows an error here'],
    ['Team\nNord', 'id', 'has a line break'],
    ['måske', 'boolean', 'is neither yes nor no'],
    ['300285-0000', 'id', 'looks like a CPR number'],
  ] as const)('is refused with what is allowed: %s', (text, is, why) =>
    expect(read(text, is)).toEqual({ wrong: expect.stringMatching(new RegExp(`${why}[^]*; allowed: `)) }),
  );

  test('is no CPR number, neither with its first 0 dropped', () => {
    expect(read('302850000', 'id')).toEqual({ wrong: expect.stringMatching(/^"\*{6}-\*{4}" looks like a CPR number/) });
    expect(read('302850000', 'text')).toEqual({ value: '******-****' });
    expect(read('123456789', 'id')).toEqual({ value: '123456789' });
  });

  test('is text on one line', () => expect(read('Åse\r\nOpdigtet', 'text')).toEqual({ value: 'Åse Opdigtet' }));

  test('shows no CPR number, wherever it stands', () => {
    expect(read('Åse 300285-0000', 'text')).toEqual({ value: 'Åse ******-****' });
    for (const is of ['date', 'number', 'boolean', 'instant', 'id'] as const)
      expect(JSON.stringify(read('300285-0000', is))).not.toContain('300285');
  });
});
