import type { SQLOutputValue } from 'node:sqlite';
import type { NamedCase } from '../../cases/named-case.ts';

/** A row of the index columns as the port gives it. */
export const namedCase = (row: Record<string, SQLOutputValue>): NamedCase => ({
  id: String(row['id']),
  municipality: String(row['municipality']),
  team: String(row['team']),
  caseworker: String(row['caseworker']),
  status: row['status'] === 'closed' ? 'closed' : 'open',
  record: { citizen: { name: String(row['citizen']) } },
});
