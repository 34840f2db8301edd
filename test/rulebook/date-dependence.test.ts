import { describe, expect, test } from '@jest/globals';
import type { Case, Offer } from '../../src/contract/case.ts';
import { dayOf, isoOf } from '../../src/rulebook/calendar.ts';
import { entryFactNamed, entryFactNames, factNamed, factNames, LISTS } from '../../src/rulebook/facts/catalogue.ts';
import { comparators } from '../../src/rulebook/language/comparisons.ts';
import { compileCondition, conditionForms } from '../../src/rulebook/language/conditions.ts';
import { listEntries } from '../../src/rulebook/language/lists.ts';
import { Problems } from '../../src/rulebook/language/problems.ts';
import type { Scope } from '../../src/rulebook/language/scope.ts';
import { compileValue, valueForms } from '../../src/rulebook/language/values.ts';
import { World } from '../../src/rulebook/world.ts';

/** A case in which something lies on both sides of every day. */
const offers: Offer[] = [
  { id: 'o1', kind: 'guidance', starts: '2025-02-01', ends: '2025-04-30', hoursPerWeek: 10 },
  { id: 'o2', kind: 'internship', starts: '2025-06-15', ends: '2025-12-31', hoursPerWeek: 20, status: 'planned' },
  {
    id: 'o3',
    kind: 'internship',
    starts: '2025-09-01',
    ends: '2026-02-28',
    hoursPerWeek: 15,
    catalogueItem: 'kurset',
    bids: [{ provider: 'Nord' }],
    followUps: [
      { on: '2025-10-01', progress: true, asAgreed: true },
      { on: '2026-01-15', progress: false, asAgreed: true },
    ],
  },
  { id: 'o4', kind: 'wage-subsidy', starts: '2026-05-31', ends: '2026-06-30', status: 'stopped' },
];
const subject: Case = {
  id: 'C-1',
  municipality: 'testby',
  team: 'job',
  caseworker: 'ida',
  citizen: { name: 'Opdigtet Borger', birthDate: '2000-02-29', residencePermitOn: '2024-03-31' },
  benefit: {
    type: 'shy',
    since: '2025-05-10',
    history: [
      { type: 'kontanthjaelp', from: '2024-01-01', to: '2024-08-31' },
      { type: 'shy', from: '2024-12-15', to: '2025-03-01' },
    ],
  },
  firstAbsenceOn: '2025-08-31',
  offers,
  events: [
    { type: 'interview', on: '2025-01-31' },
    { type: 'cv-updated', on: '2025-07-01' },
    { type: 'interview', on: '2025-11-30', repatriationInfo: true },
    { type: 'interview', on: '2026-04-01', repatriationInfo: false },
  ],
};
const catalogue = [{ id: 'kurset', name: 'Kurset', kind: 'internship' as const, tiers: { '*': 'green' as const } }];

const FIRST = dayOf('2025-01-01');
const DAYS = 730;

/** The days on which something became another. Each of them must have been named by the day before. */
const turns = (of: (world: World) => unknown): string[] => {
  const turned: string[] = [];
  const unnamed: string[] = [];
  let before: { value: string; turnsOn: number } | undefined;
  for (let day = FIRST; day < FIRST + DAYS; day += 1) {
    const world = new World(day, subject, { kind: 'deadlines' }, catalogue);
    world.offer = offers[2];
    const value = JSON.stringify(of(world)) ?? 'unknown';
    const turnsOn = world.date.turnsOn ?? Infinity;
    if (before !== undefined && value !== before.value) turned.push(isoOf(day));
    // Until the day that was named everything is the same, that day included.
    const same = value === before?.value && turnsOn === before.turnsOn;
    if (before !== undefined && day < before.turnsOn && !same) unnamed.push(isoOf(day));
    before = { value, turnsOn };
  }
  expect(unnamed).toEqual([]);
  return turned;
};

const scope: Scope = {
  problems: new Problems(),
  parameters: new Map(),
  value: () => undefined,
  condition: () => undefined,
  valueNames: () => [],
  conditionNames: () => [],
};

const inThreeMonths = { date: '$today', plus: '3 months' };
const lately = { fact: 'its.on', onOrAfter: { date: '$today', minus: '2 months' } };
const running = { fact: 'its.running', is: true };
const monthsWith = { monthsWith: ['shy'], inLast: '6 months' };

