import { stringify } from 'yaml';
import type { Person } from '../../contract/people.ts';

/** The Playground takes exactly so many users beside the one whose chat it shows. */
const OTHERS = 5;

const user = ({ id, name, aadObjectId }: Person) => {
  const [givenName = name, ...rest] = name.split(' ');
  const email = `${id}@example.com`;
  return {
    id: `29:${id}`,
    name,
    userPrincipleName: email,
    aadObjectId: aadObjectId ?? '',
    givenName,
    surname: rest.join(' '),
    email,
  };
};

/**
 * The text of a `.m365agentsplayground.yml` that shows the chat of `viewer`, with five of the others around.
 * Every conversation id is the viewer's alone, also among several municipalities: what waits to be sent to somebody
 * else must not be shown here.
 */
export const playgroundConfig = (viewer: Person, staff: Person[], tenantId: string): string => {
  const others = staff.filter(({ id }) => id !== viewer.id).slice(0, OTHERS);
  if (others.length < OTHERS) throw new Error(`a Playground needs ${OTHERS} people besides ${viewer.id}`);
  const whose = `${viewer.municipality}-${viewer.id}`;
  return stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: '28:makker', name: 'Makker' },
    currentUser: user(viewer),
    users: others.map(user),
    personalChat: { id: `personal-${whose}` },
    groupChat: { id: `group-${whose}`, name: 'Gruppechat' },
    team: { id: `team-${whose}`, name: 'Team', aadGroupId: `group-of-${whose}`, channels: [] },
  });
};
