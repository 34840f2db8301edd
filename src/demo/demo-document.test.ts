import { describe, expect, test } from '@jest/globals';
import { readDemo } from './demo-document.ts';

const source = (record: string) => `
municipality: testby
tenantId: tenant-1
viewers: { caseworker: ane, lead: bo }
ask: [{ say: 'Hvad er der den {today + 1 day}?', shows: a list }]
people: [{ id: ane, name: Ane Holt, roles: [{ role: caseworker, team: north }] }]
teams: [{ id: north, name: Nord, leads: [] }]
catalogue: []
cases:
  - ${record}
`;
const read = (record: string) => readDemo(source(record), '2026-03-31', (iso) => iso);
const good =
  '{ id: c-1, team: north, caseworker: ane, citizen: { name: Ib Lund }, benefit: { type: kontanthjaelp, since: today - 1 month } }';

describe('a demo file', () => {
  test('may have matters, and needs none', () => {
    expect(read(good).matters).toEqual([]);
    const matters = 'matters: [{ id: m-1, team: north, kind: complaint, receivedAt: today at 23:05 }]\n';
    expect(readDemo(source(good) + matters, '2026-03-31', (iso) => iso).matters).toEqual([
      { id: 'm-1', municipality: 'testby', team: 'north', kind: 'complaint', receivedAt: '2026-03-31T23:05:00+02:00' },
    ]);
  });

  test('gives complete records: dates, municipality and tenant are filled in', () => {
    const demo = read(good);
    expect(demo.cases[0]).toMatchObject({ municipality: 'testby', benefit: { since: '2026-02-28' } });
    expect(demo.people[0]).toMatchObject({ municipality: 'testby', tenantId: 'tenant-1' });
    expect(demo.ask[0]?.say).toBe('Hvad er der den 2026-04-01?');
  });

  test('is refused, with the path, when a record is not as the contract says', () => {
    expect(() => read(good.replace('kontanthjaelp', 'bistandshjaelp'))).toThrow(/"benefit",\s+"type"/);
    expect(() => read(good.replace('today - 1 month', 'today - one month'))).toThrow(/"since"/);
  });
});
