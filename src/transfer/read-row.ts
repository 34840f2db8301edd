import type { Draft } from '../cases/drafts.ts';
import { isDraft } from '../cases/drafts.ts';
import type { Step } from './fact-type.ts';
import type { LaidColumn, Layout } from './layout.ts';
import { type CellValue, readCell } from './read-cell.ts';
import type { RefusedCell } from './refused-cell.ts';
import type { TableRow } from './table.ts';

/** What a row says: the part of the record that its cells are about, where `null` is an empty cell. */
export type ReadRow = { row: number; draft: Draft } | { refused: RefusedCell[] };

/** Puts a value where the steps lead; a row has at most one entry of each list. */
const put = (draft: Draft, steps: readonly Step[], value: unknown): void => {
  let holder = draft;
  for (const { name, list } of steps.slice(0, -1)) {
    const there = holder[name];
    const inner: unknown = Array.isArray(there) ? there[0] : there;
    const next: Draft = isDraft(inner) ? inner : {};
    if (next !== inner) holder[name] = list ? [next] : next;
    holder = next;
  }
  const last = steps.at(-1);
  if (last !== undefined && (holder[last.name] ?? null) === null) holder[last.name] = value;
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  (isDraft(value) ? Object.values(value).every(isEmpty) : Array.isArray(value) && value.every(isEmpty));

/** The draft without the entries of lists that have nothing in them. */
const withoutEmptyEntries = (draft: Draft): Draft => {
  const whole = Object.entries(draft).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value)) {
      const entries = value
        .filter((entry) => !isEmpty(entry))
        .map((entry: unknown) => (isDraft(entry) ? withoutEmptyEntries(entry) : entry));
      return entries.length === 0 ? [] : [[name, entries]];
    }
    return [[name, isDraft(value) ? withoutEmptyEntries(value) : value]];
  });
  return Object.fromEntries(whole);
};

/** Whether an entry of every list on the way is there: a value for all rows makes no entry of its own. */
const hasPlace = (draft: Draft, steps: readonly Step[]): boolean => {
  const [first, ...rest] = steps;
  if (first === undefined || !steps.some(({ list }) => list)) return true;
  const there = draft[first.name];
  const inner: unknown = Array.isArray(there) ? there[0] : there;
  return isDraft(inner) && hasPlace(inner, rest);
};

const valueOf = (text: string, { values, type }: LaidColumn, layout: Layout) => {
  const meant = values.get(text.toLowerCase());
  return meant === undefined ? readCell(text, type, layout.numbers) : { value: meant };
};

/** The system's own words, for whoever wrote another. */
const alsoAllowed = ({ values }: LaidColumn): string => (values.size === 0 ? '' : `, ${[...values.keys()].join(', ')}`);

/** Reads a row, or says of every cell that cannot be read why. */
export const readRow = ({ row, cells }: TableRow, layout: Layout): ReadRow => {
  if (cells.length > layout.width && cells.slice(layout.width).some((cell) => cell !== '')) {
    const why = `it has ${cells.length} cells; allowed: ${layout.width}, as the headings`;
    return { refused: [{ row, column: '(row)', why }] };
  }
  const draft: Draft = {};
  const refused: RefusedCell[] = [];
  for (const column of layout.columns) {
    const text = cells[column.index] ?? '';
    let value: CellValue | null = null;
    if (text !== '') {
      const read = valueOf(text, column, layout);
      if ('wrong' in read) {
        refused.push({ row, column: column.heading, why: `${read.wrong}${alsoAllowed(column)}` });
        continue;
      }
      value = read.value;
    }
    put(draft, column.steps, value);
  }
  if (refused.length > 0) return { refused };
  const whole = withoutEmptyEntries(draft);
  for (const { steps, value } of layout.mapping.always) if (hasPlace(whole, steps)) put(whole, steps, value);
  return { row, draft: whole };
};
