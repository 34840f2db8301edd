import type { Draft } from '../cases/drafts.ts';
import { combined } from './combine.ts';
import { type Gathered, type Survey, gathered } from './gather.ts';
import { type Layout, headingOf } from './layout.ts';
import { readRow, withEmptied } from './read-row.ts';
import type { RefusedCell } from './refused-cell.ts';
import type { Table } from './table.ts';
import { type Tally, type Told, count, emptyTally } from './tally.ts';
import type { Take } from './taken.ts';

interface Import {
  table: Table;
  layout: Layout;
  survey: Survey;
  /** Where a row's record belongs when no column says so. */
  municipality?: string | undefined;
  /** Why a record of this municipality may not be taken. */
  foreign: (municipality: unknown) => string | undefined;
  take: Take;
  told: Told;
}

/** What all rows of a record say together, or why they cannot be taken. */
const draftOf = ({ rows }: Gathered, layout: Layout): { draft: Draft } | { refused: RefusedCell[] } => {
  const refused: RefusedCell[] = [];
  let draft: Draft = {};
  for (const row of rows) {
    const read = readRow(row, layout);
    if ('refused' in read) {
      refused.push(...read.refused);
      continue;
    }
    const conflicts: string[] = [];
    draft = combined(draft, read.draft, conflicts);
    const why = 'another row of the same record says something else; allowed: the same in all of them, or nothing';
    refused.push(...conflicts.map((path) => ({ row: row.row, column: headingOf(layout, path), why })));
  }
  return refused.length > 0 ? { refused } : { draft };
};

/** Takes every record of a table that has been looked through: each whole, or refused as a whole. */
export const importTable = async ({ table, layout, survey, told, take, ...where }: Import): Promise<Tally> => {
  const tally = emptyTally();
  let done = 0;

  const takeOne = async (record: Gathered): Promise<() => void> => {
    const first = record.rows[0]?.row ?? 1;
    const refuse = (cells: readonly RefusedCell[]) => () => {
      tally.refused += 1;
      told.refused(cells, record.id);
    };
    const read = draftOf(record, layout);
    if ('refused' in read) return refuse(read.refused);
    const draft = { ...read.draft, municipality: read.draft['municipality'] ?? where.municipality };
    const foreign = where.foreign(draft.municipality);
    if (foreign !== undefined) return refuse([{ row: first, column: headingOf(layout, 'municipality'), why: foreign }]);
    if (record.id === '')
      return refuse([{ row: first, column: headingOf(layout, 'id'), why: 'nothing stands here; it is needed' }]);
    const taken = await take(draft, () => withEmptied(draft, layout));
    if ('refused' in taken) {
      const { path, message } = taken.refused;
      return refuse([{ row: first, column: headingOf(layout, path), why: message }]);
    }
    return () => count(tally, record.id, taken);
  };

  for await (const batch of gathered(table.pages(), layout.idIndex, survey.scattered)) {
    for (const tell of await Promise.all(batch.map(takeOne))) tell();
    for (const { rows } of batch) done += rows.length;
    told.progress(done);
  }
  return tally;
};
