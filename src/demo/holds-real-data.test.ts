import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { caseItem, matterItem, personItem } from '../../test/store/builders.ts';
import type { Entry, Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { realDataIn } from './holds-real-data.ts';

let store: Store;
beforeEach(() => void (store = createSqliteStore(':memory:')));
afterEach(() => store.close());

const entries = (id: string): Entry[] => [
  { kind: 'person', item: personItem('testby', id) },
  { kind: 'team', item: { id, municipality: 'testby', name: 'Nord', leads: [] } },
  { kind: 'catalogue', item: { id, municipality: 'testby', name: 'Sti', kind: 'guidance', tiers: {} } },
  { kind: 'matter', item: matterItem('testby', id) },
  { kind: 'case', item: caseItem('testby', id) },
];

test.each(entries('nord'))('A municipality with a $kind of no demo holds real data', async ({ kind, item }) => {
  await store.create(kind, item);
  expect(await realDataIn(store, 'testby', new Set())).toMatch(/^testby has .* of no demo$/);
  expect(await realDataIn(store, 'testby', new Set(['nord']))).toBeUndefined();
});

test('What was invented before is no real data', async () => {
  await store.createTogether([...entries('opdigtet-1').slice(0, 2), ...entries('OPD-0001-000001').slice(4)]);
  expect(await realDataIn(store, 'testby', new Set())).toBeUndefined();
});
