import type { Person } from '../contract/people.ts';

/** What a person's id is written as: the name of the colleague it belongs to, else the id itself. */
export const namesOf =
  (staff: readonly Pick<Person, 'id' | 'name'>[]) =>
  (person: string): string =>
    staff.find(({ id }) => id === person)?.name ?? person;
