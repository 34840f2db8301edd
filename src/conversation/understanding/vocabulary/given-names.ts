import { readFileSync } from 'node:fs';
import { fold } from '../fold.ts';

/**
 * Given names borne in Denmark, folded; some of them are everyday words too. A hint only: names are found by their shape
 * and place, and many are in no list.
 */
export const givenNames: ReadonlySet<string> = new Set(
  readFileSync(new URL('../../../../language/given-names.txt', import.meta.url), 'utf8')
    .split(/\s+/)
    .filter(Boolean)
    .map(fold),
);
