import type { CaseItem } from '../cases/case-item.ts';
import type { Person } from '../contract/people.ts';
import type { Role } from '../contract/vocabulary.ts';
import { type HeldRole, withRolesOn } from './active.ts';
import { may } from './policy.ts';

/** What must be known of a sign-off to say who may give it. */
export interface SignOffWanted {
  roles: Role[];
  rule: string;
}

export interface SignOffPlace {
  item: Pick<CaseItem, 'municipality' | 'team' | 'caseworker'>;
  today: string;
  askedBy: string;
  /** Whether this rule's sign-off may come from the case's own caseworker. */
  ownCaseworkerMay: boolean;
}

/**
 * The role in which a person may give a sign-off, `undefined` when they may not: it must be named by the rule and hold
 * for the case's team or the whole municipality. Nobody signs for their own request, and the case's own caseworker
 * only where the rulebook lets them; nor does anybody in the name of these two. One's own role comes before one that is
 * held for somebody else. The person's roles must be those of the day.
 */
export const signsAs = (
  person: Omit<Person, 'roles'> & { roles: HeldRole[] },
  wanted: SignOffWanted,
  place: SignOffPlace,
): HeldRole | undefined => {
  const { item, today, askedBy, ownCaseworkerMay } = place;
  const shut = (id: string): boolean => id === askedBy || (id === item.caseworker && !ownCaseworkerMay);
  if (shut(person.id)) return undefined;
  const about = { municipality: item.municipality, team: item.team };
  return person.roles
    .filter(({ role, of }) => wanted.roles.includes(role) && (of === undefined || !shut(of)))
    .toSorted((a, b) => Number(a.of !== undefined) - Number(b.of !== undefined))
    .find((held) => may({ ...person, roles: [held] }, 'sign-off', about, today));
};

/** Whether a look at what the person holds that day can be worth it: most of a staff hold none of the roles. */
const mayHold = ({ roles, substituteFor = [] }: Person, wanted: SignOffWanted): boolean =>
  substituteFor.length > 0 || roles.some(({ role }) => wanted.roles.includes(role));

/** Everybody of the staff who may give the sign-off today, substitutes among them. */
export const eligible = <T extends Person>(staff: T[], wanted: SignOffWanted, place: SignOffPlace): T[] =>
  staff.filter(
    (person) =>
      mayHold(person, wanted) && signsAs(withRolesOn(person, staff, place.today), wanted, place) !== undefined,
  );
