import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { importPeopleTable } from './import-people-table.ts';
import { openTable } from './open-table.ts';

test('A list of people with a row that is cut off is refused: nobody loses an identity by it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-people-'));
  const file = join(folder, 'a.csv');
  writeFileSync(
    file,
    'id;name;roles;aadObjectId;to\nbo;Bo Opdigtet;caseworker;;31-12-2026\nbo;Bo Opdigtet;caseworker\n',
  );
  const opened = await openTable({ file, form: 'csv', of: 'people' });
  if ('refused' in opened) throw new Error('it has headings');
  const store = createSqliteStore(':memory:');
  const told: unknown[] = [];
  const tally = await importPeopleTable({
    ...{ ...opened, store, municipality: 'testby', staff: [], teams: [], dryRun: false },
    author: { by: 'cli:anne', at: '2026-04-01T10:00:00.000Z' },
    told: { refused: (cells) => told.push(...cells), progress: () => undefined },
  });
  expect({ told, tally }).toMatchObject({
    told: [{ row: 3, column: '(row)', why: 'it has 3 cells; allowed: 5, as the headings' }],
    tally: { new: 0, refused: 2 },
  });
  expect(await store.read('person', 'testby', 'bo')).toBeUndefined();
  await store.close();
  rmSync(folder, { recursive: true });
});
