import { TableError, type TableRow } from './table.ts';

/** All rows of one record. */
export interface Gathered {
  id: string;
  rows: TableRow[];
}

/** What a first look through a table tells: how many rows, and which records have theirs in several places. */
export interface Survey {
  rows: number;
  scattered: ReadonlySet<string>;
}

/** So many rows that do not stand with the others of their record are kept in memory. */
const MOST_SCATTERED = 50_000;

const isBlank = ({ cells }: TableRow): boolean => cells.every((cell) => cell === '');

/** The rows below the headings, without the blank ones. */
async function* bodyOf(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  let first = true;
  for await (const row of rows) {
    if (!first && !isBlank(row)) yield row;
    first = false;
  }
}

/** Looks through the whole table once, before anything of it is taken: it must be readable to its end. */
export const survey = async (rows: AsyncIterable<TableRow>, idIndex: number): Promise<Survey> => {
  const seen = new Set<string>();
  const scattered = new Set<string>();
  let [count, apart, last] = [0, 0, ''];
  for await (const { row, cells } of bodyOf(rows)) {
    const id = cells[idIndex] ?? '';
    count += 1;
    if (id === last) continue;
    last = id;
    if (!seen.has(id)) seen.add(id);
    else {
      scattered.add(id);
      apart += 1;
    }
    if (apart > MOST_SCATTERED) {
      const why = `more than ${MOST_SCATTERED} rows stand apart from the others of their record; allowed: the file sorted by this column`;
      throw new TableError({ row, column: `number ${idIndex + 1}`, why });
    }
  }
  return { rows: count, scattered };
};

/** Every record with all its rows: those that stand together as they come, the scattered ones at the end. */
export async function* gathered(
  rows: AsyncIterable<TableRow>,
  idIndex: number,
  scattered: ReadonlySet<string>,
): AsyncGenerator<Gathered> {
  const apart = new Map<string, TableRow[]>();
  let current: Gathered | undefined;
  for await (const row of bodyOf(rows)) {
    const id = row.cells[idIndex] ?? '';
    if (scattered.has(id)) {
      const known = apart.get(id);
      if (known === undefined) apart.set(id, [row]);
      else known.push(row);
    } else if (current?.id === id) current.rows.push(row);
    else {
      if (current !== undefined) yield current;
      current = { id, rows: [row] };
    }
  }
  if (current !== undefined) yield current;
  for (const [id, own] of apart) yield { id, rows: own };
}
