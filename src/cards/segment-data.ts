import { literal } from './literal.ts';
import type { Limits } from './limits.ts';
import type { Say } from './texts.ts';
import type { SegmentRow } from './views.ts';

const rowData = ({ name, count, bar, statement, place }: SegmentRow, { text }: Limits) => ({
  name: literal(name, text),
  count: literal(count, text),
  color: 'accent',
  hasBar: bar !== undefined,
  filled: literal(bar?.filled ?? '', text),
  rest: literal(bar?.rest ?? '', text),
  statement: literal(statement, text),
  place: literal(place, text),
});

/** The rows of a groups' card, as many as there is room for; `more` says how many there is none for. */
export const segmentsData = (rows: SegmentRow[], say: Say, limits: Limits): Record<string, unknown> => {
  const left = Math.max(0, rows.length - limits.rows);
  return {
    rows: rows.slice(0, limits.rows).map((row) => rowData(row, limits)),
    hasMore: left > 0,
    more: left > 0 ? say('cards.more', { count: left }) : '',
  };
};
