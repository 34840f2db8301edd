import { describe, expect, test } from '@jest/globals';
import { type PeopleTable, readPeopleTable } from './people-table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Every character of these texts has the number of its byte in Windows-1252. */
const windows = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
const cells = (table: PeopleTable) => ('rows' in table ? table.rows.map((row) => row.cells) : table);
const refusals = (text: string): string[] => {
  const table = readPeopleTable(utf8(text));
  return 'refused' in table ? table.refused.map(({ row, column, why }) => `${row} ${column}: ${why}`) : [];
};

const sofie = { id: 'sofie', name: 'Søren Åløkke', roles: 'sagsbehandler' };

describe('A list of people', () => {
  test.each([
    [
      'UTF-8 with a byte order mark',
      utf8('\uFEFFId;Navn;Roller\r\nsofie;Søren Åløkke;sagsbehandler\r\n'),
      'UTF-8, with ;',
    ],
    ['Windows-1252', windows('Id;Navn;Roller\r\nsofie;Søren Åløkke;sagsbehandler\r\n'), 'Windows-1252, with ;'],
    ['commas and English headings', utf8('id,name,roles\nsofie,Søren Åløkke,sagsbehandler'), 'UTF-8, with ,'],
  ])('is read from %s, and how is said', (_, bytes, how) => {
    const table = readPeopleTable(bytes);
    expect(cells(table)).toEqual([sofie]);
    expect(table).toMatchObject({ read: `${how} between cells` });
  });

  test('may have the delimiter and quotation marks inside quoted cells, and empty lines', () => {
    const text = 'id;navn;roller\n\n"sofie";"Søren ""Sus"" Åløkke";"funktionsleder; sagsbehandler@nord"\n\n';
    expect(readPeopleTable(utf8(text))).toMatchObject({
      rows: [{ row: 3, cells: { name: 'Søren "Sus" Åløkke', roles: 'funktionsleder; sagsbehandler@nord' } }],
    });
  });

  test.each([
    ['id;navn', '1 roles: the column is missing; allowed headings: roles, roller, role, rolle'],
    ['id;navn;roller;løn', '1 løn: no such column; allowed: id or initialer'],
    ['id;navn;name;roller', '1 name: the column is there twice; allowed: once'],
    ['id;navn;roller;lejer-id', '1 aadObjectId: the column is missing'],
    ['id;navn;roller;300285-0000', '1 number 4: it looks like a CPR number'],
    ['id;navn;roller\nsofie;Sofie', '2 (row): it has 2 cells; allowed: 3'],
    ['id;navn;roller\nsofie;Sofie;admin\nper;"Per;admin', '3 (row): a quotation mark'],
    ['', '1 id: the column is missing; allowed headings: id, initialer, brugernavn'],
  ])('%j is refused', (text, told) => {
    expect(refusals(text).join('\n')).toContain(told);
  });
});
