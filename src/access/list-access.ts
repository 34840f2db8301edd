import type { ListPage, Store } from '../store/port.ts';
import type { AccessEntry } from './access-entry.ts';

/** Whose entries: who was shown something of a case, or what a person was shown, on which civil dates (UTC, inclusive). */
export interface AccessQuery {
  caseId?: string | undefined;
  person?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const PAGE = 1000;

const fits = ({ caseId, person, at }: AccessEntry, query: AccessQuery): boolean => {
  const on = at.slice(0, 10);
  return (
    (query.caseId === undefined || caseId === query.caseId) &&
    (query.person === undefined || person === query.person) &&
    (query.from === undefined || on >= query.from) &&
    (query.to === undefined || on <= query.to)
  );
};

/** The entries of one municipality that fit, oldest first. By case they are found by their ids; by person all are looked through. */
export const listAccess = async (
  store: Pick<Store, 'list'>,
  municipality: string,
  query: AccessQuery,
): Promise<AccessEntry[]> => {
  const begins: Pick<ListPage, 'begins'> = query.caseId === undefined ? {} : { begins: `${query.caseId}~` };
  const found: AccessEntry[] = [];
  let after: string | undefined;
  do {
    const page = { limit: PAGE, ...begins, ...(after !== undefined && { after }) };
    const { items, next } = await store.list('access', municipality, page);
    for (const { item } of items) if (fits(item, query)) found.push(item);
    after = next;
  } while (after !== undefined);
  return found.toSorted((a, b) => (`${a.at}~${a.id}` < `${b.at}~${b.id}` ? -1 : 1));
};
