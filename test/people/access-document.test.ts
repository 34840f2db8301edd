import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { accessTable } from '../../src/people/access-table.ts';

test('docs/access.md says what the policy says; makker people access > docs/access.md writes it anew', () => {
  const page = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8');
  expect(page).toBe(`${accessTable().join('\n')}\n`);
});
