import type { CardAction } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import { ownCases } from '../resolve/find-cases.ts';
import { isRunning } from '../resolve/resolve-offer.ts';
import type { Talking } from '../services.ts';
import { askButton } from '../views/message-view.ts';
import { offerName } from '../views/wording.ts';
import { wordingOf } from '../views/case-line.ts';

/** How a case is spoken of in an example: by the citizen's name in the own chat, by its number elsewhere. */
const spokenOf = ({ personal }: Talking, item: CaseItem): string => (personal ? item.record.citizen.name : item.id);

const soonestFirst = (a: CaseItem, b: CaseItem): number =>
  (a.nextDue ?? '9999') < (b.nextDue ?? '9999') ? -1 : (a.nextDue ?? '9999') > (b.nextDue ?? '9999') ? 1 : 0;

const example = (sentence: string, button: string): CardAction => askButton(sentence, button);

/**
 * Things to ask, made from the asker's own cases: what is most pressing comes first. The button's text names the case
 * by number, whatever its title shows.
 */
export const examples = async (talking: Talking): Promise<CardAction[]> => {
  const { say, turn, catalogue } = talking;
  const cases = (await ownCases(talking)).toSorted(soonestFirst);
  const running = cases.flatMap((item) =>
    (item.record.offers ?? [])
      .filter((offer) => isRunning(offer, turn.today))
      .map((offer) => ({ item, offer, name: offerName(offer, catalogue, wordingOf(talking)) })),
  );
  const [first] = cases;
  const [extend] = running;
  const stop = running.find(({ item }) => item.id !== extend?.item.id);
  return [
    ...(extend === undefined
      ? []
      : [
          example(
            say('talk.example.extend', { who: spokenOf(talking, extend.item), offer: extend.name }),
            say('talk.ask.extend', { case: extend.item.id, offer: extend.offer.id }),
          ),
        ]),
    ...(stop === undefined
      ? []
      : [
          example(
            say('talk.example.continue', { who: spokenOf(talking, stop.item), offer: stop.name }),
            say('talk.ask.continue', { case: stop.item.id, offer: stop.offer.id }),
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          example(
            say('talk.example.deadlines', { who: spokenOf(talking, first) }),
            say('talk.ask.deadlines', { case: first.id }),
          ),
        ]),
    example(say('talk.example.rule'), say('talk.example.rule')),
    example(say('talk.example.tier'), say('talk.example.tier')),
    example(say('talk.example.pending'), say('talk.example.pending')),
  ];
};
