import { formatDate, formatNumber } from '../../format/format.ts';
import { goalNumber, isTrend } from '../../rulebook/goal.ts';
import { FEW_PEOPLE, type Unit } from '../../rulebook/targets.ts';
import type { FigureStanding, Measure } from '../../targets/standing.ts';
import { BAR, barUpTo } from './bar.ts';
import type { Wording } from './wording.ts';

/** A value with its unit: "1.600 borgere", "20 %". */
export const amount = (value: number, unit: Unit, { say, language }: Wording): string =>
  // The plural goes by the number, and a fraction counts as many.
  say(`targets.unit.${unit}`, { count: value, value: formatNumber(value, language) });

/** A value as it may be told: fewer than five people are no number. */
export const amountTold = ({ value, few }: Pick<Measure, 'value' | 'few'>, unit: Unit, wording: Wording): string => {
  if (!few) return amount(value, unit, wording);
  return unit === 'percent'
    ? wording.say('targets.too-few-people')
    : wording.say('targets.under', { amount: amount(FEW_PEOPLE, unit, wording) });
};

/** What is known of a figure: computed today, or entered for a day with its source. */
export const measureLine = (measure: Measure, unit: Unit, wording: Wording): string => {
  const value = amountTold(measure, unit, wording);
  const { entered } = measure;
  return entered === undefined
    ? wording.say('targets.computed', { amount: value })
    : wording.say('targets.entered', {
        amount: value,
        date: formatDate(measure.on, wording.language),
        source: entered.source,
      });
};

/** How many cases could not be counted; a few of them are not told as a number. */
export const unknownLine = ({ unknown = 0 }: Measure, { say }: Wording): string[] => {
  if (unknown === 0) return [];
  return [unknown < FEW_PEOPLE ? say('targets.unknown-few') : say('targets.unknown', { count: unknown })];
};

const goalText = ({ figure: { goal, unit }, baseline }: FigureStanding, wording: Wording): string => {
  const { say, language } = wording;
  const number = goalNumber(goal, baseline?.value);
  const trend = 'up' in goal ? 'up' : 'down' in goal ? 'down' : undefined;
  const form = 'atLeast' in goal ? 'at-least' : 'atMost' in goal ? 'at-most' : 'about';
  if ('none' in goal) return say('targets.goal.none');
  if (trend !== undefined)
    return number === undefined || baseline === undefined
      ? say(`targets.goal.${trend}`)
      : say(`targets.goal.${trend}-from`, {
          amount: amount(number, unit, wording),
          date: formatDate(baseline.on, language),
        });
  return say(`targets.goal.${form}`, { amount: amount(number ?? 0, unit, wording) });
};

/** Where the figure stood when the plan was made; a trend's goal says so itself. */
export const baselineLine = ({ figure: { goal, unit }, baseline }: FigureStanding, wording: Wording): string[] =>
  baseline === undefined || isTrend(goal)
    ? []
    : [
        wording.say('targets.baseline', {
          amount: amount(baseline.value, unit, wording),
          date: formatDate(baseline.on, wording.language),
        }),
      ];

/** What the plan aims at, and by when: "Mål: mindst 1.600 borgere senest 31. december 2021". */
export const goalLine = (standing: FigureStanding, wording: Wording): string => {
  const goal = goalText(standing, wording);
  const { by } = standing.target;
  return by === undefined ? goal : wording.say('targets.goal.by', { goal, date: formatDate(by, wording.language) });
};

/** Whether it is reached, or what is missing to tell; of a value from after the goal's day, that it says only so much. */
export const stateLine = ({ state, measures, target: { by } }: FigureStanding, { say, language }: Wording): string => {
  const [judged] = measures;
  if (judged === undefined || by === undefined) return say(`targets.state.${state}`);
  if (state === 'needs-figure') return say('targets.state.needs-newer', { date: formatDate(by, language) });
  const late = judged.on > by && (state === 'missed' || state === 'reached');
  return say(`targets.state.${state}${late ? '-later' : ''}`);
};

/**
 * A bar up to the goal, with a mark at the goal where the value goes beyond it. None where there is nothing to draw, or
 * where its length would tell what may not be told.
 */
export const barOf = ({
  figure: { goal },
  baseline,
  measures: [judged],
}: FigureStanding): { filled: string; rest: string } | undefined => {
  const number = goalNumber(goal, baseline?.value);
  if (judged === undefined || judged.few || number === undefined || number <= 0) return undefined;
  if (judged.value <= number) return barUpTo(judged.value, number);
  const upToGoal = Math.min(BAR - 2, Math.round((number / judged.value) * (BAR - 1)));
  return { filled: `${'█'.repeat(upToGoal)}│${'█'.repeat(BAR - 1 - upToGoal)}`, rest: '' };
};
