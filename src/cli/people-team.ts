import { readId, readName } from '../people/read-field.ts';
import type { PeopleCommand } from './people-office.ts';
import { teamLine } from './team-line.ts';

/** `makker people team`: a team that roles can be given in, or another name for one that is there; without a name, how it is. */
export const setTeam: PeopleCommand = async ({ store, municipality, teams, out, err }, { word, values }) => {
  if (values.name === undefined) {
    const team = teams.find(({ id }) => id === word);
    if (team !== undefined) out(teamLine(team));
    else err(`${word} is no team of ${municipality}; allowed: ${teams.map(({ id }) => id).join(', ') || 'none'}`);
    return team === undefined ? 1 : 0;
  }
  const [id, name] = [readId(word), readName(values.name)];
  if ('wrong' in id || 'wrong' in name) {
    err('wrong' in id ? id.wrong : 'wrong' in name ? name.wrong : '');
    err('nothing was stored');
    return 1;
  }
  for (;;) {
    const stored = await store.read('team', municipality, id.value);
    const team = { leads: [], ...stored?.item, id: id.value, municipality, name: name.value };
    if (stored?.item.name === name.value) {
      out('nothing to change');
      return 0;
    }
    const { outcome } =
      stored === undefined ? await store.create('team', team) : await store.replace('team', team, stored.etag);
    if (outcome === 'created' || outcome === 'replaced') {
      out(`${id.value}: ${name.value}`);
      return 0;
    }
  }
};
