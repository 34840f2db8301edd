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
