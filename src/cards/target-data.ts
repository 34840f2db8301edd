import { literal } from './literal.ts';
import type { Limits } from './limits.ts';
import type { Say } from './texts.ts';
import { tint } from './tint.ts';
import type { TargetRow } from './views.ts';

const rowData = ({ symbol, tone, name, bar, value, goal, state, details, place }: TargetRow, { text }: Limits) => ({
  symbol: literal(symbol, text),
  color: tint(tone),
  name: literal(name, text),
  hasBar: bar !== undefined,
  filled: literal(bar?.filled ?? '', text),
  rest: literal(bar?.rest ?? '', text),
  hasValue: value !== undefined,
  value: literal(value ?? '', text),
  goal: literal(goal, text),
  state: literal(state, text),
  details: details.map((detail) => ({ text: literal(detail, text) })),
  place: literal(place, text),
});

/** The rows of a targets' card, as many as there is room for; `more` says how many there is none for. */
export const targetsData = (rows: TargetRow[], say: Say, limits: Limits): Record<string, unknown> => {
  const left = Math.max(0, rows.length - limits.rows);
  return {
    rows: rows.slice(0, limits.rows).map((row) => rowData(row, limits)),
    hasMore: left > 0,
    more: left > 0 ? say('cards.more', { count: left }) : '',
  };
};
