import type { CardAction, Line } from '../../cards/views.ts';
import { may } from '../../people/policy.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import type { Answer, Talking } from '../services.ts';
import type { Intent } from '../understanding/intents.ts';
import { understoodAs } from '../understood-as.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { examples } from './examples.ts';

const MOST = 3;
const OWN = 2;

/** A question that the welcome offers; the button's title is the question itself. */
interface Ask {
  intent: Intent;
  action: CardAction;
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** A question in words, for whoever presses it; none where Makker would not take it as it is meant. */
const sentence = (talking: Talking, intent: Intent, text: string): Ask[] =>
  understoodAs(talking, text, { intent }) ? [{ intent, action: askButton(text, { text }) }] : [];

/** What the plan and the catalogue of the municipality can be asked about. */
const ofThePlan = (talking: Talking, rulebook: Rulebook | undefined) => {
  const { say, turn, catalogue } = talking;
  const { person, today } = turn;
  const maySee = (what: 'see-targets' | 'see-groups'): boolean =>
    may(person, what, { municipality: person.municipality }, today);
  // An offer that somebody has to agree to is worth asking about.
  const entry = catalogue.find(({ tiers }) => Object.values(tiers).some((tier) => tier !== 'green')) ?? catalogue[0];
  const rule = rulebook === undefined ? [] : sentence(talking, 'rule', say('talk.example.rule'));
  const tier = entry === undefined ? [] : sentence(talking, 'tier', say('welcome.ask.tier', { offer: entry.name }));
  const targets =
    rulebook !== undefined && rulebook.targets.length > 0 && maySee('see-targets')
      ? sentence(talking, 'targets', say('welcome.ask.targets'))
      : [];
  const groups =
    rulebook !== undefined && rulebook.segments.length > 0 && maySee('see-groups')
      ? sentence(talking, 'segment-report', say('welcome.ask.groups'))
      : [];
  return { rule, tier, targets, groups };
};

/** Questions about the person's own cases, the most pressing first. */
const aboutOwnCases = async (talking: Talking): Promise<Ask[]> => {
  const own = (await examples(talking)).filter(({ data }) => data['caseId'] !== undefined);
  const of = (intent: Intent): Ask[] =>
    own
      .filter(({ data }) => data['intent'] === intent)
      .slice(0, 1)
      .map((action) => ({ intent, action }));
  return [...of('extend-offer'), ...of('deadlines')].slice(0, OWN);
};

/** Three things to ask that fit the person's work and the municipality's plan. */
const threeToAsk = async (talking: Talking, rulebook: Rulebook | undefined): Promise<Ask[]> => {
  const { say, turn } = talking;
  const { person, today } = turn;
  const { rule, tier, targets, groups } = ofThePlan(talking, rulebook);
  const help = sentence(talking, 'help', say('teams.help-question'));
  if (!talking.personal) return [...tier, ...rule, ...help].slice(0, MOST);
  const signs = person.roles.some(({ role }) => role !== 'caseworker' && role !== 'admin');
  const pending = signs ? sentence(talking, 'pending-approvals', say('talk.example.pending')) : [];
  const steers = may(person, 'enter-figure', { municipality: person.municipality }, today);
  const plan = steers ? [...targets, ...groups, ...rule, ...tier] : [...tier, ...rule, ...targets, ...groups];
  return [...(await aboutOwnCases(talking)), ...pending, ...plan, ...help].slice(0, MOST);
};

/** What a phone shows of a button's title; the rest would be cut off. */
const FITS = 34;

/** The questions as lines with short buttons below, where one of them is longer than a phone shows on a button. */
const asQuestions = ({ say }: Talking, asks: Ask[]): { lines: Line[]; actions: CardAction[] } => {
  if (asks.every(({ action }) => action.title.length <= FITS))
    return { lines: [], actions: asks.map(({ action }) => action) };
  return {
    lines: asks.map(({ action }) => ({ symbol: '→', text: action.title })),
    actions: asks.map(({ intent, action }) => ({ ...action, title: say(`welcome.button.${intent}`) })),
  };
};

/** The first words in a conversation. Where others read along they speak of nobody and of no case. */
export const welcome = async (talking: Talking): Promise<Answer> => {
  const { say, turn, services, personal } = talking;
  const found = services.shelf.on(turn.person.municipality, turn.today);
  const rulebook = 'rulebook' in found ? found.rulebook : undefined;
  const title = personal ? say('welcome.title', { name: firstName(turn.person.name) }) : say('teams.arrived-title');
  return {
    view: messageView('i', title, {
      paragraphs: [
        personal ? say('welcome.text') : say('teams.arrived-text'),
        ...(turn.conversation.type === 'channel' ? [say('teams.arrived-digest')] : []),
        ...(rulebook === undefined ? [] : [say('welcome.plan', { document: rulebook.document })]),
        say('talk.help.try'),
      ],
      ...asQuestions(talking, await threeToAsk(talking, rulebook)),
    }),
  };
};
