import type { CardAction } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import { ownCases } from '../resolve/find-cases.ts';
import { isRunning } from '../resolve/resolve-offer.ts';
import type { Offer } from '../../contract/case.ts';
import type { Talking } from '../services.ts';
import type { Intent } from '../understanding/intents.ts';
import { askButton } from '../views/message-view.ts';
import { offerName } from '../views/wording.ts';
import { wordingOf } from '../views/case-line.ts';

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

/** Things to ask, made from the asker's own cases: what is most pressing comes first. Buttons hold ids only. */
export const examples = async (talking: Talking): Promise<CardAction[]> => {
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
  const sentence = (what: string): CardAction => askButton(say(what), { text: say(what) });
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
    ...['talk.example.rule', 'talk.example.tier', 'talk.example.pending'].map(sentence),
  ];
};
