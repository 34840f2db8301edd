import type { Person, PersonChange } from '../contract/people.ts';
import { rolesInShort } from './role-names.ts';

/** What of a person can be changed. An identity is tenant and object id together, or none. */
export interface PersonFields {
  name: string;
  roles: Person['roles'];
  identity: { tenantId: string; aadObjectId: string } | null;
  /** First and last day, civil dates. */
  from: string | null;
  to: string | null;
  substituteFor: NonNullable<Person['substituteFor']>;
}

/** Who makes changes, and when (ISO instant). */
export type Author = Pick<PersonChange, 'at' | 'by'>;

export const fieldsOf = ({ name, roles, tenantId, aadObjectId, from, to, substituteFor }: Person): PersonFields => ({
  name,
  roles,
  identity: tenantId === undefined || aadObjectId === undefined ? null : { tenantId, aadObjectId },
  from: from ?? null,
  to: to ?? null,
  substituteFor: substituteFor ?? [],
});

/** The id under which an identity is found in the directory. */
export const identityKey = ({ tenantId, aadObjectId }: NonNullable<PersonFields['identity']>): string =>
  `${tenantId}~${aadObjectId}`;

/** Each field in a form in which it can be compared and kept; empty for nothing. */
export const fieldsInShort = ({
  name,
  roles,
  identity,
  from,
  to,
  substituteFor,
}: PersonFields): Record<PersonChange['field'], string> => ({
  name,
  roles: rolesInShort(roles),
  identity: identity === null ? '' : identityKey(identity),
  from: from ?? '',
  to: to ?? '',
  substituteFor: substituteFor.map(({ person, from: first, to: last }) => `${person} ${first}..${last}`).join(', '),
});

const NOBODY: PersonFields = { name: '', roles: [], identity: null, from: null, to: null, substituteFor: [] };
const FIELDS = ['name', 'roles', 'identity', 'from', 'to', 'substituteFor'] as const satisfies (keyof PersonFields)[];

/** What differs between a person before and after; of somebody new everything that is set. */
export const changesBetween = (before: Person | undefined, after: Person, author: Author): PersonChange[] => {
  const was = fieldsInShort(before === undefined ? NOBODY : fieldsOf(before));
  const is = fieldsInShort(fieldsOf(after));
  return FIELDS.filter((field) => was[field] !== is[field]).map((field) => ({
    ...author,
    field,
    ...(field !== 'name' && was[field] !== '' && { was: was[field] }),
    ...(field !== 'name' && is[field] !== '' && { is: is[field] }),
  }));
};
