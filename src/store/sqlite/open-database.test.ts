import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseItem } from '../../cases/case-item.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteStore } from './sqlite-store.ts';

/** What the fifth step takes away, put back. */
const BEFORE_THE_FIFTH_STEP = `ALTER TABLE case_column ADD COLUMN nextDue TEXT;
  CREATE INDEX case_by_nextDue ON case_column (municipality, nextDue, id);
  CREATE INDEX case_by_team_nextDue ON case_column (municipality, team, nextDue, id);
  CREATE INDEX case_by_caseworker_nextDue ON case_column (municipality, caseworker, nextDue, id);`;
const BEFORE_MATTERS_HAD_AN_AGENDA = `${BEFORE_THE_FIFTH_STEP} DROP TABLE digest_column; DROP TABLE matter_column; DROP TABLE matter_key;
  DROP INDEX case_by_nextSoon; DROP INDEX case_by_team_nextSoon; DROP INDEX case_by_caseworker_nextSoon;
  ALTER TABLE case_column DROP COLUMN nextSoon;`;

describe('The file of the embedded store', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'makker-file-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const pragma = (db: DatabaseSync, name: string): unknown =>
    Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];

  test('is made with its folder, and keeps what is committed through a power cut', () => {
    const db = openDatabase(join(folder, 'new', 'deeper', 'makker.sqlite'));
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'busy_timeout')).toBe(1000);
    expect(pragma(db, 'user_version')).toBe(5);
    db.close();
  });

  test('is opened again as it is', () => {
    const path = join(folder, 'again.sqlite');
    const first = openDatabase(path);
    first.exec("INSERT INTO item (kind, municipality, id, version, body) VALUES ('case', 'testby', 'S-1', 1, '{}')");
    first.close();
    const second = openDatabase(path);
    expect(second.prepare('SELECT id FROM item').all()).toEqual([{ id: 'S-1' }]);
    second.close();
  });

  test('of a Makker that kept no names beside its cases gets them when it is opened', async () => {
    const path = join(folder, 'older.sqlite');
    const citizen = { name: 'Åse Vindfelt' };
    const before = createSqliteStore(path);
    for (const [id, status] of [
      ['S-1', 'open'],
      ['S-2', 'closed'],
    ] as const) {
      const record = { id, status, citizen, municipality: 'testby', team: 'nord', caseworker: 'kirsten' };
      const benefit = { type: 'a-dagpenge', since: '2026-01-01' } as const;
      await before.create(
        'case',
        caseItem({ ...record, benefit }, { requests: [], agenda: [], outbox: [], audit: [] }),
      );
    }
    await before.close();
    const older = new DatabaseSync(path);
    older.exec(`${BEFORE_MATTERS_HAD_AN_AGENDA}
      ALTER TABLE case_column DROP COLUMN status; ALTER TABLE case_column DROP COLUMN citizen;
      INSERT INTO case_key SELECT municipality, 'name', lower(id), number FROM case_column;
      PRAGMA user_version = 1`);
    older.close();
    const now = createSqliteStore(path);
    const { cases } = await now.findNames('testby', { by: 'beginnings', beginnings: ['aase'] }, 10);
    expect(cases.map(({ id, status, record }) => [id, status, record.citizen])).toEqual([
      ['S-1', 'open', citizen],
      ['S-2', 'closed', citizen],
    ]);
    expect((await now.findNames('testby', { by: 'beginnings', beginnings: ['s'] }, 10)).cases).toEqual([]);
    await now.close();
  });

  test('of a Makker whose matters had no agenda has them looked at by the next daily run', async () => {
    const path = join(folder, 'matters.sqlite');
    await createSqliteStore(path).close();
    const record = {
      id: 'M-1',
      municipality: 'testby',
      team: 'nord',
      kind: 'complaint',
      receivedAt: '2026-03-01T09:00Z',
    };
    const older = new DatabaseSync(path);
    older.exec(`${BEFORE_MATTERS_HAD_AN_AGENDA} PRAGMA user_version = 2`);
    const insert = "INSERT INTO item (kind, municipality, id, version, body) VALUES ('matter', 'testby', 'M-1', 1, ?)";
    older.prepare(insert).run(JSON.stringify(record));
    older.close();
    const now = createSqliteStore(path);
    const { items } = await now.findMatters('testby', { by: 'recheckOn', on: '2026-04-01' }, { limit: 10 });
    const top = { id: 'M-1', municipality: 'testby', team: 'nord', recheckOn: '1970-01-01' };
    expect(items.map(({ item }) => item)).toEqual([{ ...top, takenBy: [], record, agenda: [], taken: [] }]);
    expect((await now.read('matter', 'testby', 'M-1'))?.etag).toBe(items[0]?.etag);
    await now.close();
  });

  test('of a Makker that looked through all cases for what waits gets that index when it is opened', async () => {
    const path = join(folder, 'waiting.sqlite');
    const row = {
      id: 'R-1',
      what: 'post',
      card: { name: 'request', requestId: 'A-1', face: 'lead' },
      attempts: 1,
    } as const;
    const record = {
      id: 'S-1',
      citizen: { name: 'Åse Vindfelt' },
      municipality: 'testby',
      team: 'nord',
      caseworker: 'ole',
    };
    const benefit = { type: 'a-dagpenge', since: '2026-01-01' } as const;
    const outbox = [
      { ...row, to: { person: 'lea' } },
      { ...row, to: { person: 'lea' } },
      { ...row, to: { team: 'nord' } },
    ];
    const before = createSqliteStore(path);
    const item = caseItem({ ...record, benefit }, { requests: [], agenda: [], outbox, audit: [] });
    await before.create('case', item);
    await before.close();
    const older = new DatabaseSync(path);
    older.exec(`UPDATE item SET body = json_remove(body, '$.waitingFor');
      DELETE FROM case_key WHERE list = 'waiting'; ${BEFORE_THE_FIFTH_STEP} PRAGMA user_version = 4`);
    older.close();
    const now = createSqliteStore(path);
    const found = await now.findCases('testby', { by: 'waiting', person: 'lea' }, { limit: 10 });
    expect(found.items.map((one) => one.item)).toEqual([item]);
    expect((await now.findCases('testby', { by: 'waiting', person: 'ole' }, { limit: 10 })).items).toEqual([]);
    await now.close();
  });

  test('of a Makker that knew only when something is due finds what is due, page by page, before it knows when it is soon', async () => {
    const path = join(folder, 'due.sqlite');
    const before = createSqliteStore(path);
    const benefit = { type: 'a-dagpenge', since: '2026-01-01' } as const;
    for (const id of ['S-1', 'S-2', 'S-3']) {
      const record = { id, citizen: { name: 'Åse Vindfelt' }, municipality: 'testby', team: 'nord', caseworker: 'ole' };
      await before.create(
        'case',
        caseItem({ ...record, benefit }, { requests: [], agenda: [], outbox: [], audit: [] }),
      );
    }
    await before.close();
    const older = new DatabaseSync(path);
    older.exec(`${BEFORE_MATTERS_HAD_AN_AGENDA}
      UPDATE case_column SET nextDue = '2026-05-04' WHERE id <> 'S-3';
      UPDATE item SET body = json_set(body, '$.nextDue', '2026-05-04') WHERE id <> 'S-3';
      PRAGMA user_version = 2`);
    older.close();
    const now = createSqliteStore(path);
    const due = { by: 'nextSoon', on: '2026-05-04' } as const;
    const first = await now.findCases('testby', due, { limit: 1 });
    const second = await now.findCases('testby', due, { limit: 1, after: first.next ?? '' });
    expect([first, second].map(({ items }) => items[0]?.item.id)).toEqual(['S-1', 'S-2']);
    expect(second.next).toBeUndefined();
    expect((await now.findCases('testby', { ...due, on: '2026-05-03' }, { limit: 1 })).items).toEqual([]);
    await now.close();
  });

  test('is refused when a newer Makker has written it, and left as it was', () => {
    const path = join(folder, 'newer.sqlite');
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openDatabase(path)).toThrow('schema version 99');
    const after = new DatabaseSync(path);
    expect(pragma(after, 'user_version')).toBe(99);
    expect(pragma(after, 'journal_mode')).toBe('delete');
    expect(after.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()).toEqual({ tables: 0 });
    after.close();
  });
});
