import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Items, isCase, isDigest, isMatter, type ItemKind } from '../items.ts';
import type { FoundKind } from '../order.ts';

/**
 * Writes what queries look for in an item, where they look for its kind; of an item that is not new in the place of what
 * was written before. To be called in the transaction that writes the item itself.
 */
export type FindIndex = (kind: ItemKind, number: number | bigint, item: Items[ItemKind], isNew: boolean) => void;

/** Prepares the statement for the columns of a kind. */
const createColumns = (db: DatabaseSync, kind: FoundKind, names: readonly string[]) => {
  const columns = ['number', 'municipality', 'id', ...names];
  const row = db.prepare(
    `INSERT OR REPLACE INTO ${kind}_column (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (number: number | bigint, { municipality, id }: Items[FoundKind], ...values: (SQLInputValue | undefined)[]) =>
    row.run(number, municipality, id, ...values.map((value) => value ?? null));
};

/** Prepares the statements for the list keys of a kind. */
const createKeys = (db: DatabaseSync, kind: FoundKind) => {
  const forget = db.prepare(`DELETE FROM ${kind}_key WHERE number = ?`);
  const key = db.prepare(`INSERT OR IGNORE INTO ${kind}_key (municipality, list, key, number) VALUES (?, ?, ?, ?)`);
  type Lists = Record<string, readonly string[]>;
  return (number: number | bigint, { municipality }: Items[FoundKind], isNew: boolean, lists: Lists) => {
    if (!isNew) forget.run(number);
    for (const [list, keys] of Object.entries(lists)) for (const one of keys) key.run(municipality, list, one, number);
  };
};

/** Prepares the statements for everything that queries look for. */
export const createFindIndex = (db: DatabaseSync): FindIndex => {
  const caseDates = ['nextSoon', 'recheckOn', 'nextSendAt', 'expiresOn'];
  const caseColumns = createColumns(db, 'case', ['team', 'caseworker', ...caseDates, 'status', 'citizen']);
  const caseKeys = createKeys(db, 'case');
  const matterColumns = createColumns(db, 'matter', ['team', 'nextSoon', 'recheckOn']);
  const matterKeys = createKeys(db, 'matter');
  const digestColumns = createColumns(db, 'digest', ['sendAt']);
  return (kind, number, item, isNew) => {
    if (isCase(kind, item)) {
      const { team, caseworker, nextSoon, recheckOn, nextSendAt, expiresOn, status } = item;
      const dates = [nextSoon, recheckOn, nextSendAt, expiresOn];
      caseColumns(number, item, team, caseworker, ...dates, status, item.record.citizen.name);
      const { nameKeys, pendingFor, takenBy = [], waitingFor = [] } = item;
      caseKeys(number, item, isNew, { name: nameKeys, pending: pendingFor, taken: takenBy, waiting: waitingFor });
    } else if (isMatter(kind, item)) {
      matterColumns(number, item, item.team, item.nextSoon, item.recheckOn);
      matterKeys(number, item, isNew, { taken: item.takenBy });
    } else if (isDigest(kind, item)) digestColumns(number, item, item.sendAt);
  };
};
