import { may } from '../../people/policy.ts';
import type { Talking } from '../services.ts';
import { called, type NamedTeam, teamsOf } from './segment-scope.ts';

/** Whose agenda is asked for: these teams', or with none of them the whole municipality's. */
export interface AgendaScope {
  teams: NamedTeam[];
}

export type FoundAgendaScope = AgendaScope | { refused: 'role' } | { refused: 'team'; team: string; teams: string[] };

/**
 * The named team's, else the asker's own teams', else the municipality's for those whose role holds in all of it. A
 * team one may not see is answered like one that does not exist.
 */
export const agendaScope = async (talking: Talking, team: string | undefined): Promise<FoundAgendaScope> => {
  const { person, today } = talking.turn;
  const { municipality } = person;
  const teams = await teamsOf(talking);
  const seen = teams.filter(({ id }) => may(person, 'see-team-deadlines', { municipality, team: id }, today));
  if (team !== undefined) {
    const found = called(team, seen);
    if (found !== undefined) return { teams: [found] };
    return seen.length === 0 ? { refused: 'role' } : { refused: 'team', team, teams: seen.map(({ name }) => name) };
  }
  const own = seen.filter(({ id }) => person.roles.some((role) => role.team === id));
  if (own.length > 0) return { teams: own };
  return may(person, 'see-team-deadlines', { municipality }, today) ? { teams: [] } : { refused: 'role' };
};
