import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readShelf } from '../../src/rulebook-files.ts';

/** Words that tell of a citizen's health, benefit or origin. */
const TELLING =
  /syg|sick|handicap|disab|rehabilit|repatri|ressource|resource|ledighedsydelse|allowance|opholds|permit|dansk|danish|læse|reading|parat|-ready|fleksjob/i;

test('No deadline’s name for where others read along tells of the citizen', () => {
  const shelf = readShelf(join(import.meta.dirname, '../../rulebooks'));
  const telling = shelf.municipalities().flatMap((municipality) => {
    const found = shelf.on(municipality, '2026-11-23');
    const { deadlines = [], matters = [] } = 'rulebook' in found ? found.rulebook : {};
    const names = [
      ...deadlines.map(({ rule, openName }) => ({ rule, name: openName })),
      ...matters.map(({ rule, name }) => ({ rule, name })),
    ];
    return names.filter(({ name }) => TELLING.test(name.da) || TELLING.test(name.en)).map(({ rule }) => rule);
  });
  expect(telling).toEqual([]);
});
