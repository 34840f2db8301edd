import { eachItem } from '../each-item.ts';
import type { Person, Team } from '../contract/people.ts';
import type { Store } from '../store/port.ts';
import { may } from './policy.ts';

/** The teams a person leads, by name; `all`: every one of the municipality, those nobody has named too. */
export interface LedTeams {
  all: boolean;
  teams: Pick<Team, 'id' | 'name'>[];
}

/** The teams a person leads on a civil day. Their roles must be those of the day; a team only a role knows of is called by its id. */
export const ledTeams = async (store: Pick<Store, 'list'>, person: Person, today: string): Promise<LedTeams> => {
  const { municipality } = person;
  const leads = (team?: string): boolean =>
    may(person, 'see-week', { municipality, ...(team !== undefined && { team }) }, today);
  const all = leads();
  const teams = new Map<string, string>();
  for (const { team } of person.roles) if (team !== undefined && leads(team)) teams.set(team, team);
  for await (const { id, name } of eachItem((page) => store.list('team', municipality, page), 1000))
    if (leads(id)) teams.set(id, name);
  return { all, teams: [...teams].map(([id, name]) => ({ id, name })) };
};
