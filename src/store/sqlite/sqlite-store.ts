import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { ItemKind, Items } from '../items.ts';
import { type FoundKind, placeOf, type Queries } from '../order.ts';
import { pageOf, placeAfter, rowsFor } from '../paging.ts';
import type { Page, Store, Stored } from '../port.ts';
import { closeAsItIs } from './close-as-it-is.ts';
import { createGuard } from './damage.ts';
import { createFindIndex } from './find-index.ts';
import { findQuery } from './find-query.ts';
import { createKeptLists } from './kept-lists.ts';
import { keyRange } from './key-range.ts';
import { nameQuery } from './name-query.ts';
import { namedCase } from './named-case.ts';
import { openDatabase } from './open-database.ts';
import { createWrites } from './writes.ts';

type Row = Record<string, SQLOutputValue>;

/** The edge where JSON comes in: the store trusts what it has itself written under this kind. */
const storedOf = <K extends ItemKind>(_kind: K, row: Row): Stored<Items[K]> => ({
  item: JSON.parse(String(row['body'])) as Items[K],
  etag: String(row['version']),
});

/** Undoes a transaction in which one of the items was there already. */
class AlreadyThere extends Error {}

/** The embedded store: one SQLite file, which several processes on one machine may share. */
export const createSqliteStore = (path: string): Store => {
  const db = openDatabase(path);
  const { guarded, foundDamaged } = createGuard(path);
  const writes = createWrites(db);
  const kept = createKeptLists(db);
  const index = createFindIndex(db);
  const one = db.prepare('SELECT number, version, body FROM item WHERE kind = ? AND municipality = ? AND id = ?');
  const insert = db.prepare(
    `INSERT INTO item (kind, municipality, id, version, body) VALUES (?, ?, ?, 1, ?)
     ON CONFLICT (kind, municipality, id) DO NOTHING`,
  );
  const update = db.prepare(
    `UPDATE item SET version = version + 1, body = ? WHERE kind = ? AND municipality = ? AND id = ? AND version = ?
     RETURNING number, version`,
  );
  const page = db.prepare(
    'SELECT version, body FROM item WHERE kind = ? AND municipality = ? AND id >= ? AND id < ? AND id > ? ORDER BY id LIMIT ?',
  );
  const remove = db.prepare('DELETE FROM item WHERE kind = ? AND municipality = ? AND id = ?');
  const count = db.prepare('SELECT count(*) AS cases FROM case_column WHERE municipality = ?');
  const queries = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const statement = queries.get(sql) ?? db.prepare(sql);
    queries.set(sql, statement);
    return statement;
  };

  const written = <T>(work: () => T): Promise<T> => guarded(() => writes.write(work));

  const inserted = (kind: ItemKind, item: Items[ItemKind]): boolean => {
    const { changes, lastInsertRowid } = insert.run(kind, item.municipality, item.id, JSON.stringify(item));
    if (Number(changes) === 0) return false;
    kept.forget(kind);
    index(kind, lastInsertRowid, item, true);
    return true;
  };

  const find = <K extends FoundKind>(kind: K, municipality: string, query: Queries[K], wanted: Page) => {
    const { sql, values } = findQuery(kind, municipality, query, placeAfter(wanted), rowsFor(wanted));
    const found = prepared(sql)
      .all(...values)
      .map((row) => storedOf(kind, row));
    return pageOf(found, wanted, (item) => placeOf(query, item));
  };

  return {
    read: (kind, municipality, id) =>
      guarded(() => {
        const row = one.get(kind, municipality, id);
        return row && storedOf(kind, row);
      }),

    create: (kind, item) =>
      written(() => (inserted(kind, item) ? { outcome: 'created', etag: '1' } : { outcome: 'exists' })),

    createTogether: async (entries) => {
      try {
        await written(() => {
          for (const { kind, item } of entries) if (!inserted(kind, item)) throw new AlreadyThere();
        });
        return { outcome: 'created' };
      } catch (error) {
        if (error instanceof AlreadyThere) return { outcome: 'exists' };
        throw error;
      }
    },

    replace: (kind, item, etag) =>
      written(() => {
        const row = update.get(JSON.stringify(item), kind, item.municipality, item.id, etag);
        if (!row) return { outcome: one.get(kind, item.municipality, item.id) ? 'changed' : 'absent' };
        kept.forget(kind);
        index(kind, Number(row['number']), item, false);
        return { outcome: 'replaced', etag: String(row['version']) };
      }),

    findCases: (municipality, query, wanted) => guarded(() => find('case', municipality, query, wanted)),
    findMatters: (municipality, query, wanted) => guarded(() => find('matter', municipality, query, wanted)),
    findDigests: (municipality, query, wanted) => guarded(() => find('digest', municipality, query, wanted)),

    findNames: (municipality, query, limit) =>
      guarded(() => {
        const { sql, values } = nameQuery(municipality, query, rowsFor({ limit }));
        const rows = prepared(sql).all(...values);
        return { cases: rows.slice(0, limit).map(namedCase), more: rows.length > limit };
      }),

    countCases: (municipality) => guarded(() => Number(count.get(municipality)?.['cases'])),

    list: (kind, municipality, wanted) =>
      guarded(() =>
        kept.list(kind, JSON.stringify([municipality, wanted]), () => {
          const [from, to] = keyRange(wanted.begins ?? '');
          const rows = page.all(kind, municipality, from, to, placeAfter(wanted)?.id ?? '', rowsFor(wanted));
          return pageOf(
            rows.map((row) => storedOf(kind, row)),
            wanted,
            (item) => ({ id: item.id }),
          );
        }),
      ),

    remove: (kind, municipality, id) =>
      written(() => {
        kept.forget(kind);
        return Number(remove.run(kind, municipality, id).changes) === 0 ? 'absent' : 'removed';
      }),

    scrub: () =>
      guarded(() => {
        writes.flush();
        db.exec('VACUUM');
        const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
        if (busy !== 0) throw new Error(`another process still reads ${path} as it was before`);
      }),

    close: async () => {
      writes.flush();
      if (foundDamaged()) closeAsItIs(db, path);
      else db.close();
    },
  };
};
