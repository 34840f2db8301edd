import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ZipFile } from 'yazl';
import { openXlsx } from './xlsx-table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-xlsx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = async (bytes: Uint8Array): Promise<unknown> => {
  const file = join(folder, 'sager.xlsx');
  writeFileSync(file, bytes);
  return (await openXlsx(file)).pages()[Symbol.asyncIterator]().next();
};

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
