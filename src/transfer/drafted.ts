import type { Draft } from '../cases/drafts.ts';
import { type Case, caseSchema } from '../contract/case.ts';
import { combine } from './combine.ts';
import { type Gathered, gathered, survey } from './gather.ts';
import { type Layout, headingOf } from './layout.ts';
import { readRow } from './read-row.ts';
import type { RefusedCell } from './refused-cell.ts';
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

const readOf = (gathering: Gathered, layout: Layout, municipality: string | undefined): Drafted['read'] => {
  const read = draftOf(gathering, layout);
  if ('refused' in read) return read;
  const draft = { ...read.draft, municipality: read.draft['municipality'] ?? municipality };
  if (layout.mapping.of !== 'cases') return { draft };
  const whole = caseSchema.safeParse(draft);
  return whole.success ? { record: whole.data } : { draft };
};

async function* draftsOf(
  table: Table,
  layout: Layout,
  scattered: ReadonlySet<string>,
  municipality: string | undefined,
): AsyncGenerator<Drafted[]> {
  for await (const batch of gathered(table.pages(), layout.idIndex, scattered))
    yield batch.map((one) => {
      const { id, rows } = one;
      return { id, row: rows[0]?.row ?? 1, rows: rows.length, read: readOf(one, layout, municipality) };
    });
}

/** Looks through a table and reads its records; where no column says so, they are of the municipality. */
export const readDrafts = async (table: Table, layout: Layout, municipality?: string): Promise<Reading> => {
  const { rows, scattered } = await survey(table.pages(), layout.idIndex);
  return { rows, batches: draftsOf(table, layout, scattered, municipality) };
};
