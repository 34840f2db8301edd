import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { loadTexts } from './texts.ts';

const dirs: string[] = [];
const textsOf = (da: string, en: string): string => {
  const dir = mkdtempSync(join(tmpdir(), 'texts-'));
  dirs.push(dir);
  for (const [language, yaml] of [
    ['da', da],
    ['en', en],
  ] as const) {
    mkdirSync(join(dir, language));
    writeFileSync(join(dir, language, 'area.yaml'), yaml);
  }
  return dir;
};
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

describe('a text', () => {
  test('is found by area and key, in the language asked for', () => {
    const texts = loadTexts(textsOf('hello: Hej {name}', 'hello: Hello {name}'));
    expect(texts('da')('area.hello', { name: 'Mette' })).toBe('Hej Mette');
    expect(texts('en')('area.hello', { name: 'Mette' })).toBe('Hello Mette');
  });

  test('takes its plural form from count, zero included', () => {
    const yaml = 'days: { one: "{count} dag", other: "{count} dage" }';
    const say = loadTexts(textsOf(yaml, yaml))('da');
    expect([0, 1, 2].map((count) => say('area.days', { count }))).toEqual(['0 dage', '1 dag', '2 dage']);
  });

  test('writes a number the way the language does, and a string as it is', () => {
    const texts = loadTexts(textsOf('price: "{kr} i {year}"', 'price: "{kr} in {year}"'));
    expect(texts('da')('area.price', { kr: 2200, year: '2023' })).toBe('2.200 i 2023');
    expect(texts('en')('area.price', { kr: 2200, year: '2023' })).toBe('2,200 in 2023');
  });

  test('does not read a value as a text: placeholders and dollar signs in it stay', () => {
    const say = loadTexts(textsOf('hello: Hej {name}', 'hello: Hello {name}'))('da');
    expect(say('area.hello', { name: '{name} $& ${x}' })).toBe('Hej {name} $& ${x}');
  });

  test('that nobody wrote is a mistake, and so is a value left out', () => {
    const say = loadTexts(textsOf('hello: Hej {name}', 'hello: Hello {name}'))('da');
    expect(() => say('area.goodbye')).toThrow('no text area.goodbye');
    expect(() => say('area.hello', { nam: 'Mette' })).toThrow('area.hello needs {name}; given: nam');
    expect(() => say('area.hello', JSON.parse('{"__proto__":{"name":"Mette"}}'))).toThrow('needs {name}');
  });
});

describe('texts of two languages', () => {
  test.each([
    ['a key is missing in one', 'a: x\nb: y', 'a: x', 'area.b is missing in en'],
    [
      'a placeholder is missing in one',
      'a: "{x} {y}"',
      'a: "{x}"',
      'area.a has the placeholders x in en but x, y in da',
    ],
    ['a plural form is missing', 'a: { one: x, other: y }', 'a: { other: y }', 'area.a in en needs exactly the plural'],
    [
      'one has plural forms and the other none',
      'a: { one: x, other: y }',
      'a: y',
      'plural forms in only one of en and da',
    ],
    [
      'one has plural forms and the other only the number',
      'a: { one: "{count} x", other: "{count} y" }',
      'a: "{count} y"',
      'plural forms in only one of en and da',
    ],
    [
      'a plural form leaves something out',
      'a: { one: "x", other: "{count} {what}" }',
      'a: { one: "x {what}", other: "{count} {what}" }',
      'area.a in da has other placeholders in one plural form',
    ],
  ])('are refused when %s', (_, da, en, message) => {
    expect(() => loadTexts(textsOf(da, en))).toThrow(message);
  });

  test('are refused when a text is no text, or the file no YAML', () => {
    expect(() => loadTexts(textsOf('a: 1', 'a: x'))).toThrow('a must be a text');
    expect(() => loadTexts(textsOf('a: "x', 'a: x'))).toThrow('area.yaml');
  });
});

test('the texts of this repository match in all languages', () => {
  expect(() => loadTexts(join(import.meta.dirname, '../../cards/texts'))).not.toThrow();
});
