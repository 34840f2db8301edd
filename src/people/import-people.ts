import type { Team } from '../contract/people.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { staffProblems } from './check-staff.ts';
import { type Kept, type Wanted, keepIdentity, keepPerson, withWanted } from './keep-person.ts';
import type { PeopleRow, RefusedCell } from './people-table.ts';
import { type Author, type PersonFields, changesBetween, fieldsOf } from './person-change.ts';
import { readPersonRow } from './read-person-row.ts';

/** What an import would do, and to whom; nothing is stored yet. */
export interface ImportPlan {
  wanted: Wanted[];
  added: string[];
  changed: { id: string; fields: string[] }[];
  same: string[];
  /** Who is in the directory and not in the file: they stay as they are. */
  notInFile: string[];
  /** The whole staff as it will be. */
  staff: PersonItem[];
}

interface Directory {
  store: Pick<Store, 'read'>;
  staff: readonly PersonItem[];
  teams: readonly Team[];
  municipality: string;
  /** The tenant of those whose row names none. */
  tenantId?: string;
}

const COLUMN_OF: Partial<Record<keyof PersonFields, string>> = { identity: 'aadObjectId' };

const twice = (rows: readonly { row: number; wanted: Wanted }[]): RefusedCell[] =>
  rows.flatMap(({ row, wanted: { id } }) => {
    const first = rows.find((other) => other.wanted.id === id);
    return first === undefined || first.row === row
      ? []
      : [{ row, column: 'id', why: `${id} stands in row ${first.row} already; allowed: one row for each person` }];
  });

/** Reads every row and holds it against the directory: the plan, or every cell that is refused. */
export const planImport = async (
  rows: readonly PeopleRow[],
  { store, staff, teams, municipality, tenantId }: Directory,
): Promise<{ plan: ImportPlan } | { refused: RefusedCell[] }> => {
  const surroundings = { teams, ...(tenantId !== undefined && { tenantId }) };
  const read = rows.map((row) => ({ row: row.row, ...readPersonRow(row, surroundings) }));
  const good = read.flatMap((one) => ('wanted' in one ? [one] : []));
  const refused = [...read.flatMap((one) => ('refused' in one ? one.refused : [])), ...twice(good)];

  const before = new Map(staff.map((person) => [person.id, person]));
  const after = new Map(
    good.map(({ wanted }) => [wanted.id, withWanted(before.get(wanted.id), municipality, wanted)] as const),
  );
  const whole = [...new Map([...before, ...after]).values()];
  for (const { person, field, why } of await staffProblems(store, whole, [...after.values()])) {
    const row = good.find(({ wanted }) => wanted.id === person)?.row ?? 1;
    refused.push({ row, column: COLUMN_OF[field] ?? field, why });
  }
  if (refused.length > 0) return { refused: refused.toSorted((a, b) => a.row - b.row) };

  const nobody = { at: '', by: '' };
  const told = [...after.values()].map((person) => ({
    id: person.id,
    known: before.has(person.id),
    fields: changesBetween(before.get(person.id), person, nobody).map(({ field }) => field),
  }));
  return {
    plan: {
      wanted: good.map(({ wanted }) => wanted),
      added: told.filter(({ known }) => !known).map(({ id }) => id),
      changed: told.filter(({ known, fields }) => known && fields.length > 0),
      same: told.filter(({ known, fields }) => known && fields.length === 0).map(({ id }) => id),
      notInFile: staff.filter(({ id }) => !after.has(id)).map(({ id }) => id),
      staff: whole,
    },
  };
};

/**
 * Carries a plan out: first every person, then what they are found by, so that an identity that goes from one to
 * another leads to nobody in between. Killed anywhere and run again it comes to the same end. Answers who has an
 * identity that somebody else was given meanwhile.
 */
export const importPeople = async (
  store: Pick<Store, 'read' | 'create' | 'replace'>,
  municipality: string,
  wanted: readonly Wanted[],
  author: Author,
): Promise<{ kept: Record<Kept, number>; taken: string[] }> => {
  const kept: Record<Kept, number> = { added: 0, changed: 0, same: 0 };
  for (const one of wanted) kept[await keepPerson(store, municipality, () => one, one.id, author)] += 1;
  const taken: string[] = [];
  for (const { id } of wanted) {
    const person = (await store.read('person', municipality, id))?.item;
    const identity = person && fieldsOf(person).identity;
    if (person && identity && (await keepIdentity(store, person, identity)) === 'taken') taken.push(id);
  }
  return { kept, taken };
};
