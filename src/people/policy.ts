import type { Person } from '../contract/people.ts';
import type { Role } from '../contract/vocabulary.ts';
import { active } from './active.ts';

export type Action =
  | 'see-case'
  | 'ask-about-case'
  | 'record-fact'
  | 'request-approval'
  | 'sign-off'
  | 'see-rules'
  | 'see-catalogue'
  | 'see-team-deadlines'
  | 'see-targets'
  | 'enter-figure'
  /** How many citizens are in each of the plan's groups: in a team, and in the whole municipality. */
  | 'see-team-groups'
  | 'see-groups'
  | 'see-matter';

/** What an action is about: a municipality's rules, catalogue or targets, a team, or a case with its team and caseworker. */
export interface About {
  municipality: string;
  team?: string;
  caseworker?: string;
}

const COMMON = ['see-rules', 'see-catalogue'] as const;
const CASE = [...COMMON, 'see-case', 'ask-about-case', 'see-matter'] as const;
const ALL = [...CASE, 'record-fact', 'request-approval', 'sign-off', 'see-team-deadlines'] as const;
/** The targets' figures hold for the whole municipality, and nobody can be read out of them. */
const FIGURES = ['see-targets', 'enter-figure', 'see-groups'] as const;

/**
 * Who may do what. A role given for a team holds in that team, one without a team in the whole municipality; a
 * caseworker's role also holds in the cases that are their own. What does not stand here is refused.
 * That one may sign off at all says nothing about a certain rule: there the rulebook names the roles.
 */
const MAY: Record<Role, readonly Action[]> = {
  caseworker: [...ALL, 'see-targets', 'see-team-groups'],
  'team-lead': [...ALL, ...FIGURES],
  'functional-lead': [...ALL, ...FIGURES],
  'job-consultant': [...CASE, 'record-fact', 'request-approval', 'sign-off'],
  specialist: [...CASE, 'request-approval', 'sign-off', 'see-team-deadlines', 'see-targets', 'see-groups'],
  'job-broker': [...CASE, 'sign-off'],
  'repatriation-staff': [...CASE, 'sign-off'],
  // Runs the directory and the rulebooks; no reason to see citizens.
  admin: [...COMMON, ...FIGURES],
};

const MUNICIPAL: readonly Action[] = [...COMMON, ...FIGURES];

/** Whether the person may do this. Their roles must be those of the day (`withRolesOn`). */
export const may = (person: Person, action: Action, about: About, today: string): boolean => {
  if (person.municipality !== about.municipality || !active(person, today)) return false;
  return person.roles.some(({ role, team }) => {
    if (!MAY[role].includes(action)) return false;
    if (MUNICIPAL.includes(action) || team === undefined) return true;
    const ownCase = role === 'caseworker' && about.caseworker === person.id;
    return ownCase || team === about.team;
  });
};
