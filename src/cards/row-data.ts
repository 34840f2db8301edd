import { literal, markdown } from './literal.ts';
import type { Limits } from './limits.ts';
import type { Say } from './texts.ts';
import { tint } from './tint.ts';
import type { DateLine, Line, Tone } from './views.ts';

/** A line of a list as the part `sections` reads it. Everything is there always: a missing key would be printed. */
export interface Row {
  symbol: string;
  color: Tone;
  text: string;
  weight: 'Bolder' | 'Default';
  /** Before the row. */
  spacing: 'Medium' | 'Small';
  hasDate: boolean;
  date: string;
  left: string;
  hasPlace: boolean;
  place: string;
}

/** A list with its heading; `more` says how many rows the card has no room for. */
export interface Section {
  hasTitle: boolean;
  title: string;
  rows: Row[];
  hasMore: boolean;
  more: string;
}

const dateOf = ({ date, left }: Pick<Line, 'date' | 'left'>, { text }: Limits) => ({
  hasDate: date !== undefined,
  date: literal(date ?? '', text),
  left: left === undefined ? '' : ` · ${literal(left, text)}`,
});

/** A sentence with its date, where it has one, and its place in the source. */
export const lineRow = (line: Line, limits: Limits): Row => ({
  symbol: literal(line.symbol, limits.text),
  color: tint(line.tone),
  text: literal(line.text, limits.text),
  weight: line.begins ? 'Bolder' : 'Default',
  spacing: line.begins ? 'Medium' : 'Small',
  ...dateOf(line, limits),
  hasPlace: line.place !== undefined,
  place: literal(line.place ?? '', limits.text),
});

/** A date with what is left until then. */
export const dateRow = (line: DateLine & { place?: string }, limits: Limits): Row => ({
  symbol: literal(line.symbol, limits.text),
  color: tint(line.tone),
  text: literal(line.label, limits.text),
  weight: 'Default',
  spacing: 'Small',
  ...dateOf(line, limits),
  hasPlace: line.place !== undefined,
  place: literal(line.place ?? '', limits.text),
});

/** As many rows as there is room for, under a heading; no section for an empty list. */
export const section = (title: string, rows: Row[], say: Say, limits: Limits): Section[] => {
  if (rows.length === 0) return [];
  const left = Math.max(0, rows.length - limits.rows);
  return [
    {
      hasTitle: title !== '',
      title: markdown(literal(title, limits.text)),
      rows: rows.slice(0, limits.rows),
      hasMore: left > 0,
      more: left > 0 ? say('cards.more', { count: left }) : '',
    },
  ];
};
