import type { CaseItem } from '../../cases/case-item.ts';
import type { CatalogueItem, Offer } from '../../contract/case.ts';
import { folded } from '../../cases/name-keys.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { offerInFull } from '../views/wording.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { offerChoice } from './choices.ts';

export type ResolvedOffer = { offer: Offer } | { answer: Answer };

/** Whether an offer runs on a day: by its status where one is recorded, else by its dates. */
export const isRunning = (offer: Offer, today: string): boolean => {
  if (offer.status !== undefined) return offer.status === 'running';
  return offer.starts <= today && (offer.ends === undefined || offer.ends >= today);
};

/** Whether an offer is the one named: by its id, its kind, its name in the catalogue or its provider. */
export const isNamed = (offer: Offer, name: string, catalogue: CatalogueItem[]): boolean => {
  const wanted = folded(name);
  const entry = catalogue.find(({ id }) => id === offer.catalogueItem);
  const names = [offer.id, offer.kind, offer.catalogueItem, entry?.name, offer.provider];
  return names.some((known) => known !== undefined && folded(known) === wanted);
};

const noOffer = (talking: Talking, item: CaseItem): Answer => ({
  view: messageView('?', talking.say('talk.no-offer'), {
    about: caseLine(talking, item),
    paragraphs: [talking.say('talk.no-offer-text')],
  }),
  talk: { caseId: item.id },
});

const notAmongThem = (talking: Talking, item: CaseItem, name: string, offers: Offer[]): Answer => {
  const wording = wordingOf(talking);
  const lines = offers.map((offer) => ({ symbol: '▫️', text: offerInFull(offer, talking.catalogue, wording) }));
  return {
    view: messageView('?', talking.say('talk.offer-not-there', { offer: name }), {
      about: caseLine(talking, item),
      lines,
    }),
    talk: { caseId: item.id },
  };
};

/** Which offers a case has is told in the own chat only. */
const inOwnChat = (talking: Talking, item: CaseItem): Answer => ({
  view: messageView('?', talking.say('talk.which-offer'), {
    about: caseLine(talking, item),
    paragraphs: [talking.say('talk.details-in-own-chat')],
  }),
  talk: { caseId: item.id },
});

/** The offer's name for a kind is its Danish one; a name from the catalogue stands as it is. */
const spoken = ({ say }: Talking, name: string, offers: readonly string[]): string =>
  offers.includes(name) ? say(`facts.kind.${name}`) : name;

const onlyRunning = (offers: Offer[], today: string): Offer[] => {
  const running = offers.filter((offer) => isRunning(offer, today));
  return running.length > 0 ? running : offers;
};

/**
 * Which of the case's offers is meant: by id, by name, by the talk just before (when the case comes from there too),
 * else the one that runs. Several are asked about.
 */
export const resolveOffer = (
  talking: Talking,
  asked: Asked,
  { item, carried }: { item: CaseItem; carried: boolean },
  kinds: readonly string[],
): ResolvedOffer => {
  const offers = item.record.offers ?? [];
  if (offers.length === 0) return { answer: noOffer(talking, item) };
  const { entities, picked } = asked;
  const id = picked.offerId ?? entities.offerId;
  const named = id ?? entities.offer;
  const before = carried && named === undefined ? offers.find((offer) => offer.id === talking.talk.offerId) : undefined;
  if (before !== undefined) return { offer: before };
  const meant =
    named === undefined
      ? offers
      : offers.filter((offer) => isNamed(offer, named, id === undefined ? talking.catalogue : []));
  const candidates = onlyRunning(meant, talking.turn.today);
  const [first] = candidates;
  if (candidates.length !== 1 && !talking.personal) return { answer: inOwnChat(talking, item) };
  if (first === undefined) return { answer: notAmongThem(talking, item, spoken(talking, named ?? '', kinds), offers) };
  if (candidates.length === 1) return { offer: first };
  return { answer: offerChoice(talking, asked, item, candidates, wordingOf(talking)) };
};
