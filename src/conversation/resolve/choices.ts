import type { CardAction, MessageView } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import type { NamedCase } from '../../cases/named-case.ts';
import type { CatalogueItem, Offer } from '../../contract/case.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked, Picked } from '../talk.ts';
import type { Intent } from '../understanding/intents.ts';
import { caseLine } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { type Wording, offerAmong } from '../views/wording.ts';

interface Option {
  title: string;
  value: string;
}

/** Up to so many candidates get a button each; more go into a list. */
const BUTTONS = 5;

/** More candidates than this are no choice: nobody reads them, and no card holds them. */
const MOST = 50;

const choose = (title: string, data: Record<string, string>): CardAction => ({ title, verb: 'choose', data });

const pickFrom = (
  talking: Talking,
  pending: string,
  slot: keyof Picked | 'intent',
  options: Option[],
): Partial<MessageView> => {
  const { say } = talking;
  if (options.length <= BUTTONS)
    return {
      actions: options.map(({ title, value }) => ({
        ...choose(title, { pending, [slot]: value }),
        checksInputs: false,
      })),
    };
  return {
    inputs: [{ id: slot, type: 'choice', label: say('talk.choose.label'), choices: options }],
    actions: [choose(say('talk.choose.button'), { pending })],
  };
};

/** A card to choose from; the question waits in the talk until a choice is made or another question comes. */
const choice = (
  talking: Talking,
  asked: Asked,
  slot: keyof Picked | 'intent',
  title: string,
  options: Option[],
  about?: string,
): Answer => {
  const id = talking.services.ids();
  const body =
    options.length > MOST
      ? { paragraphs: [talking.say(`talk.too-many.${slot}`, { count: options.length })] }
      : pickFrom(talking, id, slot, options);
  return {
    view: messageView('?', title, { ...body, ...(about === undefined ? {} : { about }) }),
    talk: { pending: { ...asked, id }, asked: slot, lastIntent: asked.intent },
  };
};

/** Which case: the candidates by number, and by name in the asker's own chat. */
export const caseChoice = (talking: Talking, asked: Asked, items: NamedCase[]): Answer => {
  const { say } = talking;
  if (items.length === 0)
    return { view: messageView('?', say('talk.which-case'), { paragraphs: [say('talk.which-case-text')] }) };
  const options = items.map((item) => ({ title: caseLine(talking, item), value: item.id }));
  return choice(talking, asked, 'caseId', say('talk.which-case'), options);
};

/** More cases begin like the name than are read: whoever was left out might be the one meant. */
export const tooManyNamed = ({ say, services }: Talking, asked: Asked): Answer => ({
  view: messageView('?', say('talk.which-case'), { paragraphs: [say('talk.too-many-named')] }),
  talk: { pending: { ...asked, id: services.ids() }, asked: 'caseId', lastIntent: asked.intent },
});

/** Which offer of the case. */
export const offerChoice = (
  talking: Talking,
  asked: Asked,
  item: CaseItem,
  offers: Offer[],
  wording: Wording,
): Answer => {
  const options = offers.map((offer) => ({
    title: offerAmong(offer, offers, talking.catalogue, wording),
    value: offer.id,
  }));
  const answer = choice(
    talking,
    { ...asked, picked: { ...asked.picked, caseId: item.id } },
    'offerId',
    talking.say('talk.which-offer'),
    options,
    caseLine(talking, item),
  );
  return { ...answer, talk: { ...answer.talk, caseId: item.id } };
};

/** Which entry of the catalogue; with `orNone` also none of them. */
export const catalogueChoice = (
  talking: Talking,
  asked: Asked,
  item: CaseItem,
  entries: CatalogueItem[],
  { orNone }: { orNone: boolean },
): Answer => {
  const options = [
    ...entries.map(({ id, name }) => ({ title: name, value: id })),
    ...(orNone ? [{ title: talking.say('talk.not-in-catalogue'), value: 'none' }] : []),
  ];
  const answer = choice(
    talking,
    { ...asked, picked: { ...asked.picked, caseId: item.id } },
    'catalogueItem',
    talking.say('talk.which-entry'),
    options,
    caseLine(talking, item),
  );
  return { ...answer, talk: { ...answer.talk, caseId: item.id } };
};

/** What was meant, when a sentence has more than one likely reading. */
export const readingChoice = (talking: Talking, asked: Asked, readings: Intent[]): Answer =>
  choice(
    talking,
    asked,
    'intent',
    talking.say('talk.which-reading'),
    readings.map((intent) => ({ title: talking.say(`talk.reading.${intent}`), value: intent })),
  );
