import { maskCpr } from '../privacy/cpr.ts';

/** What is refused: the row as a spreadsheet counts, the column, and why with what is allowed. */
export interface RefusedCell {
  row: number;
  column: string;
  why: string;
}

const LONGEST = 60;

/** A value as it may be told of: not whole when it is long, and never a CPR number. */
export const shownValue = (text: string): string => {
  const masked = maskCpr(text);
  return JSON.stringify(masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked);
};
