import type { CaseItem } from '../../cases/case-item.ts';
import type { CatalogueItem, Offer } from '../../contract/case.ts';
import { folded } from '../../cases/name-keys.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { withNote } from '../views/with-note.ts';
import { offerAmong } from '../views/wording.ts';
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

const offersThere = (talking: Talking, item: CaseItem, title: string, offers: Offer[]): Answer => {
  const wording = wordingOf(talking);
  const lines = offers.map((offer) => ({ symbol: '○', text: offerAmong(offer, offers, talking.catalogue, wording) }));
  return {
    view: messageView('?', title, {
      about: caseLine(talking, item),
      lines,
    }),
    talk: { caseId: item.id },
  };
};

const notAmongThem = (talking: Talking, item: CaseItem, name: string, offers: Offer[]): Answer =>
  offersThere(talking, item, talking.say('talk.offer-not-there', { offer: name }), offers);

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

/** "Det andet forløb": another one that runs. */
const otherOffer = (talking: Talking, asked: Asked, item: CaseItem, spokenOf: string): ResolvedOffer => {
  const offers = item.record.offers ?? [];
  const others = onlyRunning(
    offers.filter(({ id }) => id !== spokenOf),
    talking.turn.today,
  );
  const [first] = others;
  if (others.length === 1 && first !== undefined) return { offer: first };
  if (!talking.personal) return { answer: inOwnChat(talking, item) };
  return first === undefined
    ? { answer: offersThere(talking, item, talking.say('talk.no-other-offer'), offers) }
    : { answer: offerChoice(talking, asked, item, others, wordingOf(talking)) };
};

/** The offer spoken of is not in the case any more: which is meant is asked, even if one is left. */
const gone = (talking: Talking, asked: Asked, item: CaseItem): ResolvedOffer => {
  if (!talking.personal) return { answer: inOwnChat(talking, item) };
  const answer = offerChoice(talking, asked, item, item.record.offers ?? [], wordingOf(talking));
  return { answer: { ...answer, view: withNote(answer.view, talking.say('talk.offer-gone')) } };
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
  const spokenOf = carried && named === undefined ? talking.talk.offerId : undefined;
  if (spokenOf !== undefined && asked.other === 'offer') return otherOffer(talking, asked, item, spokenOf);
  const before = offers.find(({ id: of }) => of === spokenOf);
  if (before !== undefined) return { offer: before };
  if (spokenOf !== undefined) return gone(talking, asked, item);
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
