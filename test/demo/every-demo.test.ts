import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDemos } from '../../src/demo/read-demos.ts';
import { rulebooks } from './demo-office.ts';

const demos = readDemos(rulebooks, '2026-11-22');

test('each of the five municipalities can be tried out', () => {
  const five = ['hedensted', 'hjoerring', 'holbaek', 'jammerbugt', 'rebild'];
  expect(demos.map(({ municipality }) => municipality)).toEqual(expect.arrayContaining(five));
});

test('exactly one demo says that it is shown first', () => {
  expect(demos.filter(({ shownFirst }) => shownFirst)).toHaveLength(1);
});

test('nobody has the same identity as somebody else', () => {
  const objects = demos.flatMap(({ people }) => people.map(({ aadObjectId }) => aadObjectId));
  expect(new Set(objects).size).toBe(objects.length);
});

const byName = demos.map((demo) => [demo.municipality, demo] as const);

describe.each(byName)('the demo of %s', (municipality, { people, teams, catalogue, cases, matters, viewers }) => {
  test('names nobody by a CPR number', () => {
    const source = readFileSync(join(rulebooks, municipality, 'demo.yaml'), 'utf8');
    expect(source).not.toMatch(/\d{6}-?\d{4}(?!\d)/);
  });

  test('has everybody whom a record names', () => {
    const known = new Set(people.map(({ id }) => id));
    const named = cases.flatMap(({ caseworker, offers = [], events = [] }) => [
      caseworker,
      ...offers.flatMap(({ signOffs = [] }) => signOffs.map(({ by }) => by)),
      ...events.flatMap(({ by }) => by ?? []),
    ]);
    const leads = teams.flatMap((team) => team.leads);
    expect([...named, ...leads, ...Object.values(viewers)].filter((id) => !known.has(id))).toEqual([]);
  });

  test('has every team and every item of the catalogue that a record names', () => {
    const known = new Set(teams.map(({ id }) => id));
    const ofRoles = people.flatMap(({ roles }) => roles.flatMap(({ team }) => team ?? []));
    const ofRecords = [...cases, ...matters].map(({ team }) => team);
    expect([...ofRoles, ...ofRecords].filter((team) => !known.has(team))).toEqual([]);
    const offered = cases.flatMap(({ offers = [] }) => offers.flatMap(({ catalogueItem }) => catalogueItem ?? []));
    expect(offered.filter((item) => catalogue.every(({ id }) => id !== item))).toEqual([]);
  });

  test('has a lead as one viewer, and a caseworker as the other', () => {
    const rolesOf = (viewer: string) => people.find(({ id }) => id === viewer)?.roles.map(({ role }) => role);
    expect(rolesOf(viewers.caseworker)).toContain('caseworker');
    expect(rolesOf(viewers.lead)).toContain('functional-lead');
  });
});
