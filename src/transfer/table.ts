import type { Numbers } from './read-cell.ts';
import type { RefusedCell } from './refused-cell.ts';

/** A row as a spreadsheet counts, and what its cells say as text. */
export interface TableRow {
  row: number;
  cells: string[];
}

/** A table that can be read from its beginning more than once, some rows at a time; the first row has the headings. */
export interface Table {
  /** How it was read: encoding and what stands between cells, or which sheet. */
  read: string;
  /** What `1.234` means in such a file, unless its mapping says otherwise. */
  numbers: Numbers;
  /** Of each row at least so many cells; all of them without a number. */
  pages(cells?: number): AsyncIterable<TableRow[]>;
}

/** The file cannot be read as a table; nothing of it can be taken. */
export class TableError extends Error {
  readonly refused: RefusedCell;

  constructor(refused: RefusedCell) {
    super(refused.why);
    this.name = 'TableError';
    this.refused = refused;
  }
}
