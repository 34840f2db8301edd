import { describe, expect, test } from '@jest/globals';
import { texts } from '../../../test/support/talk.ts';
import { LANGUAGES } from '../../contract/language.ts';
import { allowedValues, cardInput } from './card-input.ts';
import { coerceFact } from './coerce-fact.ts';
import { factInWords } from './fact-called.ts';
import { factInput, factPaths } from './fact-inputs.ts';

const today = '2026-04-01';
const fact = (path: string) => {
  const input = factInput(path);
  if (input === undefined) throw new Error(`${path} cannot be filled in`);
  return input.fact;
};

describe('A value from a card', () => {
  test.each([
    ['1850', 1850],
    ['1.850', 1850],
    ['1.850,50', 1850.5],
    ['1850,5', 1850.5],
    ['1850.5', 1850.5],
    [1850, 1850],
  ])('%p is a price of %p', (raw, value) => {
    expect(coerceFact(fact('offer.pricePerWeek'), raw, today)).toEqual({ value });
  });

  test.each([
    ['offer.pricePerWeek', 'billigt'],
    ['offer.pricePerWeek', -1],
    ['offer.pricePerWeek', '1.85.0'],
    ['offer.hoursPerWeek', 169],
    ['followUpIntervalDays', 1.5],
    ['offer.ends', '2026-02-30'],
    ['offer.ends', 20260228],
    ['offer.ends', '2056-04-02'],
    ['offer.starts', '1996-03-31'],
    ['visitedOn', '0002-01-01'],
    ['citizen.birthDate', '1899-12-31'],
    ['citizen.birthDate', '2026-04-02'],
    ['citizen.arrivedInDenmarkOn', '2026-04-02'],
    ['offer.goal', 'holiday'],
    ['citizen.verySpecialNeeds', 'måske'],
    ['citizen.verySpecialNeeds', { $ne: null }],
    ['offer.provider', 'x'.repeat(201)],
  ])('of %s cannot be %p', (path, raw) => {
    expect(coerceFact(fact(path), raw, today)).toBe('wrong');
  });

  test.each([
    ['offer.ends', '2056-04-01'],
    ['offer.starts', '1996-04-01'],
    ['citizen.birthDate', '1900-01-01'],
    ['citizen.arrivedInDenmarkOn', today],
  ])('of %s can be %s', (path, raw) => {
    expect(coerceFact(fact(path), raw, today)).toEqual({ value: raw });
  });

  test('left blank is no answer, and never a no', () => {
    expect(['', '  ', undefined, null].map((raw) => coerceFact(fact('citizen.disability'), raw, today))).toEqual([
      'empty',
      'empty',
      'empty',
      'empty',
    ]);
    expect(coerceFact(fact('citizen.disability'), 'false', today)).toEqual({ value: false });
  });
});

describe('Every fact that can be filled in', () => {
  test.each(LANGUAGES)(
    'has a question, its choices, a word for when it is known and what is allowed (%s)',
    (language) => {
      const say = texts(language);
      for (const path of factPaths()) {
        expect(cardInput(path, say)).toMatchObject({ id: path, label: expect.stringMatching(/\?$/) });
        expect(factInWords(path, 1, { say, language, today })).not.toContain('?');
        expect(allowedValues(fact(path), { say, language, today }).length).toBeGreaterThan(5);
      }
    },
  );

  test.each([
    ['offer.pricePerWeek', 2300, 'Pris: 2.300 kr. om ugen.'],
    ['offer.hoursPerWeek', 20, 'Omfang: 20 timer om ugen.'],
    ['offer.provider', 'Jobvejen A.m.b.a.', 'Leverandør: Jobvejen A.m.b.a.'],
    ['citizen.diagnosedAutism', true, 'Autismediagnose: Ja.'],
    ['citizen.birthDate', '1999-05-03', 'Født: 3. maj 1999.'],
    ['offers.o-2.ends', '2026-05-31', 'Tilbud o-2: Slut: 31. maj 2026.'],
  ])('%s is told as a statement once it is known', (path, value, told) => {
    expect(factInWords(path, value, { say: texts('da'), language: 'da', today })).toBe(told);
  });

  test("of another offer is asked for with that offer's id", () => {
    expect(cardInput('offers.o-2.ends', texts('da'))).toEqual({
      id: 'offers.o-2.ends',
      type: 'date',
      label: 'Hvornår slutter tilbuddet? (tilbud o-2)',
    });
  });
});
