import type { Person } from '../contract/people.ts';

/** Whether the person works here on that day; the leaving date is the last day. */
export const active = (person: Person, today: string): boolean =>
  (person.from === undefined || person.from <= today) && (person.to === undefined || today <= person.to);

/**
 * The person with the roles they hold on a day: their own, and those of whoever they stand in for. A substitute of a
 * substitute stands in for nobody, nor does one for somebody who has left. Without roles when they have left themselves.
 */
export const withRolesOn = <T extends Person>(person: T, staff: Person[], today: string): T => {
  if (!active(person, today)) return { ...person, roles: [] };
  const stoodInFor = (person.substituteFor ?? [])
    .filter(({ from, to }) => from <= today && today <= to)
    .flatMap((substitution) => staff.filter(({ id }) => id === substitution.person))
    .filter((absent) => absent.municipality === person.municipality && active(absent, today));
  const borrowed = stoodInFor.flatMap(({ roles }) => roles.filter(({ role }) => role !== 'admin'));
  return { ...person, roles: [...person.roles, ...borrowed] };
};
