import type { SQLInputValue } from 'node:sqlite';
import type { NameQuery } from '../port.ts';
import { keyRange } from './key-range.ts';

const FIELDS = 'id, municipality, team, caseworker, status, citizen';

/** The numbers of the cases with such a name key, by the index alone. */
const BEGUN = `SELECT number FROM case_key WHERE municipality = ? AND list = 'name' AND key >= ? AND key < ?`;

/** Whether a case, found already, has such a name key: far quicker for a few than reading all that begin with one letter. */
const ALSO = `EXISTS (SELECT 1 FROM case_key AS other
  WHERE other.number = case_column.number AND other.list = 'name' AND other.key >= ? AND other.key < ?)`;

const begunBy = (municipality: string, beginnings: readonly string[]): { sql: string; values: SQLInputValue[] } => {
  const [longest = '', ...others] = beginnings.toSorted((a, b) => b.length - a.length);
  const sure = [longest, ...others.filter(({ length }) => length > 1)];
  const initials = others.filter(({ length }) => length <= 1);
  return {
    sql: [`number IN (${sure.map(() => BEGUN).join(' INTERSECT ')})`, ...initials.map(() => ALSO)].join(' AND '),
    values: [...sure.flatMap((one) => [municipality, ...keyRange(one)]), ...initials.flatMap(keyRange)],
  };
};

/** The statement for the names of a query: index columns and keys only. */
export const nameQuery = (
  municipality: string,
  query: NameQuery,
  rows: number,
): { sql: string; values: SQLInputValue[] } => {
  const { sql, values } =
    query.by === 'caseworker'
      ? { sql: 'municipality = ? AND caseworker = ?', values: [municipality, query.caseworker] }
      : begunBy(municipality, query.beginnings);
  return { sql: `SELECT ${FIELDS} FROM case_column WHERE ${sql} LIMIT ?`, values: [...values, rows] };
};
