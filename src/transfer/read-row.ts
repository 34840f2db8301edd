import { type Draft, hasKeys, isDraft } from '../cases/drafts.ts';
import type { Step } from './fact-type.ts';
import type { LaidColumn, Layout } from './layout.ts';
import { readCell } from './read-cell.ts';
import type { RefusedCell } from './refused-cell.ts';
import type { TableRow } from './table.ts';

/** What a row says: the part of the record that its cells are about. */
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
  if (last !== undefined && holder[last.name] === undefined) holder[last.name] = value;
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

/** A row that is cut off, or has more in it than the headings: nobody knows which cell is of which column. */
export const uneven = ({ row, cells }: TableRow, { width }: Layout): RefusedCell | undefined =>
  cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell === ''))
    ? undefined
    : { row, column: '(row)', why: `it has ${cells.length} cells; allowed: ${width}, as the headings` };

/** Reads a row, or says of every cell that cannot be read why. */
export const readRow = (tableRow: TableRow, layout: Layout): ReadRow => {
  const { row, cells } = tableRow;
  const cut = uneven(tableRow, layout);
  if (cut !== undefined) return { refused: [cut] };
  const draft: Draft = {};
  const refused: RefusedCell[] = [];
  for (const column of layout.columns) {
    const text = cells[column.index] ?? '';
    if (text === '') continue;
    const read = valueOf(text, column, layout);
    if ('wrong' in read) {
      refused.push({ row, column: column.heading, why: `${read.wrong}${alsoAllowed(column)}` });
      continue;
    }
    put(draft, column.steps, read.value);
  }
  if (refused.length > 0) return { refused };
  for (const { steps, value } of layout.mapping.always) if (hasPlace(draft, steps)) put(draft, steps, value);
  return { row, draft };
};

/** Puts `null` where the steps lead and nothing stands, in every entry of the lists that are there. */
const empty = (draft: Draft, [step, ...rest]: readonly Step[]): void => {
  if (step === undefined) return;
  const there = draft[step.name];
  if (rest.length === 0) draft[step.name] = there ?? null;
  else if (step.list) {
    // A list whose entries have no key is one value: there is nothing in it to take away.
    for (const entry of Array.isArray(there) && hasKeys(step.name) ? there.filter(isDraft) : []) empty(entry, rest);
  } else {
    const inner = isDraft(there) ? there : {};
    draft[step.name] = inner;
    empty(inner, rest);
  }
};

/** What all rows of a record say together, with `null` for each fact whose cells are all empty: a file takes it away. */
export const withEmptied = (draft: Draft, { columns }: Layout): Draft => {
  for (const { steps } of columns) empty(draft, steps);
  return draft;
};
