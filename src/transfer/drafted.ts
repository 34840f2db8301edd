import type { z } from 'zod';
import type { Draft } from '../cases/drafts.ts';
import { valueAt } from '../contract/allowed-names.ts';
import { type Case, caseSchema } from '../contract/case.ts';
import { refusalOf } from '../contract/refusal.ts';
import { combine } from './combine.ts';
import { type Gathered, gathered, survey } from './gather.ts';
import { type Layout, headingOf, keyCells, keyIn } from './layout.ts';
import { ROW_SCHEMAS } from './mapping.ts';
import { readRow } from './read-row.ts';
import { type RefusedCell, shownValue } from './refused-cell.ts';
import type { Table } from './table.ts';

/**
 * One record of a table: the number of its first row, how many it has, and what they say or why they cannot be taken. A
 * case that is whole by itself is checked already.
 */
export interface Drafted {
  id: string;
  row: number;
  rows: number;
  read: { record: Case } | { draft: Draft } | { refused: RefusedCell[] };
}

/** A table that has been looked through: how many rows it has, and its records, many at a time. */
export interface Reading {
  rows: number;
  batches: AsyncIterable<Drafted[]>;
}

/** What all rows of a record say together, or why they cannot be taken. */
const draftOf = ({ rows }: Gathered, layout: Layout): { draft: Draft } | { refused: RefusedCell[] } => {
  const refused: RefusedCell[] = [];
  const draft: Draft = {};
  for (const row of rows) {
    const read = readRow(row, layout);
    if ('refused' in read) {
      refused.push(...read.refused);
      continue;
    }
    const conflicts: string[] = [];
    combine(draft, read.draft, conflicts);
    const why = 'another row of the same record says something else; allowed: the same in all of them, or nothing';
    refused.push(...conflicts.map((path) => ({ row: row.row, column: headingOf(layout, path), why })));
  }
  return refused.length > 0 ? { refused } : { draft };
};

/** The row that a value of the record stands in, in the entry with the same id. */
const rowOf = (draft: Draft, path: readonly string[], { rows }: Gathered, layout: Layout): number => {
  // A row has one entry of each list.
  const own = path.map((name) => (/^\d+$/.test(name) ? '0' : name));
  const found = rows.find((row) => {
    const read = readRow(row, layout);
    const same = (name: string): boolean =>
      'draft' in read && valueAt(read.draft, own.with(-1, name)) === valueAt(draft, path.with(-1, name));
    return same(path.at(-1) ?? '') && same('id');
  });
  return (found ?? rows[0])?.row ?? 1;
};

/** The values that the form of a record does not allow; what is not there at all may be known from before. */
const wrongIn = (
  draft: Draft,
  issues: readonly z.core.$ZodIssue[],
  gathering: Gathered,
  layout: Layout,
): RefusedCell[] => {
  const schema = ROW_SCHEMAS[layout.mapping.of];
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    const value = valueAt(draft, path);
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const why = `${shownValue(String(value))}: ${refusalOf(schema, draft, issue).message}`;
    return { row: rowOf(draft, path, gathering, layout), column: headingOf(layout, path.join('.')), why };
  });
};

const readOf = (gathering: Gathered, layout: Layout, municipality: string | undefined): Drafted['read'] => {
  const read = draftOf(gathering, layout);
  if ('refused' in read) return read;
  const draft = { ...read.draft, municipality: read.draft['municipality'] ?? municipality };
  const { of } = layout.mapping;
  const whole = of === 'cases' ? caseSchema.safeParse(draft) : undefined;
  if (whole?.success) return { record: whole.data };
  const { error } = whole ?? ROW_SCHEMAS[of].safeParse(draft);
  const refused = wrongIn(draft, error?.issues ?? [], gathering, layout);
  return refused.length > 0 ? { refused } : { draft };
};

async function* draftsOf(
  table: Table,
  layout: Layout,
  scattered: ReadonlySet<string>,
  municipality: string | undefined,
): AsyncGenerator<Drafted[]> {
  for await (const batch of gathered(table.pages(), keyIn(layout, municipality), scattered))
    yield batch.map((one) => {
      const [first] = one.rows;
      const id = first?.cells[layout.idIndex] ?? '';
      return { id, row: first?.row ?? 1, rows: one.rows.length, read: readOf(one, layout, municipality) };
    });
}

/** Looks through a table and reads its records; where no column says so, they are of the municipality. */
export const readDrafts = async (table: Table, layout: Layout, municipality?: string): Promise<Reading> => {
  const { rows, scattered } = await survey(table.pages(keyCells(layout)), keyIn(layout, municipality));
  return { rows, batches: draftsOf(table, layout, scattered, municipality) };
};
