import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Drafted, readDrafts } from './drafted.ts';
import { openTable } from './open-table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-table-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reading = async (bytes: string | Uint8Array) => {
  const file = join(folder, 'sager.csv');
  writeFileSync(file, bytes);
  const opened = await openTable({ file, form: 'csv', of: 'cases' });
  if ('refused' in opened) throw new Error(opened.refused[0]?.why);
  return { file, ...(await readDrafts(opened.table, opened.layout, 'testby')) };
};

/** What becomes of the records of a table of cases: what they say, or where they are refused. */
const read = async (bytes: string | Uint8Array) => {
  const { batches } = await reading(bytes);
  const records: Drafted[] = [];
  for await (const batch of batches) records.push(...batch);
  return records.map(({ read: result }) => {
    if ('refused' in result) return result.refused;
    return 'draft' in result ? result.draft : result.record;
  });
};

describe('A table of cases', () => {
  test('is refused with the row, not the cell, where a quotation mark stands inside a cell', async () => {
    const refused = { row: 3, column: '(row)', why: expect.stringContaining('a quotation mark stands inside a cell') };
    await expect(read('id;citizen.name\n1;"Å"\n2;010190-1234 "x" firma\n')).rejects.toMatchObject({ refused });
  });

  test('has no facts to take away where a row is cut off', async () => {
    expect(await read('id;team;caseworker\nC-1;nord\n')).toEqual([
      [{ row: 2, column: '(row)', why: 'it has 2 cells; allowed: 3, as the headings' }],
    ]);
  });

  test('has one case for an id, whatever blanks stand around it', async () => {
    expect(await read('id;team;caseworker\nC-1;nord;\n"C-1\u00A0 ";;"kirsten "\n')).toMatchObject([
      { id: 'C-1', team: 'nord', caseworker: 'kirsten' },
    ]);
  });

  test('has a case for each id of each municipality, and one for each row without an id', async () => {
    const rows = ['id;municipality;team', 'C-1;;nord', 'C-1;vesterby;syd', 'C-1;testby;nord', ';;nord', ';;syd'];
    expect(await read(rows.join('\n'))).toMatchObject([
      ...[{ municipality: 'vesterby', team: 'syd' }, { team: 'nord' }, { team: 'syd' }],
      { id: 'C-1', municipality: 'testby', team: 'nord' },
    ]);
  });

  test('is refused with every value that is wrong, in the row it stands in', async () => {
    const rows = [
      'id;citizen.attendableHours;offers.id;offers.hoursPerWeek',
      'C-1;999;o1;',
      'C-1;;o2;200',
      'C-1;;o3;200',
    ];
    expect(await read(rows.join('\n'))).toMatchObject([
      [
        { row: 2, column: 'citizen.attendableHours', why: expect.stringMatching(/^"999": .*168/) },
        { row: 3, column: 'offers.hoursPerWeek' },
        { row: 4, column: 'offers.hoursPerWeek', why: expect.stringContaining('"200"') },
      ],
    ]);
  });

  test('hands on no more cases together than a transaction is to hold, also of those whose rows stand apart', async () => {
    const ids = Array.from({ length: 501 }, (_, at) => `C-${at}`);
    const { batches } = await reading(['id', ...ids, ...ids].join('\n'));
    const sizes: number[] = [];
    for await (const batch of batches) sizes.push(batch.length);
    expect(sizes).toEqual([250, 250, 1]);
  });

  test('is refused once its file is written to', async () => {
    const { file, batches } = await reading('id;team\nC-1;nord\n');
    appendFileSync(file, 'C-1;\n');
    const refused = { row: 1, column: '(file)', why: expect.stringContaining('it was written to while it was read') };
    await expect(batches[Symbol.asyncIterator]().next()).rejects.toMatchObject({ refused });
  });

  test.each(['\r', '\n', '\r\n'])('is read with whatever ends its lines: %j', async (end) => {
    const rows = ['id;team', 'C-1;nord', 'C-2;syd', ''];
    expect(await read(rows.join(end))).toMatchObject([{ id: 'C-1' }, { id: 'C-2', team: 'syd' }]);
    expect(await read(rows.join(end).replace('syd', '"syd"'))).toMatchObject([
      { id: 'C-1' },
      { id: 'C-2', team: 'syd' },
    ]);
  });

  test('is refused where one byte breaks the names of all the others', async () => {
    const bytes = Buffer.concat([Buffer.from('id;team\nC-1;Øst\nC-2;'), Buffer.from([0xc3]), Buffer.from('\n')]);
    const refused = { row: 3, column: '(row)', why: expect.stringContaining('no UTF-8, as the rest of the file is') };
    await expect(read(bytes)).rejects.toMatchObject({ refused });
    expect(await read(Buffer.from('id;team\nC-1;Øst\n', 'latin1'))).toMatchObject([{ team: 'Øst' }]);
  });
});
