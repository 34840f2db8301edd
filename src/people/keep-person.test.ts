import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createDirectory } from './directory.ts';
import { type Wanted, keepIdentity, keepPerson } from './keep-person.ts';
import { setMorning, setWeek } from './own-times.ts';

const author = { at: '2026-04-01T10:00:00Z', by: 'cli:tester' };
const identity = { tenantId: 't1', aadObjectId: 'a1' };
let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const keep = (wanted: Wanted, on: Store = store) => keepPerson(on, 'testby', () => wanted, wanted.id, author);

describe('Keeping a person', () => {
  test('loses nothing that somebody else changes at the same moment', async () => {
    await keep({ id: 'lone', name: 'Lone Opdigtet' });
    let once = true;
    const interrupted: Store = {
      ...store,
      replace: async (kind, item, etag) => {
        if (once) {
          once = false;
          await createDirectory({ store }).speak('testby', 'lone', 'en');
        }
        return store.replace(kind, item, etag);
      },
    };
    expect(await keep({ id: 'lone', roles: [{ role: 'functional-lead' }] }, interrupted)).toBe('changed');
    const lone = await createDirectory({ store }).person('testby', 'lone');
    expect(lone).toMatchObject({ language: 'en', roles: [{ role: 'functional-lead' }] });
    expect(lone?.changes?.map(({ field }) => field)).toEqual(['name', 'roles']);
  });

  test('leaves when they want their lists as it is', async () => {
    await keep({ id: 'lone', name: 'Lone Opdigtet' });
    const lone = { municipality: 'testby', id: 'lone' };
    const [since, weekAt] = ['2026-04-01T10:00:00Z', { weekday: 1, at: '08:30' }];
    await setMorning(store, lone, '08:00', since);
    await setWeek(store, lone, weekAt, since);
    const times = { morningAt: '08:00', morningSince: since, weekAt, weekSince: since };
    await keep({ id: 'lone', name: 'Lone Omdøbt', roles: [{ role: 'functional-lead' }] });
    expect(await createDirectory({ store }).person('testby', 'lone')).toMatchObject({ ...times, name: 'Lone Omdøbt' });
  });

  test('two given one identity at once: it leads to one of them, and the other is told', async () => {
    const both = ['lone', 'lars'];
    for (const id of both) await keep({ id, identity });
    const kept = await Promise.all(both.map((id) => keepIdentity(store, { id, municipality: 'testby' }, identity)));
    expect(kept.toSorted()).toEqual(['kept', 'taken']);
    const found = await createDirectory({ store }).identify('t1', 'a1', '2026-04-01');
    expect(found?.id).toBe(both[kept.indexOf('kept')]);
  });
});
