import { describe, expect, test } from '@jest/globals';
import { clip, copyable, literal, markdown, withoutUnseen } from './literal.ts';

describe('a literal text', () => {
  test.each(['Ja – indtil 30. juni', '1. maj', '*_[a](b)_*', '<b>&', 'שלום', '👩‍👩‍👧', 'linje\nlinje'])(
    '%j stays as it is',
    (text) => {
      expect(literal(text)).toBe(text);
    },
  );

  test.each(['${x}', '{{DATE(2023-05-19T10:00:00Z)}}', '$${{{x}'])(
    '%j looks the same but is nothing to carry out',
    (text) => {
      expect(literal(text)).not.toMatch(/\$\{|\{\{/);
      expect(withoutUnseen(literal(text))).toBe(text);
    },
  );

  test('shows no CPR number, also not one with something unseen in the middle', () => {
    expect(literal('150485-1234')).toBe('******-****');
    expect(literal('150485\u200E-1234')).toBe('******-****');
    expect(literal('15\u20600485-1234')).toBe('******-****');
  });

  test('has no control characters, halves of characters or turns of direction', () => {
    expect(literal('a\u0000b\u202Ec\td\r\ne')).toBe('abc d\ne');
    expect(literal('a\uD83D')).toBe('a\uFFFD');
  });

  test('may break inside a word that no line has room for, and only there', () => {
    expect(literal('beskæftigelsesindsatsloven')).toBe('beskæftigelsesindsatsloven');
    expect(literal('👩‍👩‍👧'.repeat(31)).split('\u200B')).toEqual(['👩‍👩‍👧'.repeat(10), '👩‍👩‍👧'.repeat(10), '👩‍👩‍👧'.repeat(10), '👩‍👩‍👧']);
  });

  test('is cut at a whole character, and says so', () => {
    expect(clip('abcdef', 6)).toBe('abcdef');
    expect(clip('abcdefg', 6)).toBe('abcde…');
    expect(clip('abcd😀fg', 6)).toBe('abcd…');
  });

  test('shows no part of a CPR number that stands where it is cut', () => {
    expect(literal('abc 150485-1234 xyz', 12)).not.toMatch(/\d/);
  });
});

describe('a heading', () => {
  test.each([
    ['Ja – indtil 30. juni (2023)', 'Ja – indtil 30. juni (2023)'],
    ['*fed* [a](b)', String.raw`\*fed\* \[a\](b)`],
    ['19. maj', String.raw`19\. maj`],
    ['- punkt', String.raw`\- punkt`],
    ['A & B <i>', String.raw`A \& B \<i>`],
    ['C:\\', 'C:\\\\'],
  ])('%j keeps what Markdown would act upon from acting', (text, escaped) => {
    expect(markdown(text)).toBe(escaped);
  });
});

describe('a text to copy', () => {
  test('keeps its long words in one piece, and is harmless like any other', () => {
    const id = 'testby~TST-2026-00417~bcdfghjkmnpqrstvbcdf';
    expect(literal(id)).not.toBe(id);
    expect(copyable(id, 100)).toBe(id);
    expect(copyable('150485-1234 ${x}', 100)).not.toMatch(/1234|\$\{/);
  });
});
