import { stat } from 'node:fs/promises';
import { openCsv } from './csv-table.ts';
import { type Layout, layOut } from './layout.ts';
import { type Transferred, plainMapping, readMapping } from './mapping.ts';
import type { RefusedCell } from './refused-cell.ts';
import { type Table, TableError, type TableRow } from './table.ts';
import { openXlsx } from './xlsx-table.ts';

/** Which table is read, and by which mapping: plain enough to be handed to a thread. */
export interface TableFile {
  file: string;
  form: 'csv' | 'xlsx';
  sheet?: string | undefined;
  /** Without a mapping the headings are facts of this. */
  of: Transferred;
  mapping?: { file: string; text: string } | undefined;
  /** Of which municipality a record is that names none. */
  municipality?: string | undefined;
}

const headingsOf = async (table: Table): Promise<TableRow> => {
  for await (const [first] of table.pages()) if (first !== undefined) return first;
  return { row: 1, cells: [] };
};

const stampOf = async (file: string): Promise<string> => {
  const { size, mtimeMs } = await stat(file);
  return `${size} ${mtimeMs}`;
};

/** The same table, refused once its file is written to: a record would come again without what its other rows say. */
const steady = (table: Table, file: string, stamp: string): Table => {
  const check = async (): Promise<void> => {
    if ((await stampOf(file)) === stamp) return;
    const why = 'it was written to while it was read; allowed: a file that is whole, read again';
    throw new TableError({ row: 1, column: '(file)', why });
  };
  async function* pages(): AsyncGenerator<TableRow[]> {
    for await (const page of table.pages()) {
      await check();
      yield page;
    }
    await check();
  }
  return { ...table, pages };
};

/** Opens a table and lays its headings out, or says which cannot be used. */
export const openTable = async ({
  file,
  form,
  sheet,
  of,
  mapping: from,
}: TableFile): Promise<{ table: Table; layout: Layout } | { refused: RefusedCell[] }> => {
  const mapping = from === undefined ? plainMapping(of) : readMapping(from.file, from.text);
  const stamp = await stampOf(file);
  const opened = form === 'csv' ? await openCsv(file) : await openXlsx(file, sheet ?? mapping.sheet);
  const table = steady(opened, file, stamp);
  const { row, cells } = await headingsOf(table);
  if (row > 1)
    return { refused: [{ row, column: '(row)', why: 'the headings stand here; allowed: in the first row' }] };
  const laid = layOut(cells, mapping, table.numbers);
  return 'refused' in laid ? laid : { table, layout: laid.layout };
};
