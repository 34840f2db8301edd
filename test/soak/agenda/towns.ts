import { join } from 'node:path';
import { add, dayOf, isoOf } from '../../../src/rulebook/calendar.ts';
import { createJudge, createJudgeMatter } from '../../../src/judge.ts';
import type { Shelf } from '../../../src/rulebook/shelf.ts';
import { readShelf } from '../../../src/rulebook-files.ts';
import { fixtureShelf } from '../../support/fixture-shelf.ts';
import { oddCases, type Told, usualCases } from './any-cases.ts';
import { anyMatters } from './any-matters.ts';
import { follow, type Followed } from './follow.ts';

/** A municipality whose cases are followed. */
export interface Town {
  municipality: string;
  shelf: Shelf;
  /** The first day of its first plan. */
  validFrom: string;
}

const rulebooks = readShelf(join(import.meta.dirname, '../../../rulebooks'));

const townOf = (municipality: string, shelf: Shelf): Town => {
  const found = shelf.on(municipality, '0000-01-01');
  if (!('notBefore' in found)) throw new Error(`${municipality} has a plan from a day on`);
  return { municipality, shelf, validFrom: found.notBefore };
};

/** Every municipality there is, and an invented one with two plans, inside the first of which numbers change. */
export const TOWNS: readonly Town[] = [
  ...rulebooks.municipalities().map((municipality) => townOf(municipality, rulebooks)),
  townOf('strandby', fixtureShelf('strandby-2024-01-01', 'strandby-2026-01-01')),
];

/** Every day of two years. */
export const DAYS = 730;

/** What came of following a town's cases, or its matters. */
export interface TownFollowed {
  count: number;
  /** Those of them that are not closed. */
  open: number;
  /** Sums over all of them: how often they were projected anew, and how often something had really turned. */
  projections: number;
  turns: number;
  /** Each one that was once read wrong, in words. */
  wrong: string[];
}

const summed = (municipality: string, all: Iterable<{ followed: Followed; open: boolean; told: object }>) => {
  const sum: TownFollowed = { count: 0, open: 0, projections: 0, turns: 0, wrong: [] };
  for (const { followed, open, told } of all) {
    const { projections, turns, wrong } = followed;
    sum.count += 1;
    if (open) sum.open += 1;
    sum.projections += projections;
    sum.turns += turns;
    if (wrong !== undefined) sum.wrong.push(JSON.stringify({ municipality, ...wrong, ...told }));
  }
  return sum;
};

const followCases = ({ municipality, shelf }: Town, from: string, cases: Iterable<Told>): TownFollowed => {
  const judge = createJudge(shelf);
  const each = function* () {
    for (const { record, catalogue } of cases) {
      const followed = follow((day) => judge(record, { kind: 'deadlines' }, catalogue, day), from, DAYS);
      yield { followed, open: record.status !== 'closed', told: { record, catalogue } };
    }
  };
  return summed(municipality, each());
};

const after = (day: string, n: number): string => isoOf(add(dayOf(day), { n, unit: 'days' }));

/** Usual cases, from the day they are known: only what lies ahead of them changes them. */
export const followUsual = (town: Town, count: number): TownFollowed => {
  const from = after(town.validFrom, 200);
  return followCases(town, from, usualCases(town.municipality, from, count));
};

/** Odd cases, from before there was a plan: nearly everything that is recorded still lies ahead. */
export const followOdd = (town: Town, count: number): TownFollowed =>
  followCases(town, after(town.validFrom, -30), oddCases(town.municipality, after(town.validFrom, 365), count));

/** Matters of either kind that come in over the two years, answered or not, from before there was a plan. */
export const followMatters = ({ municipality, shelf, validFrom }: Town, count: number): TownFollowed => {
  const judge = createJudgeMatter(shelf);
  const from = after(validFrom, -30);
  const each = function* () {
    for (const record of anyMatters(municipality, from, DAYS, count))
      yield { followed: follow((day) => judge(record, day), from, DAYS), open: true, told: { record } };
  };
  return summed(municipality, each());
};
