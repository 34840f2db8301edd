import type { SqlQuerySpec } from '@azure/cosmos';
import { boundOf } from '../order.ts';
import type { Place } from '../paging.ts';
import type { CaseQuery } from '../port.ts';
import { collectParameters, type Add } from './parameters.ts';

const conditionsOf = (query: CaseQuery, add: Add): string[] => {
  switch (query.by) {
    case 'team':
      return [`c.team = ${add(query.team)}`];
    case 'caseworker':
      return [`c.caseworker = ${add(query.caseworker)}`];
    case 'name':
      return [`EXISTS(SELECT VALUE n FROM n IN c.nameKeys WHERE STARTSWITH(n, ${add(query.key)}))`];
    case 'pending':
      // One ARRAY_CONTAINS for each key: in this form the service looks each up in its index.
      return [`(${['false', ...query.for.map((key) => `ARRAY_CONTAINS(c.pendingFor, ${add(key)})`)].join(' OR ')})`];
    case 'nextDue':
      return [
        ...(query.team === undefined ? [] : [`c.team = ${add(query.team)}`]),
        ...(query.caseworker === undefined ? [] : [`c.caseworker = ${add(query.caseworker)}`]),
      ];
    case 'all':
    case 'recheckOn':
    case 'nextSendAt':
    case 'expiresOn':
      return [];
  }
};

/** The names to order by, each combination with an index of its own in `CONTAINERS`. */
const orderOf = (query: CaseQuery): string[] => {
  // The team is the same in all results: naming it lets the service use the index over both.
  if (query.by === 'team' || query.by === 'caseworker') return [query.by, 'key'];
  const bound = boundOf(query);
  return bound ? [bound.scalar, 'key'] : ['key'];
};

/** The query text for a named query: the cases of one municipality from a place on, in the order of the port. */
export const caseQuery = (
  municipality: string,
  query: CaseQuery,
  from: Place | undefined,
  rows: number,
): SqlQuerySpec => {
  const { list, add } = collectParameters();
  const bound = boundOf(query);
  const conditions = [`c.municipality = ${add(municipality)}`, ...conditionsOf(query, add)];
  if (bound) conditions.push(`c.${bound.scalar} <= ${add(bound.upTo)}`);
  if (from && bound) {
    const [value, key] = [add(from.value ?? ''), add(from.id)];
    conditions.push(`(c.${bound.scalar} > ${value} OR (c.${bound.scalar} = ${value} AND c.key > ${key}))`);
  }
  if (from && !bound) conditions.push(`c.key > ${add(from.id)}`);
  const order = orderOf(query).map((name) => `c.${name}`);
  return {
    query: `SELECT TOP ${add(rows)} c.item, c._etag FROM c WHERE ${conditions.join(' AND ')} ORDER BY ${order.join(', ')}`,
    parameters: list,
  };
};
