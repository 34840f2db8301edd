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

type Pages = AsyncIterable<TableRow[]>;

/** So many rows that do not stand with the others of their record are kept in memory. */
const MOST_SCATTERED = 50_000;

/** Whether a row has a record's facts in it: it is not the headings, and not empty. */
export const isBody = ({ row, cells }: TableRow): boolean => row > 1 && cells.some((cell) => cell !== '');

/** Looks through the whole table once, before anything of it is taken: it must be readable to its end. */
export const survey = async (pages: Pages, idIndex: number): Promise<Survey> => {
  const seen = new Set<string>();
  const scattered = new Set<string>();
  let [count, apart, last] = [0, 0, ''];
  for await (const page of pages)
    for (const { row, cells } of page.filter(isBody)) {
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

/**
 * So many records are handed on together: the embedded store writes them in one transaction, and each page of its indexes
 * once for all of them.
 */
const BATCH = 500;

/** Every record with all its rows, many at a time: those that stand together as they come, the scattered ones at the end. */
export async function* gathered(
  pages: Pages,
  idIndex: number,
  scattered: ReadonlySet<string>,
): AsyncGenerator<Gathered[]> {
  const apart = new Map<string, Gathered>();
  let batch: Gathered[] = [];
  for await (const page of pages)
    for (const row of page.filter(isBody)) {
      const id = row.cells[idIndex] ?? '';
      const last = scattered.has(id) ? apart.get(id) : batch.at(-1);
      if (last?.id === id) {
        last.rows.push(row);
        continue;
      }
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
      const next = { id, rows: [row] };
      if (scattered.has(id)) apart.set(id, next);
      else batch.push(next);
    }
  if (batch.length > 0) yield batch;
  if (apart.size > 0) yield [...apart.values()];
}
