import { describe, expect, test } from '@jest/globals';
import { ruleInfo, texts } from '../../../test/support/talk.ts';
import { searchRules } from './search-rules.ts';

const rules = [
  ruleInfo('RULE-1', 'Et tilbud varer højst 13 uger.', {
    offerKinds: ['internship'],
    keywords: ['praktik', 'varighed'],
  }),
  ruleInfo('RULE-2', 'Der hentes altid to priser på et tilbud.', { keywords: ['pris'] }),
  ruleInfo('RULE-3', 'Et tilbud har altid et mål.'),
];
const found = (words: string, kind?: string) =>
  searchRules(
    rules,
    { words, common: texts('da')('rules.common-words'), ...(kind === undefined ? {} : { kind }) },
    'da',
  ).map(({ id }) => id);

describe('A rule is found', () => {
  test('by its keyword, inflected or not', () => {
    expect(found('hvor længe må en praktik vare')[0]).toBe('RULE-1');
    expect(found('skal der hentes priser?')[0]).toBe('RULE-2');
  });

  test('by the kind of offer it is about', () => {
    expect(found('hvad siger reglerne', 'internship')).toEqual(['RULE-1']);
  });

  test('by words of its statement', () => {
    expect(found('skal der være et mål, hentes')).toContain('RULE-2');
  });

  test('not by the words that every question has', () => {
    expect(found('hvad siger reglerne om det')).toEqual([]);
  });
});
