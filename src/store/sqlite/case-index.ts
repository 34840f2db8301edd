import type { DatabaseSync } from 'node:sqlite';
import type { CaseItem } from '../../cases/case-item.ts';

/** Writes what queries look for in a case. To be called in the transaction that writes the item itself. */
export type CaseIndex = (number: number | bigint, item: CaseItem) => void;

/** Prepares the statements for the columns and list keys of a case. */
export const createCaseIndex = (db: DatabaseSync): CaseIndex => {
  const columns = db.prepare(
    `INSERT OR REPLACE INTO case_column
      (number, municipality, id, team, caseworker, nextDue, recheckOn, nextSendAt, expiresOn, status, citizen)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const forget = db.prepare('DELETE FROM case_key WHERE number = ?');
  const key = db.prepare('INSERT OR IGNORE INTO case_key (municipality, list, key, number) VALUES (?, ?, ?, ?)');
  return (number, item) => {
    columns.run(
      number,
      item.municipality,
      item.id,
      item.team,
      item.caseworker,
      item.nextDue ?? null,
      item.recheckOn ?? null,
      item.nextSendAt ?? null,
      item.expiresOn ?? null,
      item.status,
      item.record.citizen.name,
    );
    forget.run(number);
    for (const name of item.nameKeys) key.run(item.municipality, 'name', name, number);
    for (const role of item.pendingFor) key.run(item.municipality, 'pending', role, number);
  };
};
