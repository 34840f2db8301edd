import { DEFAULT_AT } from '../agenda/digest-times.ts';
import type { TeamItem } from '../store/items.ts';

const digestOf = ({ address, digestAt = DEFAULT_AT, digestOff, quietDay = 'line' }: TeamItem): string => {
  if (address === undefined) return 'no digest: not set up in a channel';
  if (digestOff === true) return 'no digest: stopped';
  const quiet = quietDay === 'line' ? 'a line' : 'nothing';
  return `digest at ${digestAt} on working days, ${quiet} on a quiet day, in ${address.conversationId}`;
};

/** A team and when its digest comes, for the terminal. */
export const teamLine = (team: TeamItem): string => `${team.id}: ${team.name}; ${digestOf(team)}`;
