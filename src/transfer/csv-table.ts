import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf } from '../format/csv.ts';
import { ENCODING_NAMES, encodingOf, textOf } from './open-text.ts';
import { type Table, TableError, type TableRow } from './table.ts';

const firstLine = async (text: AsyncGenerator<string>): Promise<string> => {
  let line = '';
  for await (const piece of text) {
    line += piece;
    if (line.includes('\n')) break;
  }
  return line;
};

const isRecord = (value: unknown): value is string[] => Array.isArray(value);

const BETWEEN: Record<string, string> = { '\t': 'tabs' };

/** A CSV file as offices export it: `;`, `,` or tabs between the cells, UTF-8, Windows-1252 or UTF-16. */
export const openCsv = async (file: string): Promise<Table> => {
  const encoding = await encodingOf(file);
  const delimiter = delimiterOf(await firstLine(textOf(file, encoding)));

  async function* rows(): AsyncGenerator<TableRow> {
    const parser = parse({ delimiter, trim: true, relax_column_count: true });
    // What goes wrong is thrown where the parser is read.
    pipeline(Readable.from(textOf(file, encoding)), parser, () => undefined);
    let row = 0;
    try {
      for await (const cells of parser) if (isRecord(cells)) yield { row: (row += 1), cells };
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
    rows,
  };
};
