import { expect, test } from '@jest/globals';
import { createCases } from '../cases/case-store.ts';
import { createMatters } from '../cases/matter-store.ts';
import { createDirectory } from '../people/directory.ts';
import { openStore } from '../store/index.ts';
import { readDemo } from './demo-document.ts';
import { loadDemo } from './load-demo.ts';

const source = `
municipality: testby
tenantId: tenant-1
viewers: { caseworker: ane, lead: ane }
ask: []
people: [{ id: ane, name: Ane Holt, aadObjectId: object-1, roles: [{ role: caseworker, team: north }] }]
teams: [{ id: north, name: Nord, leads: [] }]
catalogue: [{ id: item-1, name: Kurset, kind: guidance, tiers: { '*': green } }]
cases:
  - { id: c-1, team: north, caseworker: ane, citizen: { name: Ib Lund }, benefit: { type: kontanthjaelp, since: today } }
matters:
  - { id: m-1, team: north, kind: complaint, receivedAt: today - 2 days at 09:30 }
`;
const today = '2026-03-31';

test('a demo is put into the store once, and a second start keeps what has been done since', async () => {
  const store = await openStore({ kind: 'embedded', path: ':memory:' });
  const clock = { now: () => Date.parse(`${today}T10:00:00Z`) };
  const cases = createCases({ store, clock, key: 'an invented key', judge: () => ({ notBefore: '2027-01-01' }) });
  const matters = createMatters({ store, clock, judge: () => ({ notBefore: '2027-01-01' }) });
  const demo = readDemo(source, today, (iso) => iso);

  expect(await loadDemo(demo, { store, cases, matters })).toBe(5);
  const ane = await createDirectory({ store }).identify('tenant-1', 'object-1', today);
  expect(ane).toMatchObject({ id: 'ane', municipality: 'testby' });

  await cases.change('testby', 'c-1', (item) => ({
    item: { ...item, record: { ...item.record, hasEmployer: true } },
    result: 'changed',
  }));
  expect(
    await loadDemo(
      readDemo(source, '2026-04-15', (iso) => iso),
      { store, cases, matters },
    ),
  ).toBe(0);
  expect((await cases.read('testby', 'c-1'))?.item.record).toMatchObject({
    hasEmployer: true,
    benefit: { since: today },
  });
  expect((await store.read('matter', 'testby', 'm-1'))?.item.record).toMatchObject({
    kind: 'complaint',
    receivedAt: '2026-03-29T09:30:00+02:00',
  });
  await store.close();
});
