import type { CaseItem } from '../cases/case-item.ts';
import type { Place } from './paging.ts';
import type { CaseQuery } from './port.ts';

/** The scalar that a query is about, and by which its results are ordered before the id. */
export type OrderScalar = 'nextDue' | 'recheckOn' | 'nextSendAt' | 'expiresOn';

/** The scalar of a query with the last value it takes in; absent for the queries that are ordered by id alone. */
export const boundOf = (query: CaseQuery): { scalar: OrderScalar; upTo: string } | undefined => {
  switch (query.by) {
    case 'nextDue':
    case 'recheckOn':
    case 'expiresOn':
      return { scalar: query.by, upTo: query.on };
    case 'nextSendAt':
      return { scalar: query.by, upTo: query.before };
    case 'team':
    case 'caseworker':
    case 'all':
    case 'name':
    case 'pending':
      return undefined;
  }
};

/** Where a case stands in the order of a query, for the page after it to go on from. */
export const placeOf = (query: CaseQuery, item: CaseItem): Place => {
  const bound = boundOf(query);
  const value = bound && item[bound.scalar];
  return value === undefined ? { id: item.id } : { id: item.id, value };
};
