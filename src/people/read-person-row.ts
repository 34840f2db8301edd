import type { Team } from '../contract/people.ts';
import type { Wanted } from './keep-person.ts';
import type { Column, PeopleRow, RefusedCell } from './people-table.ts';
import { type Read, cprRefused, readDate, readGuid, readId, readName } from './read-field.ts';
import { readRole, tidyRoles } from './role-names.ts';

/** What a row is read with: the municipality's teams, and the tenant of those whose row names none. */
export interface RowSurroundings {
  teams: readonly Team[];
  tenantId?: string;
}

/** Several readings as one: the first that is wrong, else all values. */
const all = <T>(reads: readonly Read<T>[]): Read<T[]> => {
  const values: T[] = [];
  for (const read of reads) {
    if ('wrong' in read) return read;
    values.push(read.value);
  }
  return { value: values };
};

const orNone = (read: (text: string) => Read<string>, text: string): Read<string | null> =>
  text === '' ? { value: null } : read(text);

/** Reads one row: the person as wanted, or every cell that is refused. An empty cell of a column means "none". */
export const readPersonRow = (
  { row, cells }: PeopleRow,
  { teams, tenantId }: RowSurroundings,
): { wanted: Wanted } | { refused: RefusedCell[] } => {
  const refused: RefusedCell[] = [];
  const secret = Object.entries(cells).flatMap(([column, text]) => {
    const cpr = cprRefused(text);
    return cpr === undefined ? [] : [{ row, column, why: `${cpr.wrong}; allowed: the cell without it` }];
  });
  if (secret.length > 0) return { refused: secret };

  const read = <T>(column: Column, how: (text: string) => Read<T>): T | undefined => {
    const text = cells[column];
    if (text === undefined) return undefined;
    const result = how(text);
    if ('value' in result) return result.value;
    refused.push({ row, column, why: result.wrong });
    return undefined;
  };
  const id = read('id', readId);
  const name = read('name', readName);
  const roles = read('roles', (text) => {
    const parts = text.split(/[;,+]/).filter((part) => part.trim() !== '');
    return all(parts.map((part) => readRole(part.trim(), teams, cells.team === '' ? undefined : cells.team)));
  });
  const from = read('from', (text) => orNone(readDate, text));
  const to = read('to', (text) => orNone(readDate, text));
  const aadObjectId = read('aadObjectId', (text) => orNone(readGuid, text));
  const tenant = read('tenantId', (text) => orNone(readGuid, text)) ?? tenantId;
  if (typeof aadObjectId === 'string' && tenant === undefined && refused.length === 0)
    refused.push({
      row,
      column: 'tenantId',
      why: 'it is missing; allowed: the GUID of the tenant, or --tenant for all',
    });
  if (refused.length > 0 || id === undefined) return { refused };
  const identity = aadObjectId && tenant ? { tenantId: tenant, aadObjectId } : null;
  return {
    wanted: {
      id,
      ...(name !== undefined && { name }),
      ...(roles !== undefined && { roles: tidyRoles(roles) }),
      ...(aadObjectId !== undefined && { identity }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
  };
};