/** Each way to build a value, such that it depends on the reference date where it can. */
const values: Record<string, object> = {
  date: inThreeMonths,
  lastDayOf: { lastDayOf: '1 month', from: '$today' },
  latest: { latest: ['$today', '$offer.ends'] },
  earliest: { earliest: ['$today', '$offer.ends'] },
  latestOf: { latestOf: 'events', where: lately, take: 'its.on' },
  earliestOf: { earliestOf: 'offers', where: running, take: 'its.ends' },
  countOf: { countOf: 'offers', where: { fact: 'its.planned', is: true } },
  distinctOf: { distinctOf: 'offers', where: running, take: 'its.kind' },
  sumOf: { sumOf: 'offers', where: running, take: 'its.hoursPerWeek' },
  choose: { choose: [{ when: { fact: 'today', before: '2025-10-10' }, is: 1 }, { is: 2 }] },
  ageOn: { ageOn: { date: '$today', plus: '1 week' } },
  extensionUntil: { extensionUntil: true },
  latestEntry: { latestEntry: 'events', take: 'its.repatriationInfo' },
  sum: { sum: [{ countOf: 'events' }, { ageOn: '$today' }] },
  firstDayAbove: { firstDayAbove: 4, ...monthsWith, from: '$firstAbsenceOn' },
  monthsWith,
  benefitUnbrokenSince: { benefitUnbrokenSince: true },
  strictestTier: {
    strictestTier: { atLeast: [{ tier: 'red', when: { fact: 'offer.running', is: true } }], unlessListed: [] },
  },
};

const conditions: Record<string, object> = {
  all: {
    all: [
      { fact: 'today', after: '$offer.starts' },
      { fact: 'offer.running', is: true },
    ],
  },
  any: {
    any: [
      { fact: 'today', before: '$offer.starts' },
      { fact: 'offer.running', is: false },
    ],
  },
  not: { not: { fact: 'offer.onRecord', is: true } },
  exists: { exists: 'events', where: lately },
  recorded: { recorded: 'offer.followUps.on' },
  knownToBe: { fact: 'offer.followUps.progress', knownToBe: true },
};

describe('What a rulebook can say stays the same until the day it names', () => {
  test('and every form of a value and of a condition is looked at', () => {
    expect(Object.keys(values)).toEqual(valueForms());
    expect(Object.keys(conditions)).toEqual(conditionForms());
  });

  test.each(Object.entries(values))('%s', (_, node) => {
    const value = compileValue(scope, node, []);
    expect(scope.problems.list).toEqual([]);
    turns((world) => value?.of(world));
  });

  test.each(Object.entries(conditions))('%s', (_, node) => {
    const condition = compileCondition(scope, node, []);
    expect(scope.problems.list).toEqual([]);
    expect(turns((world) => condition?.(world))).not.toEqual([]);
  });

  const ofDates = comparators.slice(comparators.indexOf('after'), comparators.indexOf('onOrBefore') + 1);
  test.each(['is', ...ofDates])('%s', (comparator) => {
    for (const left of [inThreeMonths, '$today', { lastDayOf: '1 month', from: { date: '$today', minus: '1 year' } }])
      for (const node of [
        { value: left, [comparator]: '$offer.ends' },
        { value: '$offer.ends', [comparator]: left },
      ]) {
        const condition = compileCondition(scope, node, []);
        expect(scope.problems.list).toEqual([]);
        turns((world) => condition?.(world));
      }
  });

  test.each(factNames())('%s', (name) => {
    const fact = factNamed(name);
    turns((world) => fact && world.read(fact));
  });

  test.each(LISTS.flatMap((list) => entryFactNames(list).map((name) => ({ list, name }))))(
    '$name of $list',
    ({ list, name }) => {
      const fact = entryFactNamed(list, name.slice('its.'.length));
      turns((world) =>
        listEntries(world, list).map((entry) => {
          world.its = entry;
          return fact && world.read(fact);
        }),
      );
    },
  );
});

test('A day that moves along is compared without being read: only the day of the turn is named', () => {
  const condition = compileCondition(scope, { fact: 'offer.ends', before: inThreeMonths }, []);
  const named = new Set<number | undefined>();
  const turned = turns((world) => {
    const holds = condition?.(world);
    named.add(world.date.turnsOn);
    return holds;
  });
  expect(turned).toEqual(['2025-12-01']);
  expect([...named]).toEqual([dayOf('2025-12-01'), undefined]);
});
