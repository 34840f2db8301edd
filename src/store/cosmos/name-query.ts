import type { SqlQuerySpec } from '@azure/cosmos';
import type { NamedCase } from '../../cases/named-case.ts';
import type { NameQuery } from '../port.ts';
import { collectParameters, type Add } from './parameters.ts';

const FIELDS = 'c.key, c.municipality, c.team, c.caseworker, c.item.status, c.item.record.citizen.name AS citizen';

/** What the query gives back of a document. */
export type NameRow = Omit<NamedCase, 'id' | 'record'> & { key: string; citizen: string };

/** A name as the port gives it. */
export const namedCase = ({ key, citizen, ...row }: NameRow): NamedCase => ({
  id: key,
  ...row,
  record: { citizen: { name: citizen } },
});

const conditionsOf = (query: NameQuery, add: Add): string[] =>
  query.by === 'caseworker'
    ? [`c.caseworker = ${add(query.caseworker)}`]
    : query.beginnings.map(
        (beginning) => `EXISTS(SELECT VALUE n FROM n IN c.nameKeys WHERE STARTSWITH(n, ${add(beginning)}))`,
      );

/** The query text for the names of a query. Of each document only what tells the case apart comes over the wire. */
export const nameQuery = (municipality: string, query: NameQuery, rows: number): SqlQuerySpec => {
  const { list, add } = collectParameters();
  const conditions = [`c.municipality = ${add(municipality)}`, ...conditionsOf(query, add)];
  const order = query.by === 'caseworker' ? 'c.caseworker, c.key' : 'c.key';
  return {
    query: `SELECT TOP ${add(rows)} ${FIELDS} FROM c WHERE ${conditions.join(' AND ')} ORDER BY ${order}`,
    parameters: list,
  };
};
