import type { CaseItem } from '../cases/case-item.ts';
import type { Person } from '../contract/people.ts';
import type { Role } from '../contract/vocabulary.ts';
import { withRolesOn } from './active.ts';
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
 * only where the rulebook lets them. The person's roles must be those of the day.
 */
export const signsAs = (person: Person, wanted: SignOffWanted, place: SignOffPlace): Role | undefined => {
  const { item, today, askedBy, ownCaseworkerMay } = place;
  if (person.id === askedBy || (person.id === item.caseworker && !ownCaseworkerMay)) return undefined;
  return wanted.roles.find((role) => {
    const held = { ...person, roles: person.roles.filter((one) => one.role === role) };
    return may(held, 'sign-off', { municipality: item.municipality, team: item.team }, today);
  });
};

/** Everybody of the staff who may give the sign-off today, substitutes among them. */
export const eligible = <T extends Person>(staff: T[], wanted: SignOffWanted, place: SignOffPlace): T[] =>
  staff.filter((person) => signsAs(withRolesOn(person, staff, place.today), wanted, place) !== undefined);
