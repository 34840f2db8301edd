import { DEFAULT_AT } from '../../agenda/digest-times.ts';
import { linkChannel, setQuietDay, stopDigest } from '../../people/channels.ts';
import type { TeamItem } from '../../store/items.ts';
import { called } from '../intents/segment-scope.ts';
import type { ClickData } from '../clicks/click-data.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { type ChannelState, channelState, maySet, versionOf } from './channel-state.ts';
import { planView, stateView } from './channel-views.ts';
import { firstTime } from './first-time.ts';
import { isDone, type Plan } from './plan.ts';
import { noDigest, notThen, unknownTeam } from './refusals.ts';
import type { Wish } from './wish.ts';

type DigestWish = Extract<Wish, { of: 'digest' }>;

/** So many teams get a button each; more go into a list, and of still more one has to be named. */
const BUTTONS = 5;
const MOST = 50;

/** Goes on in a channel of this municipality; a group chat or somebody's own has no digest of a team. */
const inChannel = async (
  talking: Talking,
  answer: (state: ChannelState) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const { type } = talking.turn.conversation;
  if (type !== 'channel') return noDigest(talking, type === 'personal' ? 'own-chat' : 'group-chat');
  const state = await channelState(talking);
  return state === 'foreign' ? noDigest(talking, 'foreign') : answer(state);
};

/** Which of several teams it is to be. */
const choice = ({ say }: Talking, teams: readonly TeamItem[], at: string | undefined): Answer => {
  const when = at === undefined ? {} : { at };
  const verb = 'choose-digest-team';
  const title = say('digest-setup.which-team');
  if (teams.length <= BUTTONS) {
    const actions = teams.map(({ id, name }) => ({
      title: name,
      verb,
      data: { team: id, ...when },
      checksInputs: false,
    }));
    return { view: messageView('?', title, { actions }) };
  }
  if (teams.length > MOST) return { view: messageView('?', title, { paragraphs: [say('digest-setup.name-it')] }) };
  const choices = teams.map(({ id, name }) => ({ title: name, value: id }));
  return {
    view: messageView('?', title, {
      inputs: [{ id: 'team', type: 'choice', label: say('digest-setup.team'), choices }],
      actions: [{ title: say('digest-setup.button.choose'), verb, data: when }],
    }),
  };
};

/** "Team Nord", "teamet Nord", "sygedagpengeteamet": by its name as it is, or without what only says that it is a team. */
const teamCalled = (wanted: string, teams: readonly TeamItem[]): TeamItem | undefined => {
  const bare = wanted.replace(/^team(?:et)?\s+|-?team(?:et)?$/i, '');
  const named = called(wanted, teams) ?? (bare === '' ? undefined : called(bare, teams));
  return teams.find(({ id }) => id === named?.id);
};

/** The team that is meant: the named one, the channel's own, else one in whose name this person may speak. */
const teamMeant = (
  talking: Talking,
  { teams, linked }: ChannelState,
  wish: DigestWish,
): { team: TeamItem } | { answer: Answer } => {
  const mine = teams.filter((team) => maySet(talking, team));
  const found = wish.team === undefined ? undefined : teamCalled(wish.team, mine);
  if (found !== undefined) return { team: found };
  if (mine.length === 0) return { answer: noDigest(talking, teams.length === 0 ? 'no-teams' : 'may-not') };
  if (wish.team !== undefined)
    return {
      answer: unknownTeam(
        talking,
        wish.team,
        mine.map(({ name }) => name),
      ),
    };
  if (linked !== undefined)
    return maySet(talking, linked) ? { team: linked } : { answer: noDigest(talking, 'may-not') };
  if (wish.do !== 'send') return { answer: { view: stateView(talking, undefined) } };
  const own = mine.filter(({ id }) => talking.turn.person.roles.some(({ team }) => team === id));
  const [only, ...more] = own.length > 0 ? own : mine;
  return only === undefined || more.length > 0
    ? { answer: choice(talking, own.length > 0 ? own : mine, wish.at) }
    : { team: only };
};

/** What the wish comes to for a team; without a time it keeps its own. */
const planFor = (wish: DigestWish, team: TeamItem): Plan => {
  if (wish.do === 'quiet') return { do: wish.quiet };
  if (wish.do !== 'send') return { do: 'stop' };
  return { do: 'send', at: wish.at ?? team.digestAt ?? DEFAULT_AT };
};

/** Whose channel it is already, whoever takes it for another team must lead too. */
const mayTakeChannel = (talking: Talking, { linked }: ChannelState, plan: Plan): boolean =>
  plan.do !== 'send' || linked === undefined || maySet(talking, linked);

