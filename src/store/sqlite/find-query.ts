import type { SQLInputValue } from 'node:sqlite';
import { boundOf, type FoundKind, type Queries } from '../order.ts';
import type { Place } from '../paging.ts';
import { keyRange } from './key-range.ts';

/** A part of a WHERE clause with the values for its question marks. */
interface Part {
  sql: string;
  values: SQLInputValue[];
}

/**
 * The items with a list key. It names the municipality itself, and nothing else may: with one more condition on
 * `municipality` SQLite would walk all its items by id and look each up among the keys.
 */
const keyed =
  (kind: FoundKind, municipality: string) =>
  (list: string, condition: string, values: SQLInputValue[]): Part => ({
    sql: `number IN (SELECT number FROM ${kind}_key WHERE municipality = ? AND list = ? AND ${condition})`,
    values: [municipality, list, ...values],
  });

const narrowed = (column: 'municipality' | 'team' | 'caseworker', value: string | undefined): Part[] =>
  value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];

const partsOf = (kind: FoundKind, municipality: string, query: Queries[FoundKind]): Part[] => {
  const among = keyed(kind, municipality);
  switch (query.by) {
    case 'team':
      return [...narrowed('municipality', municipality), ...narrowed('team', query.team)];
    case 'caseworker':
      return [...narrowed('municipality', municipality), ...narrowed('caseworker', query.caseworker)];
    case 'name':
      return [among('name', 'key >= ? AND key < ?', keyRange(query.key))];
    case 'pending':
      return [among('pending', 'key IN (SELECT value FROM json_each(?))', [JSON.stringify(query.for)])];
    case 'taken':
      return [among('taken', 'key = ?', [query.person])];
    case 'waiting':
      return [query.person === undefined ? among('waiting', 'TRUE', []) : among('waiting', 'key = ?', [query.person])];
    case 'nextSoon':
      return [
        ...narrowed('municipality', municipality),
        ...narrowed('team', query.team),
        ...narrowed('caseworker', 'caseworker' in query ? query.caseworker : undefined),
      ];
    case 'sendAt': {
      const [from, to] = keyRange(query.begins);
      return [...narrowed('municipality', municipality), { sql: 'id >= ? AND id < ?', values: [from, to] }];
    }
    case 'all':
    case 'recheckOn':
    case 'nextSendAt':
    case 'expiresOn':
      return narrowed('municipality', municipality);
  }
};

/** The statement for a named query: the items of one municipality from a place on, in the order of the port. */
export const findQuery = <K extends FoundKind>(
  kind: K,
  municipality: string,
  query: Queries[K],
  from: Place | undefined,
  rows: number,
): Part => {
  const bound = boundOf(query);
  const parts = partsOf(kind, municipality, query);
  if (bound) parts.push({ sql: `${bound.scalar} <= ?`, values: [bound.upTo] });
  if (from && bound) parts.push({ sql: `(${bound.scalar}, id) > (?, ?)`, values: [from.value ?? '', from.id] });
  if (from && !bound) parts.push({ sql: 'id > ?', values: [from.id] });
  const order = bound ? `${bound.scalar}, id` : 'id';
  return {
    sql: `SELECT item.version, item.body
      FROM (SELECT number, ${order} FROM ${kind}_column WHERE ${parts.map((part) => part.sql).join(' AND ')}
        ORDER BY ${order} LIMIT ?) AS found
      JOIN item USING (number) ORDER BY ${order.replaceAll(/\w+/g, 'found.$&')}`,
    values: [...parts.flatMap((part) => part.values), rows],
  };
};
