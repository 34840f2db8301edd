import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { comparators } from '../../src/rulebook/language/comparisons.ts';
import { conditionForms } from '../../src/rulebook/language/conditions.ts';
import { valueForms } from '../../src/rulebook/language/values.ts';
import { rulebookSchema } from '../../src/rulebook/schema.ts';

const reference = readFileSync(new URL('../../rulebooks/README.md', import.meta.url), 'utf8');

describe('The reference for authors of rulebooks names', () => {
  test.each([
    ['every form of a condition', conditionForms()],
    ['every comparator', comparators],
    ['every form of a value', valueForms()],
    ['every key of a file', Object.keys(rulebookSchema.shape)],
  ])('%s', (_, words) => {
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(reference))).toEqual([]);
  });
});
