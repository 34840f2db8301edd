import { add, dayOf, isoOf } from '../calendar.ts';
import { parseDuration, parseHours } from '../language/duration.ts';

type Value = number | string | boolean | readonly string[];

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The values next to a threshold, on either side of it: one more and one less of what it counts. None for what is no
 * threshold: words, yes and no, lists.
 */
export const neighboursOf = (value: Value): (number | string)[] => {
  if (typeof value === 'number') return [value - 1, value + 1];
  if (typeof value !== 'string') return [];
  if (ISO_DATE.test(value)) return [-1, 1].map((n) => isoOf(add(dayOf(value), { n, unit: 'days' })));
  const length = parseDuration(value) ?? parseHours(value);
  return length === undefined ? [] : [length.n - 1, length.n + 1].map((n) => `${n} ${length.unit}`);
};
