/** How much of a view its card may show. */
export interface Limits {
  /** Rows in each list. */
  rows: number;
  /** UTF-16 units in each text. */
  text: number;
}

/**
 * From everything to very little: the first step whose card is small enough is sent. Lists are ordered strongest first,
 * so what is left out is what matters least, and the card says how much that is.
 */
export const steps: [Limits, ...Limits[]] = [
  { rows: Number.POSITIVE_INFINITY, text: 6000 },
  { rows: 30, text: 6000 },
  { rows: 15, text: 2000 },
  { rows: 8, text: 800 },
  { rows: 5, text: 300 },
  { rows: 3, text: 120 },
];
