import { describe, expect, test } from '@jest/globals';
import { createCases } from '../cases/case-store.ts';
import { createMatters } from '../cases/matter-store.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { type Demo, readDemo } from './demo-document.ts';
import type { DemoStores } from './load-demo.ts';
import { loadDemos } from './load-demos.ts';

const demoOf = (municipality: string): Demo =>
  readDemo(
    `
municipality: ${municipality}
tenantId: tenant-of-${municipality}
viewers: { caseworker: ane, lead: bo }
ask: []
people:
  - { id: ane, name: Ane Holt, aadObjectId: object-ane, roles: [{ role: caseworker, team: nord }] }
  - { id: bo, name: Bo Lund, aadObjectId: object-bo, roles: [{ role: functional-lead }] }
teams: [{ id: nord, name: Nord, leads: [bo] }]
catalogue: [{ id: kurset, name: Kurset, kind: guidance, tiers: {} }]
cases: [{ id: S-1, team: nord, caseworker: ane, citizen: { name: Ib Lund }, benefit: { type: kontanthjaelp, since: today } }]
matters: [{ id: M-1, team: nord, kind: complaint, receivedAt: today at 09:30 }]
`,
    '2026-03-31',
    (iso) => iso,
  );
const [anderby, testby] = [demoOf('anderby'), demoOf('testby')];
/** Two people, a team, an item of the catalogue, a matter and a case. */
const RECORDS = 6;

const clock = { now: () => Date.parse('2026-03-31T10:00:00Z') };
const openStores = async () => {
  const store = await openStore({ kind: 'embedded', path: ':memory:' });
  return { ...storesOn(store), store };
};
/** The stores of a municipality that has no rulebook yet. */
const storesOn = (store: Store): DemoStores => {
  const judge = () => ({ notBefore: '2027-01-01' });
  const cases = createCases({ store, clock, key: 'an invented key', judge });
  return { store, cases, matters: createMatters({ store, clock, judge }) };
};
/** Everything that lies in the store of the two, what a person is found by as well. */
const contents = async (store: Store) => {
  const small = ['person', 'team', 'catalogue', 'matter'] as const;
  const of = async (municipality: string) => [
    ...(await Promise.all(small.map((kind) => store.list(kind, municipality, { limit: 100 })))),
    await store.findCases(municipality, { by: 'all' }, { limit: 100 }),
    ...(await Promise.all(
      ['object-ane', 'object-bo'].map((object) =>
        store.read('directory', 'directory', `tenant-of-${municipality}~${object}`),
      ),
    )),
  ];
  return [await of('anderby'), await of('testby')];
};

/** A store that ends, as a killed process does, before it has created more than so many items. */
const dyingAfter = (store: Store, creations: number): Store => {
  let left = creations;
  return {
    ...store,
    create: (kind, item) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('killed')) : store.create(kind, item);
    },
  };
};

describe('several demos in one store', () => {
  test('are all there after a start, and a second start adds nothing', async () => {
    const stores = await openStores();
    expect(await loadDemos([anderby, testby], stores)).toBe(2 * RECORDS);
    const before = await contents(stores.store);
    expect(await loadDemos([anderby, testby], stores)).toBe(0);
    expect(await contents(stores.store)).toEqual(before);
  });

  test('a municipality that comes later is added to what is there', async () => {
    const stores = await openStores();
    expect(await loadDemos([testby], stores)).toBe(RECORDS);
    expect(await loadDemos([anderby, testby], stores)).toBe(RECORDS);
    expect((await stores.store.read('person', 'anderby', 'ane'))?.item.tenantId).toBe('tenant-of-anderby');
  });

  test('killed wherever it may be, the next start completes them', async () => {
    const whole = await openStores();
    await loadDemos([anderby, testby], whole);
    const complete = await contents(whole.store);
    // Each person is two items: the person, and what they are found by.
    for (let creations = 0; creations < 2 * (RECORDS + 2); creations += 1) {
      const stores = await openStores();
      const dying = storesOn(dyingAfter(stores.store, creations));
      await expect(loadDemos([anderby, testby], dying)).rejects.toThrow('killed');
      await loadDemos([anderby, testby], stores);
      expect(await contents(stores.store)).toEqual(complete);
    }
  });
});
