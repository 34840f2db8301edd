import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf } from '../format/csv.ts';
import { ENCODING_NAMES, linesOf, lookAt, textOf } from './open-text.ts';
import { type Table, TableError, type TableRow } from './table.ts';

const firstLine = async (lines: AsyncGenerator<string[]>): Promise<string> => {
  for await (const [line] of lines) if (line !== undefined) return line;
  return '';
};

const isRecord = (value: unknown): value is string[] => Array.isArray(value);

/** In place: a file has millions of cells, and most are empty. */
const trimmed = (cells: string[]): string[] => {
  for (const [at, cell] of cells.entries()) if (cell !== '') cells[at] = cell.trim();
  return cells;
};

const LINE_ENDS = ['\r\n', '\n', '\r'];
const BETWEEN: Record<string, string> = { '\t': 'tabs' };

const written = (parser: Writable, piece: string): Promise<void> =>
  new Promise((done, fail) => {
    parser.write(piece, (error) => (error ? fail(error) : done()));
  });

const ended = async (parser: Writable): Promise<void> => {
  const end = once(parser, 'end');
  parser.end();
  await end;
};

/** A CSV file as offices export it: `;`, `,` or tabs between the cells, UTF-8, Windows-1252 or UTF-16. */
export const openCsv = async (file: string): Promise<Table> => {
  const { encoding, quoted } = await lookAt(file);
  const delimiter = delimiterOf(await firstLine(linesOf(file, encoding)));

  const cellsOf = (line: string, most?: number): string[] => {
    const cells = trimmed(line.split(delimiter, most));
    // Whether a row is empty all of its cells tell.
    return most !== undefined && cells.every((cell) => cell === '') ? cellsOf(line) : cells;
  };

  async function* plainPages(most?: number): AsyncGenerator<TableRow[]> {
    let row = 0;
    for await (const lines of linesOf(file, encoding))
      yield lines.map((line) => ({ row: (row += 1), cells: cellsOf(line, most) }));
  }

  async function* pages(): AsyncGenerator<TableRow[]> {
    const parser = parse({ delimiter, record_delimiter: LINE_ENDS, trim: true, relax_column_count: true });
    // Whoever waits for a piece hears of it; without a listener it would end the process, with the cell in its last words.
    parser.on('error', () => undefined);
    let row = 0;
    let page: TableRow[] = [];
    parser.on('data', (cells: unknown) => {
      if (isRecord(cells)) page.push({ row: (row += 1), cells: trimmed(cells) });
    });
    try {
      // A piece at a time: to wait for each of half a million rows by itself would take as long as all the rest.
      for await (const piece of textOf(file, encoding)) {
        await written(parser, piece);
        yield page;
        page = [];
      }
      await ended(parser);
      yield page;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const why =
        'a quotation mark stands inside a cell or is not closed; allowed: "…" around a cell, "" for one in it';
      throw new TableError({ row: row + 1, column: '(row)', why });
    }
  }

  const between = BETWEEN[delimiter] ?? delimiter;
  return {
    read: `${ENCODING_NAMES[encoding]}, ${between} between cells`,
    numbers: delimiter === ',' ? 'english' : 'danish',
    // Where no quotation mark stands in the file, a line is a row, and taking it apart is several times as fast.
    pages: quoted ? pages : plainPages,
  };
};
