import { seeded } from '../../bench/random.ts';
import { ASTA, BIRGIT, METTE } from '../../end-to-end/town.ts';
import { type Draft, type Mutation, mutations } from './mutations.ts';
import { type Dice, diceFrom, nastyNumber, nastyString } from './nasty.ts';
import { type Attacker, attackers, type Captured, couldBeRight } from './people.ts';
import { SENTENCES } from './scene.ts';
import { type Wire, type WireMutation, wireMutations, wireOf } from './wire.ts';

/** One hostile request: by whom, what it was made of, and how. */
export interface Attack {
  index: number;
  attacker: Attacker;
  /** The verb of the click, or what else it is. */
  what: string;
  mutations: string[];
  wire: Wire;
  digits: string[];
}

const MOST = 4;
/** How often it is the request that is meddled with: most of that never reaches the conversation. */
const ON_THE_WIRE = 0.08;

/** What the attack starts from: a click with its data, something said, a search, the bot's arrival. */
interface Begun {
  what: string;
  activity: Record<string, unknown>;
  data: Record<string, unknown>;
  button?: Captured;
}

const click = (button: Captured): Begun => {
  const data = { ...button.data };
  const value = { action: { type: 'Action.Execute', verb: button.verb, data }, trigger: 'manual' };
  const activity = { type: 'invoke', name: 'adaptiveCard/action', replyToId: 'activity-7', value };
  return { what: button.verb, activity, data, button };
};

const search = (dice: Dice): Begun => {
  const text = dice.random() < 0.5 ? dice.of(['Mette', 'Birgit', 'Asta', METTE, '']) : nastyString(dice);
  const value = {
    commandId: dice.random() < 0.8 ? 'findCase' : nastyString(dice),
    parameters: [{ name: 'text', value: text }],
    queryOptions: {
      skip: dice.random() < 0.8 ? 0 : nastyNumber(dice),
      count: dice.random() < 0.8 ? 25 : nastyNumber(dice),
    },
  };
  return { what: 'a search', activity: { type: 'invoke', name: 'composeExtension/query', value }, data: value };
};

const pick = (dice: Dice): Begun => {
  const value = { caseId: dice.of<unknown>([METTE, BIRGIT, ASTA, nastyString(dice), 7, null]) };
  return { what: 'a pick', activity: { type: 'invoke', name: 'composeExtension/selectItem', value }, data: value };
};

const said = (dice: Dice): Begun => {
  const text = dice.random() < 0.5 ? dice.of(SENTENCES) : nastyString(dice);
  return { what: 'something said', activity: { type: 'message', text }, data: {} };
};

const TYPES = ['conversationUpdate', 'installationUpdate', 'event', 'typing', 'messageReaction', 'MESSAGE', 'x'];

const other = (dice: Dice): Begun => {
  const membersAdded = [{ id: dice.of(['28:bot', '29:eve']) }];
  const action = dice.of(['add', 'remove', 'add-upgrade', 'x']);
  return { what: 'something else', activity: { type: dice.of(TYPES), action, membersAdded }, data: {} };
};

const begun = (button: Captured, dice: Dice): Begun => {
  const kind = dice.random();
  if (kind < 0.8) return click(button);
  if (kind < 0.9) return said(dice);
  if (kind < 0.94) return search(dice);
  return kind < 0.96 ? pick(dice) : other(dice);
};

/** The ways of meddling for this draft: at least one that breaks it, where the untouched click could be right. */
const chosen = (draft: Draft, attacker: Attacker, dice: Dice): Set<Mutation | WireMutation> => {
  const all = [...mutations, ...wireMutations];
  const picked = new Set<Mutation | WireMutation>(
    Array.from({ length: 1 + dice.below(MOST) }, () =>
      dice.random() < ON_THE_WIRE ? dice.of(wireMutations) : dice.of(mutations),
    ),
  );
  const breaking = (one: Mutation | WireMutation) => one.breaks(draft);
  const right = draft.button !== undefined && couldBeRight(attacker, draft.button);
  if (right && ![...picked].some(breaking)) picked.add(dice.of(all.filter(breaking)));
  return picked;
};

/** The attack of this seed and number, always the same one. */
export const attackOf = (buttons: readonly Captured[], serviceUrl: string, seed: number, index: number): Attack => {
  const dice = diceFrom(seeded(seed * 1_000_003 + index));
  const attacker = dice.of(attackers);
  const verb = dice.of([...new Set(buttons.map((one) => one.verb))]);
  const { what, activity: start, data, button } = begun(dice.of(buttons.filter((one) => one.verb === verb)), dice);
  const activity: Record<string, unknown> = {
    id: `attack-${index}`,
    channelId: 'msteams',
    serviceUrl,
    from: attacker.from,
    recipient: { id: '28:bot' },
    conversation: { id: `chat-${attacker.who ?? 'eve'}`, conversationType: 'personal', tenantId: attacker.tenantId },
    ...start,
  };
  const draft: Draft = { activity, data, digits: [], ...(button !== undefined && { button }) };
  const picked = chosen(draft, attacker, dice);
  // What breaks the click comes last, so that nothing mends it.
  for (const last of [false, true])
    for (const way of mutations) if (picked.has(way) && way.breaks(draft) === last) way.apply(draft, dice);
  const wire = wireOf(activity);
  for (const way of wireMutations) if (picked.has(way)) way.apply(wire, draft, dice);
  return { index, attacker, what, mutations: [...picked].map(({ name }) => name), wire, digits: draft.digits };
};