const planned = (talking: Talking, state: ChannelState, team: TeamItem, plan: Plan): Answer => {
  if (!mayTakeChannel(talking, state, plan)) return noDigest(talking, 'may-not');
  if (plan.do !== 'send' && team.address === undefined) return { view: stateView(talking, team) };
  return isDone(plan, team, talking.turn.conversation.id)
    ? { view: stateView(talking, team, talking.say('digest-setup.so-already')) }
    : { view: planView(talking, state, team, plan) };
};

/** When a team's comes that was named, for those who work in it or set it. */
const whenOf = (talking: Talking, { teams }: ChannelState, wanted: string): Answer => {
  const { roles } = talking.turn.person;
  const known = teams.filter((team) => maySet(talking, team) || roles.some((role) => role.team === team.id));
  const found = teamCalled(wanted, known);
  if (found !== undefined) return { view: stateView(talking, found) };
  if (known.length === 0) return noDigest(talking, 'may-not');
  return unknownTeam(
    talking,
    wanted,
    known.map(({ name }) => name),
  );
};

/** "Hvornår kommer overblikket?": of the channel's team; in one's own chat or a group of the teams one has a role in. */
const when = async (talking: Talking, { team: wanted }: DigestWish): Promise<Answer> => {
  const { turn, say } = talking;
  const state = await channelState(talking);
  if (state === 'foreign') return noDigest(talking, 'foreign');
  if (wanted !== undefined) return whenOf(talking, state, wanted);
  if (turn.conversation.type === 'channel') return { view: stateView(talking, state.linked) };
  const own = state.teams.filter(({ id }) => turn.person.roles.some(({ team }) => team === id));
  if (own.length === 1) return { view: stateView(talking, own[0]) };
  const lines = own.map((team) => ({ symbol: '→', text: stateView(talking, team).headline.title }));
  return {
    view: messageView('i', say('digest-setup.in-channels'), { lines, paragraphs: [say('digest-setup.how-to-start')] }),
  };
};

/** Answers what is wanted of a team's digest: what will be done, with the button that does it. */
export const wishOfDigest = (talking: Talking, wish: DigestWish): Promise<Answer> => {
  if (wish.do === 'when') return when(talking, wish);
  return inChannel(talking, (state) => {
    if (wish.do === 'send' && wish.at === 'outside') return notThen(talking, 'time');
    const meant = teamMeant(talking, state, wish);
    return 'answer' in meant ? meant.answer : planned(talking, state, meant.team, planFor(wish, meant.team));
  });
};

const byId = (talking: Talking, { teams }: ChannelState, id: string): TeamItem | undefined =>
  teams.find((team) => team.id === id && maySet(talking, team));

/** A team that was chosen of several. */
export const chooseDigestTeam = (talking: Talking, data: ClickData<'choose-digest-team'>): Promise<Answer> =>
  inChannel(talking, (state) => {
    const team = byId(talking, state, data.team);
    if (team === undefined) return noDigest(talking, 'may-not');
    return planned(talking, state, team, { do: 'send', at: data.at ?? team.digestAt ?? DEFAULT_AT });
  });

const carryOut = async ({ services, turn }: Talking, { municipality, id }: TeamItem, plan: Plan): Promise<void> => {
  const { store } = services;
  const key = { municipality, id };
  if (plan.do === 'stop') return stopDigest(store, key);
  if (plan.do !== 'send') return setQuietDay(store, key, plan.do);
  if (turn.address === undefined) throw new Error('a channel without an address');
  return linkChannel(store, key, { address: turn.address, digestAt: plan.at, since: turn.now });
};

/**
 * Carries out what a card has shown. The role is looked at again. Where something else was set since the card was shown,
 * it stays, and is shown; a click that has been carried out is answered as the first, and does what a kill has left.
 */
export const setDigest = (talking: Talking, { team: id, was, ...plan }: ClickData<'set-digest'>): Promise<Answer> =>
  inChannel(talking, async (state) => {
    const { say, turn } = talking;
    const team = byId(talking, state, id);
    if (team === undefined || !mayTakeChannel(talking, state, plan)) return noDigest(talking, 'may-not');
    if (!isDone(plan, team, turn.conversation.id) && versionOf(talking, state, team) !== was)
      return { view: stateView(talking, team, say('digest-setup.changed-since')) };
    const isNew = plan.do === 'send' && (team.address === undefined || team.digestOff === true);
    await carryOut(talking, team, plan);
    const after = await channelState(talking);
    const [first] = isNew ? firstTime(talking, 'digest', plan) : [];
    return { view: stateView(talking, after === 'foreign' ? team : after.teams.find((one) => one.id === id), first) };
  });

/** "Fortryd": everything stays, and is shown. */
export const leaveDigest = async (talking: Talking): Promise<Answer> =>
  inChannel(talking, ({ linked }) => ({ view: stateView(talking, linked, talking.say('digest-setup.left')) }));
