import { readFile } from 'node:fs/promises';
import type { CellValue } from 'hucre/xlsx';
import { zipEntries } from '../format/zip-entries.ts';
import { shownValue } from './refused-cell.ts';
import { type Table, TableError, type TableRow } from './table.ts';

const PAGE = 1000;
/** Bytes: a sheet of a million rows. A workbook that unpacks to more was made to fill the memory. */
const MOST_UNPACKED = 512 * 1024 * 1024;

/** A workbook is a zip archive; without a password its list of files says what they unpack to. */
const refuseBomb = (bytes: Buffer): void => {
  const unpacked = zipEntries(bytes).reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_UNPACKED)
    throw new Error(
      `it unpacks to ${Math.round(unpacked / 1024 / 1024)} MB, and ${MOST_UNPACKED / 1024 / 1024} are the most`,
    );
};

/** A cell as a Danish office would write it: a workbook keeps numbers and days as such. */
const textOfCell = (value: CellValue): string => {
  if (value === null) return '';
  // The last digit of 30,125 gets company: nobody can take 30,1250 for thousands.
  if (typeof value === 'number')
    return String(value)
      .replace('.', ',')
      .replace(/,\d{3}$/, '$&0');
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace('T00:00', '').replace('T', ' ');
  return String(value).trim();
};

/** A sheet of a workbook: the one named, else the first. */
export const openXlsx = async (file: string, sheet?: string): Promise<Table> => {
  // Loaded only where there is a workbook to read.
  const { streamXlsxRows } = await import('hucre/xlsx');
  const bytes = await readFile(file);

  async function* pages(): AsyncGenerator<TableRow[]> {
    let page: TableRow[] = [];
    let width: number | undefined;
    try {
      refuseBomb(bytes);
      for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet ?? 0 })) {
        const cells = values.map(textOfCell);
        width ??= cells.length;
        // A workbook keeps no cells behind the last that has something in it.
        while (cells.length < width) cells.push('');
        page.push({ row: index + 1, cells });
        if (page.length < PAGE) continue;
        yield page;
        page = [];
      }
      yield page;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new TableError({
        row: 1,
        column: '(file)',
        why: `it cannot be read as a workbook: ${why}; allowed: .xlsx without a password, or the sheet saved as CSV`,
      });
    }
    if (width === undefined && sheet !== undefined) {
      const why = `the workbook has no sheet ${shownValue(sheet)}, or nothing stands in it; allowed: the name of one as its tab has it`;
      throw new TableError({ row: 1, column: '(file)', why });
    }
  }

  return { read: `workbook, ${sheet === undefined ? 'its first sheet' : `sheet ${sheet}`}`, numbers: 'danish', pages };
};
