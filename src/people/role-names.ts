import type { Person, Team } from '../contract/people.ts';
import { ROLES, type Role } from '../contract/vocabulary.ts';
import type { Read } from './read-field.ts';

type Held = Person['roles'][number];

/** What a role is called in the lists of a Danish office, besides its id. */
const DANISH: Record<Role, readonly string[]> = {
  caseworker: ['sagsbehandler', 'rådgiver'],
  'job-consultant': ['jobkonsulent', 'virksomhedskonsulent'],
  'job-broker': ['jobformidler'],
  specialist: ['fagkonsulent'],
  'team-lead': ['leder', 'teamleder'],
  'functional-lead': ['funktionsleder'],
  'repatriation-staff': ['repatrieringsmedarbejder'],
  admin: ['administrator'],
};

const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');

/** All that a role may be called, for messages. */
export const ROLES_ALLOWED = ROLES.map((role) => `${role} (${DANISH[role].join(', ')})`).join(', ');

const roleCalled = (text: string): Role | undefined => {
  const name = folded(text);
  return ROLES.find((role) => role === name || DANISH[role].includes(name));
};

const teamCalled = (text: string, teams: readonly Team[]): Team | undefined => {
  const name = text.trim().toLowerCase();
  return teams.find(({ id }) => id.toLowerCase() === name) ?? teams.find((team) => team.name.toLowerCase() === name);
};

/** The one team of this id or name. */
export const readTeam = (text: string, teams: readonly Team[]): Read<string> => {
  const team = teamCalled(text, teams);
  const allowed = teams.map(({ id }) => id).join(', ') || 'none yet: the municipality has no teams';
  return team === undefined
    ? { wrong: `${JSON.stringify(text)} is no team here; allowed: ${allowed}` }
    : { value: team.id };
};

/** A role as written: `caseworker@nord`; without a team for the `elsewhere` given, `@*` for the whole municipality. */
export const readRole = (text: string, teams: readonly Team[], elsewhere?: string): Read<Held> => {
  const [name = '', team, ...more] = text.split('@');
  const role = roleCalled(name);
  if (role === undefined || more.length > 0)
    return { wrong: `${JSON.stringify(text)} is no role; allowed: ${ROLES_ALLOWED}, each alone or with @TEAM` };
  const wanted = team === undefined ? elsewhere : team.trim();
  if (wanted === undefined || wanted === '*') return { value: { role } };
  const read = readTeam(wanted, teams);
  return 'wrong' in read ? read : { value: { role, team: read.value } };
};

const inShort = ({ role, team }: Held): string => (team === undefined ? role : `${role}@${team}`);

/** Roles in the order of the vocabulary, each once. */
export const tidyRoles = (roles: readonly Held[]): Held[] => {
  const once = [...new Map(roles.map((held) => [inShort(held), held])).values()];
  const order = ({ role, team = '' }: Held): string => `${ROLES.indexOf(role)} ${team}`;
  return once.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
};

/** "caseworker@nord, functional-lead": the same for the same roles, whatever their order. */
export const rolesInShort = (roles: readonly Held[]): string => tidyRoles(roles).map(inShort).join(', ');
