import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './transaction.ts';

/**
 * The steps from an empty file to the present schema; the file's `user_version` says how many it has taken.
 * A step that has been released is never edited: a change is a new step.
 *
 * `item` holds every kind of item as JSON. `case_column` and `case_key` repeat what queries look for in a case,
 * written in the transaction that writes the item, so they cannot disagree with it.
 * Since the second step the columns hold what a name is matched with, and case numbers are no longer among the names.
 * Since the third a matter is more than its record: it has an agenda, which the next daily run works out, and columns
 * and keys of its own. From when something is due soon in a case its columns say once its agenda is projected anew;
 * until then the fifth takes the day on which it is due for it.
 * Since the fourth digest jobs are found by when they want something sent, since the fifth cases by whose first contact
 * a message of theirs waits for, and no longer by when something is due, which is never before it is due soon.
 */
const STEPS: string[] = [
  `
  CREATE TABLE item (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX item_by_id ON item (kind, municipality, id);

  CREATE TABLE case_column (
    number INTEGER PRIMARY KEY REFERENCES item (number),
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    team TEXT NOT NULL,
    caseworker TEXT NOT NULL,
    nextDue TEXT,
    recheckOn TEXT,
    nextSendAt TEXT,
    expiresOn TEXT
  ) STRICT;
  CREATE INDEX case_by_id ON case_column (municipality, id);
  CREATE INDEX case_by_team ON case_column (municipality, team, id);
  CREATE INDEX case_by_caseworker ON case_column (municipality, caseworker, id);
  CREATE INDEX case_by_nextDue ON case_column (municipality, nextDue, id) WHERE nextDue IS NOT NULL;
  CREATE INDEX case_by_team_nextDue ON case_column (municipality, team, nextDue, id) WHERE nextDue IS NOT NULL;
  CREATE INDEX case_by_caseworker_nextDue ON case_column (municipality, caseworker, nextDue, id) WHERE nextDue IS NOT NULL;
  CREATE INDEX case_by_recheckOn ON case_column (municipality, recheckOn, id) WHERE recheckOn IS NOT NULL;
  CREATE INDEX case_by_nextSendAt ON case_column (municipality, nextSendAt, id) WHERE nextSendAt IS NOT NULL;
  CREATE INDEX case_by_expiresOn ON case_column (municipality, expiresOn, id) WHERE expiresOn IS NOT NULL;

  CREATE TABLE case_key (
    municipality TEXT NOT NULL,
    list TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER NOT NULL REFERENCES item (number),
    PRIMARY KEY (municipality, list, key, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_key_by_number ON case_key (number);
  `,
  `
  ALTER TABLE case_column ADD COLUMN status TEXT NOT NULL DEFAULT '';
  ALTER TABLE case_column ADD COLUMN citizen TEXT NOT NULL DEFAULT '';
  UPDATE case_column SET (status, citizen) =
    (SELECT body ->> '$.status', body ->> '$.record.citizen.name' FROM item WHERE item.number = case_column.number);
  DELETE FROM case_key WHERE list = 'name' AND (number, key) IN (SELECT number, lower(id) FROM case_column);
  `,
  `
  ALTER TABLE case_column ADD COLUMN nextSoon TEXT;
  CREATE INDEX case_by_nextSoon ON case_column (municipality, nextSoon, id) WHERE nextSoon IS NOT NULL;
  CREATE INDEX case_by_team_nextSoon ON case_column (municipality, team, nextSoon, id) WHERE nextSoon IS NOT NULL;
  CREATE INDEX case_by_caseworker_nextSoon ON case_column (municipality, caseworker, nextSoon, id) WHERE nextSoon IS NOT NULL;

  CREATE TABLE matter_column (
    number INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    team TEXT NOT NULL,
    nextSoon TEXT,
    recheckOn TEXT
  ) STRICT;
  CREATE INDEX matter_by_id ON matter_column (municipality, id);
  CREATE INDEX matter_by_nextSoon ON matter_column (municipality, nextSoon, id) WHERE nextSoon IS NOT NULL;
  CREATE INDEX matter_by_team_nextSoon ON matter_column (municipality, team, nextSoon, id) WHERE nextSoon IS NOT NULL;
  CREATE INDEX matter_by_recheckOn ON matter_column (municipality, recheckOn, id) WHERE recheckOn IS NOT NULL;

  CREATE TABLE matter_key (
    municipality TEXT NOT NULL,
    list TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
    PRIMARY KEY (municipality, list, key, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX matter_key_by_number ON matter_key (number);

  UPDATE item SET version = version + 1, body = json_object(
      'id', id, 'municipality', municipality, 'team', body ->> '$.team', 'recheckOn', '1970-01-01',
      'takenBy', json('[]'), 'record', json(body), 'agenda', json('[]'), 'taken', json('[]'))
    WHERE kind = 'matter';
  INSERT INTO matter_column (number, municipality, id, team, recheckOn)
    SELECT number, municipality, id, body ->> '$.team', body ->> '$.recheckOn' FROM item WHERE kind = 'matter';
  `,
  `
  CREATE TABLE digest_column (
    number INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    sendAt TEXT
  ) STRICT;
  CREATE INDEX digest_by_sendAt ON digest_column (municipality, sendAt, id) WHERE sendAt IS NOT NULL;
  INSERT INTO digest_column (number, municipality, id, sendAt)
    SELECT number, municipality, id, body ->> '$.sendAt' FROM item WHERE kind = 'digest';
  `,
  `
  INSERT INTO case_key (municipality, list, key, number)
    SELECT DISTINCT municipality, 'waiting', row.value ->> '$.to.person', number
    FROM item, json_each(item.body, '$.outbox') AS row
    WHERE kind = 'case' AND row.value ->> '$.sendAt' IS NULL AND row.value ->> '$.to.person' IS NOT NULL;
  UPDATE item SET version = version + 1, body = json_set(body, '$.waitingFor',
      (SELECT json_group_array(key) FROM case_key WHERE case_key.number = item.number AND list = 'waiting'))
    WHERE number IN (SELECT number FROM case_key WHERE list = 'waiting');

  UPDATE item SET version = version + 1, body = json_set(body, '$.nextSoon', body ->> '$.nextDue')
    WHERE number IN (SELECT number FROM case_column WHERE nextSoon IS NULL AND nextDue IS NOT NULL);
  UPDATE case_column SET nextSoon = nextDue WHERE nextSoon IS NULL;

  DROP INDEX case_by_nextDue;
  DROP INDEX case_by_team_nextDue;
  DROP INDEX case_by_caseworker_nextDue;
  ALTER TABLE case_column DROP COLUMN nextDue;
  `,
];

/** The schema version a file is at. */
export const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);

/** A file from a newer Makker, or of something else altogether, is refused: this one could damage it. */
export const refuseStrange = (db: DatabaseSync, path: string): void => {
  const taken = versionOf(db);
  const tables = Number(db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables']);
  if (taken === 0 && tables > 0) {
    throw new Error(`${path} is a database, but not a store of Makker: name another file`);
  }
  if (taken > STEPS.length) {
    throw new Error(
      `${path} has schema version ${taken}, this Makker knows versions up to ${STEPS.length}: start the newer Makker, or name another file`,
    );
  }
};

/** A file that nothing was ever stored in is refused where one with a store in it is meant. */
export const refuseEmpty = (db: DatabaseSync, path: string): void => {
  if (versionOf(db) === 0) throw new Error(`${path} is empty, and no store of Makker: name another file`);
};

/** Brings the file to the present schema. */
export const migrate = (db: DatabaseSync): void => {
  if (versionOf(db) === STEPS.length) return;
  inTransaction(db, () => {
    // Read again inside the transaction: another process may have taken the steps while this one waited.
    for (const step of STEPS.slice(versionOf(db))) db.exec(step);
    db.exec(`PRAGMA user_version = ${STEPS.length}`);
  });
};
