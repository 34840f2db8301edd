import { goalNumber, isTrend, meetsGoal } from '../rulebook/goal.ts';
import { type Count, FEW_PEOPLE, type Target, type TargetFigure } from '../rulebook/targets.ts';
import type { EnteredFigure } from './entered-figure.ts';

/** Where a figure stands, worst first. */
export const STATES = [
  /** Not reached, and the day has passed. */
  'missed',
  'not-reached',
  /** Nothing the cases can show, or nothing from the day that counts: somebody must enter it. */
  'needs-figure',
  /** A trend with nothing to compare with. */
  'needs-baseline',
  /** So few people that it cannot be told whether it is reached. */
  'too-few',
  /** The plan sets no figure. */
  'followed',
  'reached',
] as const;
export type State = (typeof STATES)[number];

/** A value on a civil date, computed from the cases or entered. `few`: it must not be told as a number. */
export interface Measure {
  value: number;
  on: string;
  few: boolean;
  /** Who says so, for one that was entered. */
  entered?: EnteredFigure;
  /** In so many cases a fact is missing, for one that was computed. */
  unknown?: number;
}

/** A figure of a target as it stands on a day. */
export interface FigureStanding {
  target: Target;
  figure: TargetFigure;
  state: State;
  /** What is known: first the value that is measured against the goal, then the other one. */
  measures: Measure[];
  /** What a trend starts from: the plan's own, or the first figure entered. */
  baseline?: { value: number; on: string };
  /** How far from the goal, as a part of it; 0 where that cannot be told. */
  gap: number;
}

const peopleUnits = new Set<TargetFigure['unit']>(['citizens', 'people']);

/** Whether an entered figure counts so few people that it is not told to others. */
export const isFew = (value: number, unit: TargetFigure['unit']): boolean =>
  peopleUnits.has(unit) && value < FEW_PEOPLE;

const measureOf = (entered: EnteredFigure, { unit }: TargetFigure): Measure => ({
  value: entered.value,
  on: entered.on,
  few: isFew(entered.value, unit),
  entered,
});

/**
 * The value that is measured against the goal: the newest, of one day the entered one. Once the goal's day has passed
 * the first figure entered for that day or later, for what is true now says less about it.
 */
const judgedOf = (
  entered: readonly Measure[],
  computed: Measure | undefined,
  by: string | undefined,
  today: string,
): Measure | undefined => {
  const ofTheDay = by !== undefined && today > by ? entered.find(({ on }) => on >= by) : undefined;
  if (ofTheDay !== undefined) return ofTheDay;
  const latest = entered.at(-1);
  return latest?.on === today ? latest : (computed ?? latest);
};

const stateOf = (
  { figure: { goal, unit }, target: { by } }: Pick<FigureStanding, 'figure' | 'target'>,
  judged: Measure | undefined,
  baseline: number | undefined,
  today: string,
): State => {
  if (judged === undefined) return 'needs-figure';
  if ('none' in goal) return 'followed';
  if (isTrend(goal) && baseline === undefined) return 'needs-baseline';
  if (judged.few && unit === 'percent') return 'too-few';
  // What may not be told must not show through the answer either: it has to be the same for all it could be.
  const possible = judged.few ? [0, FEW_PEOPLE - 1] : [judged.value];
  const [met, ...others] = possible.map((value) => meetsGoal(goal, value, baseline));
  if (others.some((other) => other !== met)) return 'too-few';
  if (by !== undefined && today > by && judged.on < by) return 'needs-figure';
  if (met === true) return 'reached';
  return by !== undefined && judged.on >= by && today > by ? 'missed' : 'not-reached';
};

const gapOf = (judged: Measure | undefined, number: number | undefined): number =>
  judged === undefined || judged.few || number === undefined || number === 0
    ? 0
    : Math.abs(judged.value - number) / Math.abs(number);

/** A figure as it stands: what the cases show, what was entered for dates up to today, and whether the goal is met. */
export const standingOf = (
  target: Target,
  figure: TargetFigure,
  count: Count | undefined,
  entries: readonly EnteredFigure[],
  today: string,
): FigureStanding => {
  const entered = entries
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((entry) => measureOf(entry, figure));
  const computed = count && { ...count, on: today };
  const judged = judgedOf(entered, computed, target.by, today);
  const first = entered.find((measure) => judged !== undefined && measure.on < judged.on && !measure.few);
  const baseline = figure.baseline ?? (isTrend(figure.goal) ? first : undefined);
  const others = [computed, entered.at(-1)].filter((measure) => measure !== undefined && measure !== judged);
  return {
    target,
    figure,
    state: stateOf({ target, figure }, judged, baseline?.value, today),
    measures: [...(judged === undefined ? [] : [judged]), ...others.filter((measure) => measure !== undefined)],
    ...(baseline === undefined ? {} : { baseline: { value: baseline.value, on: baseline.on } }),
    gap: gapOf(judged, goalNumber(figure.goal, baseline?.value)),
  };
};
