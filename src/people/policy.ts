import type { Person } from '../contract/people.ts';
import type { Role } from '../contract/vocabulary.ts';
import { active } from './active.ts';

/** Everything that is asked about, in the order of the table in docs/access.md. */
export const ACTIONS = [
  'see-case',
  'ask-about-case',
  'record-fact',
  'request-approval',
  'sign-off',
  'see-matter',
  'see-team-deadlines',
  /** How many citizens are in each of the plan's groups: in a team, and in the whole municipality. */
  'see-team-groups',
  'see-groups',
  'see-targets',
  'enter-figure',
  /** Which channel gets a team's digest, and when. */
  'set-digest',
  /** What waits to be sent: at once, or never. */
  'mend-outbox',
  /** How a team has done in the last week. */
  'see-week',
  'see-rules',
  'see-catalogue',
] as const;
export type Action = (typeof ACTIONS)[number];

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
const LEAD = [...ALL, ...FIGURES, 'set-digest', 'see-week'] as const;

/**
 * Who may do what; where, `reachOf` says. What does not stand here is refused.
 * That one may sign off at all says nothing about a certain rule: there the rulebook names the roles.
 */
const MAY: Record<Role, readonly Action[]> = {
  caseworker: [...ALL, 'see-targets', 'see-team-groups'],
  'team-lead': LEAD,
  'functional-lead': LEAD,
  'job-consultant': [...CASE, 'record-fact', 'request-approval', 'sign-off'],
  specialist: [...CASE, 'request-approval', 'sign-off', 'see-team-deadlines', 'see-targets', 'see-groups'],
  'job-broker': [...CASE, 'sign-off'],
  'repatriation-staff': [...CASE, 'sign-off'],
  // Runs the directory and the rulebooks; no reason to see citizens.
  admin: [...COMMON, ...FIGURES, 'set-digest', 'mend-outbox'],
};

/** What is no team's, so that every role that may do it may do it for the whole municipality. */
const MUNICIPAL: readonly Action[] = [...COMMON, ...FIGURES];
/** A specialist is asked for advice across teams, and sees the cases of all; they sign and ask in their own. */
const SPECIALIST_SEES: readonly Action[] = ['see-case', 'ask-about-case', 'see-matter', 'see-team-deadlines'];

/** What is done in a team's name; being the case's own caseworker gives no part in it. */
const TEAM_ONLY: readonly Action[] = ['sign-off', 'see-team-deadlines'];

/** How far an action reaches for a role given in a team. One given without a team always reaches the municipality. */
export type Reach = 'none' | 'team' | 'team-and-own-cases' | 'municipality';

export const reachOf = (role: Role, action: Action): Reach => {
  if (!MAY[role].includes(action)) return 'none';
  // An administrator is no team's.
  if (MUNICIPAL.includes(action) || role === 'admin') return 'municipality';
  if (role === 'specialist' && SPECIALIST_SEES.includes(action)) return 'municipality';
  return role === 'caseworker' && !TEAM_ONLY.includes(action) ? 'team-and-own-cases' : 'team';
};

/** Whether the person may do this. Their roles must be those of the day (`withRolesOn`). */
export const may = (person: Person, action: Action, about: About, today: string): boolean => {
  if (person.municipality !== about.municipality || !active(person, today)) return false;
  return person.roles.some(({ role, team }) => {
    const reach = reachOf(role, action);
    if (reach === 'none') return false;
    if (reach === 'municipality' || team === undefined) return true;
    return team === about.team || (reach === 'team-and-own-cases' && about.caseworker === person.id);
  });
};
