import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readMapping } from './mapping.ts';

const folder = join(import.meta.dirname, '../../imports');

describe('A mapping', () => {
  test.each(readdirSync(folder))('in imports can be used: %s', (file) => {
    expect(readMapping(file, readFileSync(join(folder, file), 'utf8')).columnOf('nothing')).toBeUndefined();
  });

  test('reads a heading in any letters, and the words of the system', () => {
    const mapping = readMapping('a.yaml', 'columns:\n  Nr: id\n  Åben: { fact: status, values: { Å: open } }\n');
    expect(mapping.columnOf('åben')).toMatchObject({ path: 'status', values: new Map([['å', 'open']]) });
  });

  test.each([
    [
      'columns:\n  Nr: id\n  Navn: citizen.nam\n',
      'a.yaml:3:9 columns.Navn: "citizen.nam" is no fact of cases; allowed: id,',
    ],
    ['columns:\n  Nr: id\n  CPR: citizen.cpr\n', 'a.yaml:3:8 columns.CPR: a CPR number is kept nowhere'],
    [
      'columns:\n  Nr: id\n  S: { fact: status, values: { Å: åben } }\n',
      'a.yaml:3:35 columns.S.values.Å: "åben" means nothing here; allowed: open, closed',
    ],
    ['columns:\n  Nr: id\n  Hold: team\n  HOLD: caseworker\n', 'a.yaml:4:9 columns.HOLD: "HOLD" stands here already'],
    ['columns:\n  Nr: id\n  Sag: id\n', 'a.yaml:3:8 columns.Sag: "id" has a column already'],
    ['columns:\n  Navn: citizen.name\n', 'no column is mapped to id'],
    ['of: sager\ncolumns:\n  Nr: id\n', 'a.yaml:1:5 of: "sager" stands here; allowed: cases, people'],
    [
      'columns:\n  Nr: id\nalways:\n  status: lukket\n',
      'a.yaml:4:11 always.status: "lukket" means nothing here; allowed: open, closed',
    ],
    ['columns:\n  Nr: id\nkolonner: 1\n', 'a.yaml:3:1 kolonner: "kolonner" means nothing here; allowed: of, sheet'],
  ])('is refused with the place of each mistake: %j', (text, told) => {
    expect(() => readMapping('a.yaml', text)).toThrow(told);
  });
});
