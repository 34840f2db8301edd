import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { damagedFile } from './damage.ts';
import { readLastBackup } from './last-backup.ts';

/** A row's columns in a line. */
const lineOf = (row: Record<string, SQLOutputValue>): string => Object.values(row).map(String).join(' ');

/** Bytes. Going through a file takes 5 ms a MB, and a start is to be over within two seconds. */
const CHECKED_AT_START = 64 * 1024 * 1024;

/**
 * Looks through a small file when it is opened. Of a large one SQLite itself notices a broken header and a file cut
 * short; the rest is for `makker store check`.
 */
export const checkAtStart = (db: DatabaseSync, path: string): void => {
  if (path === ':memory:' || statSync(path).size > CHECKED_AT_START) return;
  const found = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (found !== 'ok') throw damagedFile(path, String(found).split('\n').at(-1) ?? '');
};

/**
 * An empty file would be taken for a new store, and what was written to come into it thrown away. Where a backup was
 * made of it, something has cut it. To be asked before it is opened.
 */
export const refuseCut = (path: string): void => {
  if (existsSync(path) && statSync(path).size === 0 && readLastBackup(path) !== undefined)
    throw damagedFile(path, 'it is empty, and a backup was made of what was in it');
};

/** Everything that is wrong with the file, a line each: pages and indexes, references, and what is no JSON. Reads all of it. */
export const problemsOf = (db: DatabaseSync): string[] => {
  const pages = db
    .prepare('PRAGMA integrity_check')
    .all()
    .map((row) => String(row['integrity_check']))
    .filter((line) => line !== 'ok');
  if (pages.length > 0) return pages;
  const lost = db
    .prepare('PRAGMA foreign_key_check')
    .all()
    .map((row) => `${lineOf({ table: row['table'] ?? null, row: row['rowid'] ?? null })}: belongs to no item`);
  const garbled = db
    .prepare('SELECT kind, municipality, id FROM item WHERE NOT json_valid(body)')
    .all()
    .map((row) => `${lineOf(row)}: is no JSON`);
  const unfound = db
    .prepare(
      `SELECT kind, municipality, id FROM item WHERE kind = 'case' AND number NOT IN (SELECT number FROM case_column)`,
    )
    .all()
    .map((row) => `${lineOf(row)}: no query would find it`);
  return [...lost, ...garbled, ...unfound];
};

/** How many items of each kind the file holds. */
export const countsIn = (db: DatabaseSync): Record<string, number> =>
  Object.fromEntries(
    db
      .prepare('SELECT kind, count(*) AS items FROM item GROUP BY kind ORDER BY kind')
      .all()
      .map((row) => [String(row['kind']), Number(row['items'])]),
  );
