import type { Goal } from './targets.ts';

/** A plan that says "about" is taken to mean within so much of its figure. Makker's assumption: no plan says how near. */
export const ABOUT_PERCENT = 10;

/** The number a goal is measured against: the plan's own, or where a trend starts. */
export const goalNumber = (goal: Goal, baseline: number | undefined): number | undefined => {
  if ('atLeast' in goal) return goal.atLeast;
  if ('atMost' in goal) return goal.atMost;
  if ('about' in goal) return goal.about;
  return baseline;
};

/** Whether a goal is a trend, which only a baseline gives a meaning. */
export const isTrend = (goal: Goal): boolean => 'up' in goal || 'down' in goal;

/** Whether a value meets a goal; `undefined` where the plan sets none, or a trend has nothing to start from. */
export const meetsGoal = (goal: Goal, value: number, baseline: number | undefined): boolean | undefined => {
  const number = goalNumber(goal, baseline);
  if ('none' in goal || number === undefined) return undefined;
  if ('atLeast' in goal) return value >= number;
  if ('atMost' in goal) return value <= number;
  if ('about' in goal) return Math.abs(value - number) * 100 <= Math.abs(number) * ABOUT_PERCENT;
  return 'up' in goal ? value > number : value < number;
};
