import { containsCpr } from '../privacy/cpr.ts';
import type { Unit } from '../rulebook/targets.ts';

/** The most a figure can be, and the most characters its source can have. */
export const LARGEST_FIGURE = 999_999_999;
export const LARGEST_PERCENT = 1000;
export const LONGEST_SOURCE = 200;

export type FigureRefusal =
  | 'out-of-range'
  | 'not-whole'
  | 'in-the-future'
  | 'no-source'
  | 'source-too-long'
  | 'unprintable'
  | 'cpr';

/** What cannot be counted in parts. */
const wholeUnits = new Set<Unit>(['citizens', 'people', 'courses', 'companies', 'agreements', 'count']);

/** The most a figure of this unit can be. */
export const largest = (unit: Unit): number => (unit === 'percent' ? LARGEST_PERCENT : LARGEST_FIGURE);

/** Why a figure cannot be entered; nothing when it can. `on` is a civil date. */
export const figureRefusal = (
  unit: Unit,
  { value, on, source }: { value: number; on: string; source: string },
  today: string,
): FigureRefusal | undefined => {
  if (!(value >= 0 && value <= largest(unit))) return 'out-of-range';
  if (wholeUnits.has(unit) && !Number.isInteger(value)) return 'not-whole';
  if (on > today) return 'in-the-future';
  if (source.trim() === '') return 'no-source';
  if (source.length > LONGEST_SOURCE) return 'source-too-long';
  if (/\p{Cc}/u.test(source)) return 'unprintable';
  return containsCpr(source) ? 'cpr' : undefined;
};
