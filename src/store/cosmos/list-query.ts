import type { SqlQuerySpec } from '@azure/cosmos';
import type { ItemKind } from '../items.ts';
import type { Place } from '../paging.ts';
import { collectParameters } from './parameters.ts';

/** The query text for the items of a kind whose ids begin alike, in one municipality from a place on, ordered by id. */
export const listQuery = (
  kind: ItemKind,
  municipality: string,
  begins: string,
  from: Place | undefined,
  rows: number,
): SqlQuerySpec => {
  const { list, add } = collectParameters();
  const conditions = [`c.municipality = ${add(municipality)}`, `c.kind = ${add(kind)}`];
  if (begins !== '') conditions.push(`STARTSWITH(c.key, ${add(begins)})`);
  if (from) conditions.push(`c.key > ${add(from.id)}`);
  return {
    query: `SELECT TOP ${add(rows)} c.item, c._etag FROM c WHERE ${conditions.join(' AND ')} ORDER BY c.kind, c.key`,
    parameters: list,
  };
};
