import { type Case, type Offer, caseSchema } from '../../contract/case.ts';
import { type Question, questionSchema } from '../../contract/question.ts';
import { withPlannedId } from '../resolve/planned-offer.ts';
import type { FactValue } from './coerce-fact.ts';
import { otherOfferFact } from './fact-inputs.ts';
import { withOfferFact } from './stated-facts.ts';

/** What a question is about and what it asks: both may gain a fact. */
export interface Known {
  record: Case;
  question: Question;
}

/** The follow-up a question is about is the latest one held by that day. */
const withFollowUpFact = (offer: Offer, fact: string, value: FactValue, today: string): Offer => {
  const latest = offer.followUps?.filter(({ on }) => on <= today).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const followUps = offer.followUps?.map((one) => (one === latest ? { ...one, [fact]: value } : one));
  return followUps === undefined ? offer : { ...offer, followUps };
};

const withFact = (offer: Offer, fact: string, value: FactValue, today: string): Offer => {
  const followUp = /^followUps\.(.+)$/.exec(fact)?.[1];
  return followUp === undefined ? withOfferFact(offer, fact, value) : withFollowUpFact(offer, followUp, value, today);
};

const inOffer = (record: Case, offerId: string, change: (offer: Offer) => Offer): Case =>
  record.offers?.some(({ id }) => id === offerId) === true
    ? { ...record, offers: record.offers.map((offer) => (offer.id === offerId ? change(offer) : offer)) }
    : record;

const inCase = (record: Case, path: string, value: FactValue): Case => {
  const citizen = /^citizen\.(.+)$/.exec(path)?.[1];
  return citizen === undefined
    ? { ...record, [path]: value }
    : { ...record, citizen: { ...record.citizen, [citizen]: value } };
};

/** Puts one fact where it belongs: into the question, into the offer that is planned, or into the case. */
export const placeFact = ({ record, question }: Known, path: string, value: FactValue, today: string): Known => {
  const other = otherOfferFact(path);
  if (other !== undefined)
    return { question, record: inOffer(record, other.id, (offer) => withFact(offer, other.fact, value, today)) };
  const ofQuestion = /^question\.(.+)$/.exec(path)?.[1];
  if (ofQuestion !== undefined) return { record, question: Object.assign({ ...question }, { [ofQuestion]: value }) };
  const ofOffer = /^offer\.(.+)$/.exec(path)?.[1];
  if (ofOffer === undefined) return { question, record: inCase(record, path, value) };
  if (question.kind === 'start-offer') {
    const offer = withPlannedId(withFact(question.offer, ofOffer, value, today));
    return { record, question: { ...question, offer } };
  }
  if (!('offerId' in question)) return { record, question };
  return { question, record: inOffer(record, question.offerId, (offer) => withFact(offer, ofOffer, value, today)) };
};

/** Whether a question and a case still are what they must be; a date before another one is found here. */
export const isSound = ({ record, question }: Known): boolean => {
  if (!caseSchema.safeParse(record).success || !questionSchema.safeParse(question).success) return false;
  if (question.kind !== 'extend-offer' || question.until === undefined) return true;
  const ends = record.offers?.find(({ id }) => id === question.offerId)?.ends;
  return ends === undefined || question.until > ends;
};
