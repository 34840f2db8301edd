import { expect, test } from '@jest/globals';
import { newId } from './ids.ts';

test('ids are unique, and nothing in them can be taken for a number', () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[b-df-hjkmnp-tv]{20}$/);
});
