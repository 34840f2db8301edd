import type { Matter } from '../../contract/case.ts';
import { isCase, isDigest, isMatter, type ItemKind, type Items } from '../items.ts';
import type { Stored } from '../port.ts';
import { ENDS_AFTER } from './containers.ts';

/**
 * An item as Cosmos DB keeps it: the item itself untouched under `item`, and beside it what the database needs to
 * place and find it. `key` is the item's own id; `id` is the key in characters that the service takes.
 */
export type Document = {
  id: string;
  kind: ItemKind;
  key: string;
  municipality: string;
  municipalityCase?: string;
  sendAt?: string;
  /** Seconds after the last write. */
  ttl?: number;
  item: unknown;
} & Partial<
  Pick<
    Items['case'],
    | 'team'
    | 'caseworker'
    | 'nextSoon'
    | 'recheckOn'
    | 'nextSendAt'
    | 'expiresOn'
    | 'nameKeys'
    | 'pendingFor'
    | 'takenBy'
    | 'waitingFor'
  >
>;

/** What a query gives back of a document. */
export interface Row {
  item: unknown;
  _etag: string;
}

/**
 * The id of a document. The service takes no / \ ? # in it, and `.` and `..` would be lost in an address, so these and
 * all others beyond plain letters, digits, - _ ~ are written as `=` and hexadecimal digits, which `decodeURIComponent`
 * turns back once `=` is `%` again.
 */
export const documentId = (kind: ItemKind, key: string): string =>
  `${kind}~${encodeURIComponent(key).replaceAll('%', '=').replaceAll('.', '=2E')}`;

/** What grows with a case without being part of its item. */
const LIES_BY_CASE: ReadonlySet<ItemKind> = new Set(['receipt', 'receipt-facts', 'history', 'past-request']);

/** It lies together by case: `municipality~case`, which the id begins with. */
const municipalityCase = (municipality: string, key: string): string =>
  key.startsWith(`${municipality}~`) ? key.slice(0, key.lastIndexOf('~')) : municipality;

/** The partition in which an item lies. */
export const partitionOf = (kind: ItemKind, municipality: string, key: string): string =>
  LIES_BY_CASE.has(kind) ? municipalityCase(municipality, key) : municipality;

/** What queries look for in a case, repeated at the document's top. */
const caseFields = (item: Items['case']): Partial<Document> => ({
  team: item.team,
  caseworker: item.caseworker,
  nameKeys: item.nameKeys,
  pendingFor: item.pendingFor,
  ...(item.takenBy === undefined ? {} : { takenBy: item.takenBy }),
  ...(item.waitingFor === undefined ? {} : { waitingFor: item.waitingFor }),
  ...(item.nextSoon === undefined ? {} : { nextSoon: item.nextSoon }),
  ...(item.recheckOn === undefined ? {} : { recheckOn: item.recheckOn }),
  ...(item.nextSendAt === undefined ? {} : { nextSendAt: item.nextSendAt }),
  ...(item.expiresOn === undefined ? {} : { expiresOn: item.expiresOn }),
});

/** What queries look for in a matter, likewise. */
const matterFields = ({ team, takenBy, nextSoon, recheckOn }: Items['matter']): Partial<Document> => ({
  team,
  takenBy,
  ...(nextSoon === undefined ? {} : { nextSoon }),
  ...(recheckOn === undefined ? {} : { recheckOn }),
});

/** The document for an item. */
export const documentOf = <K extends ItemKind>(kind: K, item: Items[K]): Document => ({
  id: documentId(kind, item.id),
  kind,
  key: item.id,
  municipality: item.municipality,
  ...(LIES_BY_CASE.has(kind) ? { municipalityCase: municipalityCase(item.municipality, item.id) } : {}),
  ...(isCase(kind, item) ? caseFields(item) : {}),
  ...(isMatter(kind, item) ? matterFields(item) : {}),
  ...(isDigest(kind, item) && item.sendAt !== undefined ? { sendAt: item.sendAt } : {}),
  ...(ENDS_AFTER[kind] === undefined ? {} : { ttl: ENDS_AFTER[kind] }),
  item,
});

/** A matter that was stored before matters had an agenda is its record alone. */
const withAgenda = (item: Items['matter'] | Matter): Items['matter'] => {
  if ('record' in item) return item;
  const { id, municipality, team } = item;
  return { id, municipality, team, takenBy: [], record: item, agenda: [], taken: [] };
};

/** The edge where JSON comes in: the store trusts what it has itself written under this kind. */
export const storedOf = <K extends ItemKind>(kind: K, row: Row): Stored<Items[K]> => ({
  item: (kind === 'matter' ? withAgenda(row.item as Items['matter'] | Matter) : row.item) as Items[K],
  etag: row._etag,
});
