import type { SQLInputValue } from 'node:sqlite';
import { boundOf } from '../order.ts';
import type { Place } from '../paging.ts';
import type { CaseQuery } from '../port.ts';
import { keyRange } from './key-range.ts';

/** A part of a WHERE clause with the values for its question marks. */
interface Part {
  sql: string;
  values: SQLInputValue[];
}

/**
 * The cases with a list key. It names the municipality itself, and nothing else may: with one more condition on
 * `municipality` SQLite would walk all its cases by id and look each up among the keys.
 */
const keyed = (municipality: string, list: string, condition: string, values: SQLInputValue[]): Part => ({
  sql: `number IN (SELECT number FROM case_key WHERE municipality = ? AND list = ? AND ${condition})`,
  values: [municipality, list, ...values],
});

const narrowed = (column: 'municipality' | 'team' | 'caseworker', value: string | undefined): Part[] =>
  value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];

const partsOf = (municipality: string, query: CaseQuery): Part[] => {
  switch (query.by) {
    case 'team':
      return [...narrowed('municipality', municipality), ...narrowed('team', query.team)];
    case 'caseworker':
      return [...narrowed('municipality', municipality), ...narrowed('caseworker', query.caseworker)];
    case 'name':
      return [keyed(municipality, 'name', 'key >= ? AND key < ?', keyRange(query.key))];
    case 'pending':
      return [keyed(municipality, 'pending', 'key IN (SELECT value FROM json_each(?))', [JSON.stringify(query.for)])];
    case 'nextDue':
      return [
        ...narrowed('municipality', municipality),
        ...narrowed('team', query.team),
        ...narrowed('caseworker', query.caseworker),
      ];
    case 'all':
    case 'recheckOn':
    case 'nextSendAt':
    case 'expiresOn':
      return narrowed('municipality', municipality);
  }
};

/** The statement for a named query: the cases of one municipality from a place on, in the order of the port. */
export const caseQuery = (municipality: string, query: CaseQuery, from: Place | undefined, rows: number): Part => {
  const bound = boundOf(query);
  const parts = partsOf(municipality, query);
  if (bound) parts.push({ sql: `${bound.scalar} <= ?`, values: [bound.upTo] });
  if (from && bound) parts.push({ sql: `(${bound.scalar}, id) > (?, ?)`, values: [from.value ?? '', from.id] });
  if (from && !bound) parts.push({ sql: 'id > ?', values: [from.id] });
  const order = bound ? `${bound.scalar}, id` : 'id';
  return {
    sql: `SELECT item.version, item.body
      FROM (SELECT number, ${order} FROM case_column WHERE ${parts.map((part) => part.sql).join(' AND ')}
        ORDER BY ${order} LIMIT ?) AS found
      JOIN item USING (number) ORDER BY ${order.replaceAll(/\w+/g, 'found.$&')}`,
    values: [...parts.flatMap((part) => part.values), rows],
  };
};
