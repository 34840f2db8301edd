import { importPeople, planImport } from '../people/import-people.ts';
import type { PeopleRow } from '../people/people-table.ts';
import type { Author } from '../people/person-change.ts';
import type { PersonItem, TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { isBody } from './gather.ts';
import type { Layout } from './layout.ts';
import { SHEET_ERROR, isSheetError } from './read-cell.ts';
import { uneven } from './read-row.ts';
import type { RefusedCell } from './refused-cell.ts';
import type { Table } from './table.ts';
import { type Tally, type Told, emptyTally } from './tally.ts';

interface Import {
  table: Table;
  layout: Layout;
  store: Pick<Store, 'read' | 'create' | 'replace'>;
  municipality: string;
  staff: PersonItem[];
  teams: TeamItem[];
  tenantId?: string | undefined;
  author: Author;
  dryRun: boolean;
  told: Told;
}

const rowsOf = async (table: Table, layout: Layout): Promise<{ rows: PeopleRow[]; refused: RefusedCell[] }> => {
  const rows: PeopleRow[] = [];
  const refused: RefusedCell[] = [];
  for await (const page of table.pages())
    for (const tableRow of page.filter(isBody)) {
      const { row, cells } = tableRow;
      const cut = uneven(tableRow, layout);
      if (cut !== undefined) refused.push(cut);
      for (const { index, heading } of layout.columns)
        if (isSheetError(cells[index] ?? '')) refused.push({ row, column: heading, why: SHEET_ERROR });
      const named = layout.columns.map(({ path, index, values }) => {
        const text = cells[index] ?? '';
        return [path, String(values.get(text.toLowerCase()) ?? text)];
      });
      rows.push({ row, cells: Object.fromEntries(named) });
    }
  return { rows, refused };
};

/** Takes a list of people as `makker people import` does: everybody in it, or with one refused row nobody. */
export const importPeopleTable = async (from: Import): Promise<Tally> => {
  const { table, layout, store, municipality, staff, teams, tenantId, author, dryRun, told } = from;
  const { rows, refused } = await rowsOf(table, layout);
  const known = { store, staff, teams, municipality, ...(tenantId !== undefined && { tenantId }) };
  const planned = refused.length > 0 ? { refused } : await planImport(rows, known);
  const tally = emptyTally();
  if ('refused' in planned) {
    for (const cell of planned.refused) told.refused([cell], '');
    tally.refused = rows.length;
    return tally;
  }
  const { added, changed, same, wanted } = planned.plan;
  if (!dryRun) {
    const { taken } = await importPeople(store, municipality, wanted, author);
    const why = 'stored, but somebody else was given this identity meanwhile; it opens nothing here';
    for (const id of taken) told.refused([{ row: 1, column: 'aadObjectId', why }], id);
  }
  return { ...tally, new: added.length, changed: changed.length, same: same.length };
};
