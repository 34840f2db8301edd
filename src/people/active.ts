import type { Person } from '../contract/people.ts';

/** Whether the person works here on that day; the leaving date is the last day. */
export const active = (person: Person, today: string): boolean =>
  (person.from === undefined || person.from <= today) && (person.to === undefined || today <= person.to);

/** Whoever a person stands in for on a day: of the same municipality, and not gone themselves. */
export const stoodInFor = <T extends Person>(person: Person, staff: readonly T[], today: string): T[] =>
  (person.substituteFor ?? [])
    .filter(({ from, to }) => from <= today && today <= to)
    .flatMap((substitution) => staff.filter(({ id }) => id === substitution.person))
    .filter((absent) => absent.municipality === person.municipality && active(absent, today));

/** A role as it is held on a day; `of` is the person whose it is, where one stands in for them. */
export type HeldRole = Person['roles'][number] & { of?: string };

/** The roles that go on to a substitute. Running the directory does not. */
export const lent = ({ id, roles }: Person): HeldRole[] =>
  roles.filter(({ role }) => role !== 'admin').map((role) => ({ ...role, of: id }));

/**
 * The person with the roles they hold on a day: their own, and those of whoever they stand in for. A substitute of a
 * substitute stands in for nobody, nor does one for somebody who has left. Without roles when they have left themselves.
 */
export const withRolesOn = <T extends Person>(person: T, staff: readonly Person[], today: string): T =>
  active(person, today)
    ? { ...person, roles: [...person.roles, ...stoodInFor(person, staff, today).flatMap(lent)] }
    : { ...person, roles: [] };
