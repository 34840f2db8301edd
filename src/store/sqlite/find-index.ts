import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Items, isCase, isMatter, type ItemKind } from '../items.ts';
import type { FoundKind } from '../order.ts';

/** Writes what queries look for in an item, where they look for its kind. To be called in the transaction that writes the item itself. */
export type FindIndex = (kind: ItemKind, number: number | bigint, item: Items[ItemKind]) => void;

type Keys = Record<string, readonly string[]>;

/** Prepares the statements for the columns and list keys of one kind. */
const createWriter = (db: DatabaseSync, kind: FoundKind, scalars: readonly string[]) => {
  const columns = ['number', 'municipality', 'id', 'team', ...scalars];
  const row = db.prepare(
    `INSERT OR REPLACE INTO ${kind}_column (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const forget = db.prepare(`DELETE FROM ${kind}_key WHERE number = ?`);
  const key = db.prepare(`INSERT OR IGNORE INTO ${kind}_key (municipality, list, key, number) VALUES (?, ?, ?, ?)`);
  return (
    number: number | bigint,
    { municipality, id, team }: Items[FoundKind],
    values: SQLInputValue[],
    lists: Keys,
  ) => {
    row.run(number, municipality, id, team, ...values);
    forget.run(number);
    for (const [list, keys] of Object.entries(lists)) for (const one of keys) key.run(municipality, list, one, number);
  };
};

/** Prepares the statements for everything that queries look for. */
export const createFindIndex = (db: DatabaseSync): FindIndex => {
  const ofCase = createWriter(db, 'case', [
    'caseworker',
    'nextDue',
    'nextSoon',
    'recheckOn',
    'nextSendAt',
    'expiresOn',
    'status',
    'citizen',
  ]);
  const ofMatter = createWriter(db, 'matter', ['nextSoon', 'recheckOn']);
  return (kind, number, item) => {
    if (isCase(kind, item)) {
      const { caseworker, nextDue, nextSoon, recheckOn, nextSendAt, expiresOn, status } = item;
      const dates = [nextDue, nextSoon, recheckOn, nextSendAt, expiresOn].map((date) => date ?? null);
      const lists = { name: item.nameKeys, pending: item.pendingFor, taken: item.takenBy ?? [] };
      ofCase(number, item, [caseworker, ...dates, status, item.record.citizen.name], lists);
    } else if (isMatter(kind, item)) {
      ofMatter(number, item, [item.nextSoon ?? null, item.recheckOn ?? null], { taken: item.takenBy });
    }
  };
};
