import { TableError, type TableRow } from './table.ts';

/** All rows of one record; a row without an id is a record of its own. */
export interface Gathered {
  key: string;
  rows: TableRow[];
}

/** What the record of a row is told apart by; empty where the row does not say which it is. */
export type KeyOf = (cells: readonly string[]) => string;

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
export const survey = async (pages: Pages, keyOf: KeyOf): Promise<Survey> => {
  const seen = new Set<string>();
  const scattered = new Set<string>();
  let [count, apart, last] = [0, 0, ''];
  for await (const page of pages)
    for (const { row, cells } of page.filter(isBody)) {
      const key = keyOf(cells);
      count += 1;
      if (key === last) continue;
      last = key;
      if (key === '') continue;
      if (!seen.has(key)) seen.add(key);
      else {
        scattered.add(key);
        apart += 1;
      }
      if (apart > MOST_SCATTERED) {
        const why = `more than ${MOST_SCATTERED} rows stand apart from the others of their record; allowed: the file sorted by its ids`;
        throw new TableError({ row, column: 'id', why });
      }
    }
  return { rows: count, scattered };
};

/**
 * So many records are handed on together: the embedded store writes them in one transaction, and each page of its indexes
 * once for all of them.
 */
const BATCH = 250;

/** Every record with all its rows, many at a time: those that stand together as they come, the scattered ones at the end. */
export async function* gathered(
  pages: Pages,
  keyOf: KeyOf,
  scattered: ReadonlySet<string>,
): AsyncGenerator<Gathered[]> {
  const apart = new Map<string, Gathered>();
  let batch: Gathered[] = [];
  for await (const page of pages)
    for (const row of page.filter(isBody)) {
      const key = keyOf(row.cells);
      const last = scattered.has(key) ? apart.get(key) : batch.at(-1);
      if (key !== '' && last?.key === key) {
        last.rows.push(row);
        continue;
      }
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
      const next = { key, rows: [row] };
      if (scattered.has(key)) apart.set(key, next);
      else batch.push(next);
    }
  if (batch.length > 0) yield batch;
  const rest = [...apart.values()];
  for (let at = 0; at < rest.length; at += BATCH) yield rest.slice(at, at + BATCH);
}
