import type { CardAction } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import type { Offer } from '../../contract/case.ts';
import { OFFER_KINDS } from '../../contract/vocabulary.ts';
import { may } from '../../people/policy.ts';
import { ownCases } from '../resolve/find-cases.ts';
import { isRunning } from '../resolve/resolve-offer.ts';
import type { Talking } from '../services.ts';
import type { Intent } from '../understanding/intents.ts';
import { understoodAs } from '../understood-as.ts';
import { wordingOf } from '../views/case-line.ts';
import { askButton } from '../views/message-view.ts';
import { offerName } from '../views/wording.ts';

/** Teams shows no more. */
const MOST = 6;

/** How a case is spoken of in an example: by the citizen's name in the own chat, by its number elsewhere. */
const spokenOf = ({ personal }: Talking, item: CaseItem): string => (personal ? item.record.citizen.name : item.id);

const soonestFirst = (a: CaseItem, b: CaseItem): number =>
  (a.nextDue ?? '9999') < (b.nextDue ?? '9999') ? -1 : (a.nextDue ?? '9999') > (b.nextDue ?? '9999') ? 1 : 0;

interface Running {
  item: CaseItem;
  offer: Offer;
  name: string;
}

const offerExample = (
  talking: Talking,
  text: 'extend' | 'continue',
  intent: Intent,
  { item, offer, name }: Running,
): CardAction =>
  askButton(talking.say(`talk.example.${text}`, { who: spokenOf(talking, item), offer: name }), {
    intent,
    caseId: item.id,
    offerId: offer.id,
  });

/** Questions about the asker's own cases, the most pressing first. */
const aboutOwnCases = async (talking: Talking): Promise<CardAction[]> => {
  const { say, turn, catalogue } = talking;
  const cases = (await ownCases(talking)).items.toSorted(soonestFirst);
  const running: Running[] = cases.flatMap((item) =>
    (item.record.offers ?? [])
      .filter((offer) => isRunning(offer, turn.today))
      .map((offer) => ({ item, offer, name: offerName(offer, catalogue, wordingOf(talking)) })),
  );
  const [first] = cases;
  const [extend] = running;
  const stop = running.find(({ item }) => item.id !== extend?.item.id);
  return [
    ...(extend === undefined ? [] : [offerExample(talking, 'extend', 'extend-offer', extend)]),
    ...(stop === undefined ? [] : [offerExample(talking, 'continue', 'continue-offer', stop)]),
    ...(first === undefined
      ? []
      : [
          askButton(say('talk.example.deadlines', { who: spokenOf(talking, first) }), {
            intent: 'deadlines',
            caseId: first.id,
          }),
        ]),
  ];
};

/** Questions that the plan can answer and this person may ask; none that Makker would take for something else. */
const aboutThePlan = (talking: Talking): CardAction[] => {
  const { say, services, turn, catalogue } = talking;
  const { person, today } = turn;
  const found = services.shelf.on(person.municipality, today);
  if (!('rulebook' in found)) return [];
  const { rulebook } = found;
  const maySee = (what: 'see-targets' | 'see-groups'): boolean =>
    may(person, what, { municipality: person.municipality }, today);
  const signs = person.roles.some(({ role }) => role !== 'caseworker' && role !== 'admin');
  const own = person.roles.some(({ role }) => role === 'caseworker');
  const leads = person.roles.some(({ team }) =>
    may(person, 'see-team-deadlines', { municipality: person.municipality, ...(team && { team }) }, today),
  );
  const kind = OFFER_KINDS.find((each) => rulebook.said('start-offer', each).clauses.length > 0);
  const entry = catalogue[0];
  const sentences: [Intent, string, boolean][] = [
    ['pending-approvals', say('talk.example.pending'), signs],
    ['overdue', say(own ? 'talk.example.overdue-mine' : 'talk.example.overdue-team'), own || leads],
    [
      'rule',
      kind === undefined ? '' : say('talk.example.rule-about', { offer: say(`facts.kind.${kind}`) }),
      kind !== undefined,
    ],
    ['catalogue', say('talk.example.green'), rulebook.tier !== undefined && entry !== undefined],
    ['catalogue', say('catalogue.ask.all'), rulebook.tier === undefined && entry !== undefined],
    ['targets', say('welcome.ask.targets'), rulebook.targets.length > 0 && maySee('see-targets')],
    ['segment-report', say('welcome.ask.groups'), rulebook.segments.length > 0 && maySee('see-groups')],
  ];
  return sentences
    .filter(([intent, text, fits]) => fits && understoodAs(talking, text, { intent }))
    .map(([, text]) => askButton(text, { text }));
};

/** Things to ask, from the asker's own cases and from the plan. Buttons hold ids, or the sentence they show. */
export const examples = async (talking: Talking): Promise<CardAction[]> =>
  [...(await aboutOwnCases(talking)), ...aboutThePlan(talking)].slice(0, MOST);
