import type { CaseItem } from './case-item.ts';

/** What a case is told apart by, and what access to it rests on: all that matching a name needs, without its document. */
export type NamedCase = Pick<CaseItem, 'id' | 'municipality' | 'team' | 'caseworker' | 'status'> & {
  record: { citizen: { name: string } };
};
