import { createHash } from 'node:crypto';
import type { Address } from '../outbox/messenger.ts';
import type { ChannelEntry, QuietDay, TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';

type ChannelStore = Pick<Store, 'read' | 'create' | 'replace' | 'list'>;

/** A team by what it is stored under. */
export interface TeamKey {
  municipality: string;
  id: string;
}

/** No municipality has so many teams. */
const MOST_TEAMS = 1000;

/** The id of a channel's entry; conversation ids hold characters that not every store takes. */
const entryId = (conversationId: string): string =>
  `channel~${createHash('sha256').update(conversationId).digest('base64url')}`;

/**
 * The team whose channel a conversation (its bare id) is. The team's own item has the last word, so that an entry left
 * behind by a move leads nowhere.
 */
export const teamOfChannel = async (
  store: Pick<Store, 'read'>,
  conversationId: string,
): Promise<TeamItem | undefined> => {
  const entry = await store.read('channel', 'directory', entryId(conversationId));
  if (entry === undefined) return undefined;
  const team = await store.read('team', entry.item.teamMunicipality, entry.item.team);
  return team?.item.address?.conversationId === conversationId ? team.item : undefined;
};

/** Every team of a municipality, as stored. */
export const teamsIn = async (store: Pick<Store, 'list'>, municipality: string): Promise<TeamItem[]> => {
  const { items } = await store.list('team', municipality, { limit: MOST_TEAMS });
  return items.map(({ item }) => item);
};

/** Changes a team, which is made where only roles have known of it; no write where the change leaves it as it is. */
const changeTeam = async (
  store: ChannelStore,
  { municipality, id }: TeamKey,
  change: (team: TeamItem) => TeamItem,
): Promise<void> => {
  for (;;) {
    const stored = await store.read('team', municipality, id);
    const before = stored?.item ?? { id, municipality, name: id, leads: [] };
    const item = change(before);
    if (item === before) return;
    const { outcome } =
      stored === undefined ? await store.create('team', item) : await store.replace('team', item, stored.etag);
    if (outcome === 'created' || outcome === 'replaced') return;
  }
};

const isThere = (team: TeamItem, conversationId: string): boolean => team.address?.conversationId === conversationId;

const withoutAddress = (team: TeamItem): TeamItem => {
  const { address: _, ...rest } = team;
  return rest;
};

const writeEntry = async (store: ChannelStore, entry: ChannelEntry): Promise<void> => {
  for (;;) {
    const stored = await store.read('channel', 'directory', entry.id);
    const { team, teamMunicipality } = stored?.item ?? {};
    if (team === entry.team && teamMunicipality === entry.teamMunicipality) return;
    const { outcome } =
      stored === undefined ? await store.create('channel', entry) : await store.replace('channel', entry, stored.etag);
    if (outcome === 'created' || outcome === 'replaced') return;
  }
};

/** How a team's digest is set up: where, when (`HH:MM`), and since when (ISO instant) it is wanted so. */
export interface DigestPlace {
  address: Address;
  digestAt: string;
  since: string;
}

const placed = (team: TeamItem, { address, digestAt, since }: DigestPlace): TeamItem => {
  const there = isThere(team, address.conversationId);
  if (there && team.digestAt === digestAt && team.digestOff === undefined) return team;
  const { digestOff: _, ...rest } = team;
  return {
    ...rest,
    address: there && team.address !== undefined ? team.address : address,
    digestAt,
    digestSince: since,
  };
};

/**
 * From now on the team's digest is posted in that channel at that time, and no other team's of the municipality. A kill
 * in between leaves every team with a digest: first the way from the channel, which counts for nothing alone, then the
 * team, and last the team that had the channel. Done again, it does what is left. Of two teams that are given the channel
 * in the same moment it stays the one's to which the way leads.
 */
export const linkChannel = async (store: ChannelStore, team: TeamKey, place: DigestPlace): Promise<void> => {
  const { conversationId } = place.address;
  const id = entryId(conversationId);
  const entry = { team: team.id, teamMunicipality: team.municipality };
  const leadsHere = async (): Promise<boolean> => {
    const now = (await store.read('channel', 'directory', id))?.item;
    return now?.team === team.id && now.teamMunicipality === team.municipality;
  };
  const leave = (one: TeamKey): Promise<void> =>
    changeTeam(store, { municipality: team.municipality, id: one.id }, (before) =>
      isThere(before, conversationId) ? withoutAddress(before) : before,
    );
  await writeEntry(store, { id, municipality: 'directory', ...entry });
  await changeTeam(store, team, (before) => placed(before, place));
  for (const other of await teamsIn(store, team.municipality))
    if (other.id !== team.id && isThere(other, conversationId) && (await leadsHere())) await leave(other);
  if (!(await leadsHere())) await leave(team);
};

/** The team's channel gets no digest any more, until it is set up again. */
export const stopDigest = (store: ChannelStore, team: TeamKey): Promise<void> =>
  changeTeam(store, team, (before) => (before.digestOff ? before : { ...before, digestOff: true }));

/** What the team's channel gets on a day without anything to say. */
export const setQuietDay = (store: ChannelStore, team: TeamKey, quietDay: QuietDay): Promise<void> =>
  changeTeam(store, team, (before) => (before.quietDay === quietDay ? before : { ...before, quietDay }));

/**
 * Keeps how a linked channel was reached last, and says whose it is. Only the tenant that the channel was set up in is
 * believed. No write where nothing has changed.
 */
export const seenAt = async (store: ChannelStore, address: Address): Promise<TeamKey | undefined> => {
  const { conversationId, serviceUrl, botId, tenantId } = address;
  const team = await teamOfChannel(store, conversationId);
  if (team === undefined || team.address?.tenantId !== tenantId) return undefined;
  const { municipality, id } = team;
  await changeTeam(store, { municipality, id }, (before) => {
    const known = before.address;
    if (known?.conversationId !== conversationId) return before;
    return known.serviceUrl === serviceUrl && known.botId === botId ? before : { ...before, address };
  });
  return { municipality, id };
};
