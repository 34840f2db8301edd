import { DatabaseSync } from 'node:sqlite';
import type { Items } from '../../../src/store/items.ts';
import { createFindIndex } from '../../../src/store/sqlite/find-index.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { casesOfTown, mattersOfTown } from './town.ts';

/** A case or matter to be put into a file. */
export type Row = { [K in 'case' | 'matter']: { kind: K; item: Items[K] } }['case' | 'matter'];

/**
 * Puts cases and matters into a new file: the rows and columns that the store writes, without waiting for the disk, and
 * the indexes once all is there. Nobody else may have the file open.
 */
export const fillRows = async (path: string, rows: Iterable<Row>): Promise<void> => {
  await createSqliteStore(path).close();
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; BEGIN');
  const indexes = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").all();
  for (const { name } of indexes) db.exec(`DROP INDEX ${String(name)}`);
  const insert = db.prepare('INSERT INTO item (kind, municipality, id, version, body) VALUES (?, ?, ?, 1, ?)');
  const index = createFindIndex(db);
  for (const { kind, item } of rows) {
    const { lastInsertRowid } = insert.run(kind, item.municipality, item.id, JSON.stringify(item));
    index(kind, lastInsertRowid, item, true);
  }
  for (const { sql } of indexes) db.exec(String(sql));
  db.exec('COMMIT; PRAGMA journal_mode = WAL');
  db.close();
};

function* rowsOfTown(count: number): Generator<Row> {
  for (const item of casesOfTown(count)) yield { kind: 'case', item };
  for (const item of mattersOfTown(count)) yield { kind: 'matter', item };
}

/** Puts a town with so many cases into a new file. */
export const fillFile = (path: string, count: number): Promise<void> => fillRows(path, rowsOfTown(count));
