import type { SqlQuerySpec } from '@azure/cosmos';
import { boundOf, type FoundKind, type Queries } from '../order.ts';
import type { Place } from '../paging.ts';
import { collectParameters, type Add } from './parameters.ts';

/** The team and the caseworker that a query about dates is narrowed to. */
const narrowings = (query: { team?: string; caseworker?: string }): ['team' | 'caseworker', string][] =>
  (['team', 'caseworker'] as const).flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [[name, value]];
  });

const conditionsOf = (query: Queries[FoundKind], add: Add): string[] => {
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
    case 'taken':
      return [`ARRAY_CONTAINS(c.takenBy, ${add(query.person)})`];
    case 'waiting':
      if (query.person !== undefined) return [`ARRAY_CONTAINS(c.waitingFor, ${add(query.person)})`];
      // Anybody: a range over the entries is what the index of an array answers.
      return [`EXISTS(SELECT VALUE w FROM w IN c.waitingFor WHERE w > ${add('')})`];
    case 'nextSoon':
      return narrowings(query).map(([name, value]) => `c.${name} = ${add(value)}`);
    case 'sendAt':
      return [`STARTSWITH(c.key, ${add(query.begins)})`];
    case 'all':
    case 'recheckOn':
    case 'nextSendAt':
    case 'expiresOn':
      return [];
  }
};

/** The names to order by, each combination with an index of its own in `CONTAINERS`. */
const orderOf = (kind: FoundKind, query: Queries[FoundKind]): string[] => {
  // What is the same in all results is named as well: it lets the service go by the one index over all of them.
  const same = kind === 'case' ? [] : ['kind'];
  if (query.by === 'team' || query.by === 'caseworker') return [...same, query.by, 'key'];
  const bound = boundOf(query);
  if (bound === undefined) return [...same, 'key'];
  const [narrowest] = query.by === 'nextSoon' ? narrowings(query) : [];
  return [...same, ...(narrowest === undefined ? [] : [narrowest[0]]), bound.scalar, 'key'];
};

/** The query text for a named query: the items of one municipality from a place on, in the order of the port. */
export const findQuery = <K extends FoundKind>(
  kind: K,
  municipality: string,
  query: Queries[K],
  from: Place | undefined,
  rows: number,
): SqlQuerySpec => {
  const { list, add } = collectParameters();
  const bound = boundOf(query);
  const conditions = [`c.municipality = ${add(municipality)}`];
  // Cases have a container of their own.
  if (kind !== 'case') conditions.push(`c.kind = ${add(kind)}`);
  conditions.push(...conditionsOf(query, add));
  if (bound) conditions.push(`c.${bound.scalar} <= ${add(bound.upTo)}`);
  if (from && bound) {
    const [value, key] = [add(from.value ?? ''), add(from.id)];
    conditions.push(`(c.${bound.scalar} > ${value} OR (c.${bound.scalar} = ${value} AND c.key > ${key}))`);
  }
  if (from && !bound) conditions.push(`c.key > ${add(from.id)}`);
  const order = orderOf(kind, query).map((name) => `c.${name}`);
  return {
    query: `SELECT TOP ${add(rows)} c.item, c._etag FROM c WHERE ${conditions.join(' AND ')} ORDER BY ${order.join(', ')}`,
    parameters: list,
  };
};
