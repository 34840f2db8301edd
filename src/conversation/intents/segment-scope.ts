import { folded } from '../../cases/name-keys.ts';
import type { Team } from '../../contract/people.ts';
import { may } from '../../people/policy.ts';
import type { CaseQuery } from '../../store/port.ts';
import type { Talking } from '../services.ts';
import type { Entities } from '../understanding/understanding.ts';

/** Whose cases a report counts: what finds them, and the teams by name. None: the whole municipality's, or one's own. */
export interface SegmentScope {
  queries: CaseQuery[];
  of: 'municipality' | 'teams' | 'mine';
  teams: string[];
}

export type FoundScope = SegmentScope | { refused: 'role' } | { refused: 'team'; team: string; teams: string[] };

/** A team with what it is called. */
export type NamedTeam = Pick<Team, 'id' | 'name'>;

/** No municipality has so many teams. */
const MOST_TEAMS = 1000;

const maySee = ({ turn }: Talking, team?: string): boolean => {
  const { municipality } = turn.person;
  return (
    may(turn.person, 'see-groups', { municipality }, turn.today) ||
    may(turn.person, 'see-team-groups', { municipality, ...(team === undefined ? {} : { team }) }, turn.today)
  );
};

const maySeeOwn = ({ turn: { person, today } }: Talking): boolean =>
  may(person, 'see-team-groups', { municipality: person.municipality, caseworker: person.id }, today);

/** The teams there are; one that only a role knows of is called by its id. */
export const teamsOf = async ({ services, turn }: Talking): Promise<NamedTeam[]> => {
  const { items } = await services.store.list('team', turn.person.municipality, { limit: MOST_TEAMS });
  const known = items.map(({ item }) => item);
  const others = new Set(turn.person.roles.flatMap(({ team }) => team ?? []));
  return [
    ...known,
    ...[...others].filter((id) => !known.some((team) => team.id === id)).map((id) => ({ id, name: id })),
  ];
};

/** The one team of that name; "Integrationsteamet" has an s that is only there to join the words. */
/** The one team of this name or id; part of the name is enough where it is one team’s alone. */
export const called = (wanted: string, teams: readonly NamedTeam[]): NamedTeam | undefined =>
  teamNamed(wanted, teams) ?? (wanted.endsWith('s') ? teamNamed(wanted.slice(0, -1), teams) : undefined);

const teamNamed = (wanted: string, teams: readonly NamedTeam[]): NamedTeam | undefined => {
  const name = folded(wanted);
  const exact = teams.filter((team) => [folded(team.id), folded(team.name)].includes(name));
  const found = exact.length > 0 ? exact : teams.filter((team) => folded(`${team.id} ${team.name}`).includes(name));
  return found.length === 1 ? found[0] : undefined;
};

const ofTeams = (teams: readonly NamedTeam[]): SegmentScope => ({
  queries: teams.map(({ id }) => ({ by: 'team', team: id })),
  of: 'teams',
  teams: teams.map(({ name }) => name),
});

/**
 * Whose cases are meant: the named team's, the asker's own or their teams', else all they may see the groups of. A
 * team one may not see is answered like one that does not exist.
 */
export const segmentScope = async (talking: Talking, { team, scope }: Entities): Promise<FoundScope> => {
  const { person } = talking.turn;
  const teams = await teamsOf(talking);
  const seen = teams.filter(({ id }) => maySee(talking, id));
  if (team !== undefined) {
    const found = called(team, seen);
    if (found !== undefined) return ofTeams([found]);
    return seen.length === 0 ? { refused: 'role' } : { refused: 'team', team, teams: seen.map(({ name }) => name) };
  }
  if (scope === 'mine' && (maySeeOwn(talking) || maySee(talking)))
    return { queries: [{ by: 'caseworker', caseworker: person.id }], of: 'mine', teams: [] };
  const own = seen.filter(({ id }) => person.roles.some((role) => role.team === id));
  if (maySee(talking) && (scope !== 'team' || own.length === 0))
    return { queries: [{ by: 'all' }], of: 'municipality', teams: [] };
  return own.length === 0 ? { refused: 'role' } : ofTeams(own);
};
