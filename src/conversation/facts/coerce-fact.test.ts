import { describe, expect, test } from '@jest/globals';
import { texts } from '../../../test/support/talk.ts';
import { LANGUAGES } from '../../contract/language.ts';
import { allowedValues, cardInput } from './card-input.ts';
import { coerceFact } from './coerce-fact.ts';
import { factInput, factPaths } from './fact-inputs.ts';

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
    expect(coerceFact(fact('offer.pricePerWeek'), raw)).toEqual({ value });
  });

  test.each([
    ['offer.pricePerWeek', 'billigt'],
    ['offer.pricePerWeek', -1],
    ['offer.pricePerWeek', '1.85.0'],
    ['offer.hoursPerWeek', 169],
    ['followUpIntervalDays', 1.5],
    ['offer.ends', '2026-02-30'],
    ['offer.ends', 20260228],
    ['offer.goal', 'holiday'],
    ['citizen.verySpecialNeeds', 'måske'],
    ['citizen.verySpecialNeeds', { $ne: null }],
    ['offer.provider', 'x'.repeat(201)],
  ])('of %s cannot be %p', (path, raw) => {
    expect(coerceFact(fact(path), raw)).toBe('wrong');
  });

  test('left blank is no answer, and never a no', () => {
    expect(['', '  ', undefined, null].map((raw) => coerceFact(fact('citizen.disability'), raw))).toEqual([
      'empty',
      'empty',
      'empty',
      'empty',
    ]);
    expect(coerceFact(fact('citizen.disability'), 'false')).toEqual({ value: false });
  });
});

describe('Every fact that can be filled in', () => {
  test.each(LANGUAGES)('has a question, its choices and what is allowed in words (%s)', (language) => {
    const say = texts(language);
    for (const path of factPaths()) {
      expect(cardInput(path, say)).toMatchObject({ id: path, label: expect.stringMatching(/\?$/) });
      expect(allowedValues(fact(path), say).length).toBeGreaterThan(5);
    }
  });

  test("of another offer is asked for with that offer's id", () => {
    expect(cardInput('offers.o-2.ends', texts('da'))).toEqual({
      id: 'offers.o-2.ends',
      type: 'date',
      label: 'Hvornår slutter tilbuddet? (tilbud o-2)',
    });
  });
});
