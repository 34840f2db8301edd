import type { Items } from './items.ts';
import type { Place } from './paging.ts';
import type { CaseQuery, DigestQuery, MatterQuery } from './port.ts';

/** What the named queries find. */
export type FoundKind = 'case' | 'matter' | 'digest';

/** The named queries of each kind. */
export interface Queries {
  case: CaseQuery;
  matter: MatterQuery;
  digest: DigestQuery;
}

/** The scalar that a query is about, and by which its results are ordered before the id. */
export type OrderScalar = 'nextSoon' | 'recheckOn' | 'nextSendAt' | 'expiresOn' | 'sendAt';

/** The scalar of a query with the last value it takes in; absent for the queries that are ordered by id alone. */
export const boundOf = (query: Queries[FoundKind]): { scalar: OrderScalar; upTo: string } | undefined => {
  switch (query.by) {
    case 'nextSoon':
    case 'recheckOn':
    case 'expiresOn':
      return { scalar: query.by, upTo: query.on };
    case 'nextSendAt':
    case 'sendAt':
      return { scalar: query.by, upTo: query.before };
    case 'team':
    case 'caseworker':
    case 'all':
    case 'name':
    case 'pending':
    case 'taken':
    case 'waiting':
      return undefined;
  }
};

type Ordered = Pick<Items[FoundKind], 'id'> & { readonly [scalar in OrderScalar]?: string };

/** Where an item stands in the order of a query, for the page after it to go on from. */
export const placeOf = (query: Queries[FoundKind], item: Ordered): Place => {
  const bound = boundOf(query);
  const value = bound && item[bound.scalar];
  return value === undefined ? { id: item.id } : { id: item.id, value };
};
