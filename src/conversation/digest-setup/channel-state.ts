import { createHash } from 'node:crypto';
import { may } from '../../people/policy.ts';
import { teamOfChannel, teamsIn } from '../../people/channels.ts';
import type { TeamItem } from '../../store/items.ts';
import type { Talking } from '../services.ts';

/** What is set in a municipality's teams, as a channel is concerned. */
export interface ChannelState {
  /** Every team; one that only a role knows of is called by its id. */
  teams: TeamItem[];
  /** The team whose digest comes here, or came here until it was stopped. */
  linked?: TeamItem;
}

/** The state as it is now; `foreign` when the channel is a team's of another municipality, which is not touched. */
export const channelState = async ({ services, turn }: Talking): Promise<ChannelState | 'foreign'> => {
  const { municipality, roles } = turn.person;
  const owner = await teamOfChannel(services.store, turn.conversation.id);
  if (owner !== undefined && owner.municipality !== municipality) return 'foreign';
  const known = await teamsIn(services.store, municipality);
  const others = new Set(roles.flatMap(({ team }) => team ?? []).filter((id) => !known.some((team) => team.id === id)));
  const teams: TeamItem[] = [...known, ...[...others].map((id) => ({ id, municipality, name: id, leads: [] }))];
  const linked = teams.find(({ address }) => address?.conversationId === turn.conversation.id);
  return { teams, ...(linked !== undefined && { linked }) };
};

/** Whether the person may say where and when this team's digest comes. */
export const maySet = ({ turn }: Talking, { id, municipality }: TeamItem): boolean =>
  may(turn.person, 'set-digest', { municipality, team: id }, turn.today);

/**
 * What the state was when it was shown, for a card: a click on it changes nothing when somebody else has changed
 * something since, and nothing from another conversation.
 */
export const versionOf = ({ turn }: Talking, { linked }: ChannelState, team: TeamItem): string => {
  const { address, digestAt, digestOff, quietDay } = team;
  const state = [turn.conversation.id, linked?.id, team.id, address?.conversationId, digestAt, digestOff, quietDay];
  return createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 16);
};
