import type { Case } from '../contract/case.ts';
import type { Source } from '../contract/decision.ts';
import { dayOf } from './calendar.ts';
import type { Bilingual } from './judgement.ts';
import type { TargetSource } from './schema.ts';
import { World } from './world.ts';

type FigureSource = TargetSource['figures'][number];
export type Goal = FigureSource['goal'];
export type Unit = FigureSource['unit'];

/** What one case adds to a figure: to what is counted, and to what it is a share of. `unknown`: a fact is missing. */
export interface Contribution {
  part: number;
  whole: number;
  unknown: boolean;
}

/** A figure that the plan wants to be followed. */
export interface TargetFigure {
  id: string;
  name: Bilingual;
  unit: Unit;
  goal: Goal;
  baseline?: { value: number; on: string };
  /** What the computed figure shows and what it does not. */
  note?: Bilingual;
  /** Absent: the cases cannot show it, so the figure comes from outside. */
  computed?: { as: 'count' | 'percent'; contribution: (world: World) => Contribution };
}

/** What the plan aims at, with its figures and, where the plan has one, the day it is to be reached by. */
export interface Target {
  id: string;
  statement: Bilingual;
  source: Source;
  reading?: string;
  keywords: string[];
  by?: string;
  figures: TargetFigure[];
}

/** A figure over all the cases of a municipality. */
export interface Count {
  /** A number of cases, or percent with one decimal; 0 where there is nothing to take a share of. */
  value: number;
  /** So few people are counted, or left out, that the figure could point at one of them. */
  few: boolean;
  /** In so many cases a fact is missing that would decide whether they count. */
  unknown: number;
}

/** Fewer people than this are never told as a number. */
export const FEW_PEOPLE = 5;

/** Adds up the figures of targets, one case after the other, so that no more than one case need be at hand. */
export interface Tally {
  add(record: Case): void;
  /** Nothing for a figure that the cases cannot show. */
  count(target: string, figure: string): Count | undefined;
}

interface Sum {
  part: number;
  whole: number;
  /** Cases with something that counts, and cases with something that does not. */
  peopleIn: number;
  peopleOut: number;
  unknown: number;
}

const keyOf = (target: string, figure: string): string => `${target}/${figure}`;

const countOf = (as: 'count' | 'percent', { part, whole, peopleIn, peopleOut, unknown }: Sum): Count => {
  if (as === 'count') return { value: part, few: peopleIn < FEW_PEOPLE, unknown };
  const few = peopleIn < FEW_PEOPLE || peopleOut < FEW_PEOPLE;
  return { value: whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10, few, unknown };
};

/** A tally of targets on a civil date: as the cases stand on it. */
export const tallyTargets = (targets: readonly Target[], today: string): Tally => {
  const day = dayOf(today);
  const rows = targets.flatMap(({ id, figures }) =>
    figures.flatMap(({ id: figure, computed }) =>
      computed === undefined
        ? []
        : [{ key: keyOf(id, figure), computed, sum: { part: 0, whole: 0, peopleIn: 0, peopleOut: 0, unknown: 0 } }],
    ),
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return {
    add: (record) => {
      // One world for all figures: what they read of a case is worked out once.
      const world = new World(day, record, { kind: 'deadlines' }, []);
      for (const { computed, sum } of rows) {
        const { part, whole, unknown } = computed.contribution(world);
        sum.part += part;
        sum.whole += whole;
        if (part > 0) sum.peopleIn += 1;
        if (whole > part) sum.peopleOut += 1;
        if (unknown) sum.unknown += 1;
      }
    },
    count: (target, figure) => {
      const row = byKey.get(keyOf(target, figure));
      return row && countOf(row.computed.as, row.sum);
    },
  };
};
