import type { Whose } from '../../agenda/read-agenda.ts';
import type { OpenDue } from '../../agenda/open-due.ts';
import { teamOfChannel } from '../../people/channels.ts';
import { may } from '../../people/policy.ts';
import type { PersonItem } from '../../store/items.ts';
import { mayWith } from '../access.ts';
import type { Talking } from '../services.ts';
import type { WhoseAgenda } from '../talk.ts';
import { matchNames } from '../understanding/match-name.ts';
import { agendaScope, type FoundAgendaScope } from './agenda-scope.ts';
import type { NamedTeam } from './segment-scope.ts';

/** Whose agenda it is: one's own, a colleague's, some teams', or with none of them the whole municipality's. */
export type OverdueScope = { of: 'mine' } | { of: 'person'; person: PersonItem } | { of: 'teams'; teams: NamedTeam[] };

export type FoundOverdueScope =
  | OverdueScope
  | { refused: 'role' }
  | { refused: 'team'; team: string; teams: string[] }
  | { refused: 'person'; person: string }
  | { refused: 'several'; people: PersonItem[] };

/** The colleagues whose deadlines the person may see: those of the teams whose deadlines they see. */
export const colleaguesSeen = ({ turn }: Talking, staff: readonly PersonItem[]): PersonItem[] => {
  const { person, today } = turn;
  const sees = (team?: string): boolean =>
    may(
      person,
      'see-team-deadlines',
      { municipality: person.municipality, ...(team !== undefined && { team }) },
      today,
    );
  return staff.filter(({ id, roles }) => id === person.id || roles.some(({ team }) => sees(team)));
};

/** Those of them whom a name can mean; an id means one. */
export const called = (wanted: string, people: readonly PersonItem[]): PersonItem[] => {
  const byId = people.filter(({ id }) => id === wanted);
  if (byId.length > 0) return byId;
  const matched = matchNames(
    wanted,
    people.map(({ id, name }) => ({ id, name })),
  );
  const best = matched[0]?.exactness;
  const ids = new Set(matched.filter(({ exactness }) => exactness === best).map(({ id }) => id));
  return people.filter(({ id }) => ids.has(id));
};

/** Whether what is due for the person themselves is the first thing they ask about. */
const worksOnCases = async ({ services, turn: { person } }: Talking): Promise<boolean> => {
  if (person.roles.some(({ role }) => role === 'caseworker')) return true;
  const query = { by: 'caseworker', caseworker: person.id } as const;
  return (await services.store.findCases(person.municipality, query, { limit: 1 })).items.length > 0;
};

/** The team's or the asker's teams' deadlines; in a team's channel "the team" is that one, for those who may see it. */
const teamsMeant = async (talking: Talking): Promise<FoundAgendaScope> => {
  const { services, turn, personal } = talking;
  const here = personal ? undefined : await teamOfChannel(services.store, turn.conversation.id);
  return here !== undefined &&
    mayWith(talking, 'see-team-deadlines', { municipality: here.municipality, team: here.id })
    ? { teams: [here] }
    : agendaScope(talking, undefined);
};

const usual = async (talking: Talking): Promise<OverdueScope> => {
  if (await worksOnCases(talking)) return { of: 'mine' };
  const found = await teamsMeant(talking);
  return 'refused' in found ? { of: 'mine' } : { of: 'teams', ...found };
};

/**
 * Whose deadlines are meant: the named colleague's or team's, the asker's own or their teams'. Of nobody in particular:
 * their own, for a lead who has no cases those of the teams. Whoever one may not see is answered like nobody at all.
 */
export const overdueScope = async (
  talking: Talking,
  { scope, team, person }: WhoseAgenda,
  staff: readonly PersonItem[],
): Promise<FoundOverdueScope> => {
  if (person !== undefined) {
    const people = called(person, colleaguesSeen(talking, staff));
    const [only] = people;
    if (only === undefined) return { refused: 'person', person };
    if (people.length > 1) return { refused: 'several', people };
    return only.id === talking.turn.person.id ? { of: 'mine' } : { of: 'person', person: only };
  }
  if (team === undefined && scope === undefined) return usual(talking);
  if (team === undefined && scope === 'mine') return { of: 'mine' };
  const found = team === undefined ? await teamsMeant(talking) : await agendaScope(talking, team);
  return 'refused' in found ? found : { of: 'teams', ...found };
};

/** What is read for it. */
export const whoseOf = ({ turn }: Talking, scope: OverdueScope): Whose[] => {
  if (scope.of === 'mine') return [{ person: turn.person.id }];
  if (scope.of === 'person') return [{ person: scope.person.id }];
  return scope.teams.length === 0 ? [{ all: true }] : scope.teams.map(({ id }) => ({ team: id }));
};

/** Whether the person may be shown an open entry: of others' work what is of a team whose deadlines they see. */
export const maySeeOpen = (talking: Talking, open: OpenDue, scope: OverdueScope): boolean =>
  mayWith(talking, open.about === 'case' ? 'see-case' : 'see-matter', open.item) &&
  (scope.of === 'mine' || mayWith(talking, 'see-team-deadlines', open.item));
