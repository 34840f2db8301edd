import { createHash } from 'node:crypto';
import type { CaseItem } from '../../cases/case-item.ts';
import type { CatalogueItem, Offer } from '../../contract/case.ts';
import type { OfferKind } from '../../contract/vocabulary.ts';
import { messageView } from '../views/message-view.ts';
import { withStatedFacts } from '../facts/stated-facts.ts';
import { endOfPeriod } from '../read-dates.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { catalogueChoice } from './choices.ts';
import { resolveEntry } from './resolve-entry.ts';

/**
 * The offer with the id it would have in the case. It follows from what is offered and when it starts: asking twice
 * about the same offer is asking for the same thing, and two different offers never share an id.
 */
export const withPlannedId = (offer: Offer): Offer => {
  const what = JSON.stringify([offer.kind, offer.catalogueItem ?? offer.provider ?? '', offer.starts]);
  return { ...offer, id: `o-${createHash('sha256').update(what).digest('hex').slice(0, 6)}` };
};

type What = { kind: OfferKind; entry?: CatalogueItem };

const ofEntry = (entry: CatalogueItem): What => ({ kind: entry.kind, entry });

const askWhich = (talking: Talking, asked: Asked, item: CaseItem, name: string | undefined): Answer => {
  const { say, catalogue } = talking;
  if (catalogue.length > 0) return catalogueChoice(talking, asked, item, catalogue, { orNone: false });
  const title = name === undefined ? say('talk.which-kind') : say('talk.unknown-offer', { offer: name });
  return { view: messageView('?', title, { paragraphs: [say('talk.which-kind-text')] }), talk: { caseId: item.id } };
};

const whatIsPlanned = (talking: Talking, asked: Asked, item: CaseItem): What | { answer: Answer } => {
  const { catalogue } = talking;
  const { catalogueItem } = asked.picked;
  const picked = catalogue.find(({ id }) => id === catalogueItem);
  if (picked !== undefined) return ofEntry(picked);
  const name = asked.entities.offer;
  const found = name === undefined ? 'unknown' : resolveEntry(name, catalogue);
  if (found === 'unknown') return { answer: askWhich(talking, asked, item, name) };
  if ('entry' in found) return ofEntry(found.entry);
  if ('several' in found) return { answer: catalogueChoice(talking, asked, item, found.several, { orNone: false }) };
  if (catalogueItem === 'none' || found.entries.length === 0) return { kind: found.kind };
  return { answer: catalogueChoice(talking, asked, item, found.entries, { orNone: true }) };
};

/** What stays of an earlier planned offer when it is asked about for somebody else: the offer, not the assessments. */
const sameForAnother = ({ assessment: _a, bids: _b, goal: _g, signOffs: _s, ...offer }: Offer): Offer => offer;

const baseOf = (
  talking: Talking,
  asked: Asked,
  item: CaseItem,
  earlier: { offer: Offer; caseId: string } | undefined,
): Offer | { answer: Answer } => {
  const named = asked.entities.offer !== undefined || asked.picked.catalogueItem !== undefined;
  if (earlier !== undefined && !named)
    return earlier.caseId === item.id ? earlier.offer : sameForAnother(earlier.offer);
  const what = whatIsPlanned(talking, asked, item);
  if ('answer' in what) return what;
  const { kind, entry } = what;
  const provider = entry?.provider;
  return {
    id: 'planned',
    kind,
    starts: talking.turn.today,
    ...(entry === undefined ? {} : { catalogueItem: entry.id }),
    ...(provider === undefined ? {} : { provider }),
  };
};

export type PlannedOffer =
  | { offer: Offer; dated: { starts?: string; ends?: string }; startsGiven: boolean }
  | { answer: Answer };

/**
 * The offer a start is asked for: what the sentence names, else the one planned in this talk, with what the sentence
 * adds. `dated` holds the dates that come from the sentence; without a start date it begins on the day of the turn.
 */
export const plannedOffer = (
  talking: Talking,
  asked: Asked,
  item: CaseItem,
  earlier: { offer: Offer; caseId: string; startAssumed: boolean } | undefined,
): PlannedOffer => {
  const base = baseOf(talking, asked, item, earlier);
  if ('answer' in base) return base;
  const { entities } = asked;
  const given = entities.date ?? entities.period?.from;
  const starts = given ?? base.starts;
  const ends = entities.until ?? endOfPeriod(starts, entities) ?? entities.period?.to;
  const offer: Offer = {
    ...base,
    starts,
    ...(ends === undefined ? {} : { ends }),
    ...(entities.price === undefined ? {} : { pricePerWeek: entities.price }),
    ...(entities.hours === undefined ? {} : { hoursPerWeek: entities.hours }),
  };
  const kept = earlier?.startAssumed === false && base.starts === earlier.offer.starts;
  return {
    offer: withPlannedId(withStatedFacts(offer, entities.set, talking.turn.today)),
    dated: { ...(given === undefined ? {} : { starts: given }), ...(ends === undefined ? {} : { ends }) },
    startsGiven: given !== undefined || kept,
  };
};
