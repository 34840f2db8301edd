import { OFFER_KINDS } from '../../contract/vocabulary.ts';
import type { Offer } from '../../contract/case.ts';
import type { StatedFacts } from '../understanding/understanding.ts';
import type { FactValue } from '../../cases/record-facts.ts';
import { coerceFact } from './coerce-fact.ts';
import { factInput } from './fact-inputs.ts';

const offerPath = (name: string): string | undefined =>
  [`offer.${name}`, `offer.assessment.${name}`].find((path) => factInput(path) !== undefined);

/** Which of an offer's bids a fact names; cards ask for two. */
const bidNamed: Record<string, number> = { 'bids.first': 0, 'bids.second': 1 };

const withBid = (offer: Offer, at: number, provider: string): Offer => {
  const bids = [...(offer.bids ?? [])];
  const place = Math.min(at, bids.length);
  bids[place] = { ...bids[place], provider };
  return { ...offer, bids };
};

/** An offer with one of its facts set; a fact of the assessment goes into the assessment, a bidder among the bids. */
export const withOfferFact = (offer: Offer, fact: string, value: FactValue): Offer => {
  // Another kind is another offer: it is not the catalogue's item any more.
  if (fact === 'kind') {
    const { catalogueItem: _, ...rest } = offer;
    const kind = OFFER_KINDS.find((each) => each === value);
    return kind === undefined ? offer : { ...rest, kind };
  }
  const bid = bidNamed[fact];
  if (bid !== undefined) return withBid(offer, bid, String(value));
  const assessment = /^assessment\.(.+)$/.exec(fact)?.[1];
  if (assessment === undefined) return { ...offer, [fact]: value };
  return { ...offer, assessment: { ...offer.assessment, [assessment]: value } };
};

/** The planned offer with the facts that a sentence states of it; facts of the case are not taken from a sentence. */
export const withStatedFacts = (offer: Offer, stated: StatedFacts | undefined, today: string): Offer => {
  let result = offer;
  for (const [name, raw] of Object.entries(stated ?? {})) {
    const path = offerPath(name);
    const input = path === undefined ? undefined : factInput(path);
    if (path === undefined || input === undefined) continue;
    const coerced = coerceFact(input.fact, raw, today);
    if (typeof coerced === 'object') result = withOfferFact(result, path.slice('offer.'.length), coerced.value);
  }
  return result;
};

/** Whether a sentence states facts of the citizen or the case: they are recorded on a card, never from a sentence. */
export const statesCaseFacts = (stated: StatedFacts = {}): boolean =>
  Object.keys(stated).some((name) => factInput(`citizen.${name}`) !== undefined || factInput(name) !== undefined);
