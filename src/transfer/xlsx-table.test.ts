import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { ZipFile } from 'yazl';
import { readCell } from './read-cell.ts';
import { openXlsx } from './xlsx-table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-xlsx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = async (bytes: Uint8Array, sheet?: string) => {
  const file = join(folder, 'sager.xlsx');
  writeFileSync(file, bytes);
  const rows = [];
  for await (const page of (await openXlsx(file, sheet)).pages()) rows.push(...page);
  return rows;
};

describe('A workbook', () => {
  const written = () =>
    writeXlsx({
      sheets: [
        {
          name: 'Sager',
          rows: [
            ['id', 'pris', 'team'],
            ['C-1', 30.125],
          ],
        },
      ],
    });

  test('has every cell of a row, and its numbers are the same whatever its texts are read as', async () => {
    const [, row] = await read(await written());
    expect(row?.cells).toEqual(['C-1', expect.any(String), '']);
    for (const numbers of ['danish', 'english'] as const)
      expect(readCell(row?.cells[1] ?? '', { is: 'number' }, numbers)).toEqual({ value: 30.125 });
  });

  test('is refused without the sheet that was named', async () => {
    await expect(read(await written(), 'Personer')).rejects.toThrow('no sheet "Personer", or nothing stands in it');
  });
});

describe('A workbook is refused', () => {
  test('before it is unpacked, when it would fill the memory', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('<worksheet/>'), 'xl/worksheets/sheet1.xml');
    zip.end();
    const bytes = await buffer(zip.outputStream);
    bytes.writeUInt32LE(600 * 1024 * 1024, bytes.lastIndexOf('PK\x01\x02') + 24);
    await expect(read(bytes)).rejects.toThrow('it unpacks to 600 MB');
  });

  test('when it is something else', async () => {
    await expect(read(Buffer.from('Kære alle'))).rejects.toThrow(
      /it is no zip archive; allowed: \.xlsx without a password/,
    );
  });
});
