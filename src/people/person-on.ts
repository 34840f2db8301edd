import type { PersonChange } from '../contract/people.ts';
import type { PersonItem } from '../store/items.ts';
import { active, lent, stoodInFor } from './active.ts';
import { type PersonFields, fieldsOf } from './person-change.ts';
import { rolesInShort } from './role-names.ts';

/** A person as they are on a day: what they may act as, and in whose place. */
export interface PersonOn extends Omit<PersonFields, 'roles'> {
  id: string;
  municipality: string;
  /** Civil date. */
  on: string;
  state: 'here' | 'not-here-yet' | 'left';
  /** The roles that are theirs, as `caseworker@nord`. */
  roles: string[];
  /** The roles they hold that day in somebody's place, and in whose. */
  borrowed: { from: string; roles: string[] }[];
  /** Who stands in for them, and when. */
  substitutes: { person: string; from: string; to: string }[];
  /** Whether the bot has somewhere to write to them. */
  reachable: boolean;
  /** When they want their own list and the week's overview, if they do. */
  morningAt?: string;
  weekAt?: NonNullable<PersonItem['weekAt']>;
  changes: PersonChange[];
}

const each = (roles: PersonItem['roles']): string[] => roles.map((held) => rolesInShort([held]));

/** What there is to know of a person on a day, among the staff of their municipality. */
export const personOn = (person: PersonItem, staff: readonly PersonItem[], on: string): PersonOn => {
  const here = active(person, on);
  const early = person.from !== undefined && on < person.from;
  return {
    ...fieldsOf(person),
    id: person.id,
    municipality: person.municipality,
    on,
    state: here ? 'here' : early ? 'not-here-yet' : 'left',
    roles: each(person.roles),
    borrowed: (here ? stoodInFor(person, staff, on) : []).map((absent) => ({
      from: absent.id,
      roles: each(lent(absent)),
    })),
    substitutes: staff.flatMap(({ id, substituteFor = [] }) =>
      substituteFor.filter((one) => one.person === person.id).map(({ from, to }) => ({ person: id, from, to })),
    ),
    reachable: person.address !== undefined,
    ...(person.morningAt !== undefined && { morningAt: person.morningAt }),
    ...(person.weekAt !== undefined && { weekAt: person.weekAt }),
    changes: person.changes ?? [],
  };
};
