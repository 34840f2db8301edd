import type { Case, Offer, SignOff } from '../contract/case.ts';
import { isException } from './needs.ts';
import type { ApprovalRequest } from './request.ts';
import { type RequestQuestion, withOfferSignOffs } from './request-question.ts';

/** What a request's sign-offs stand in: the record, and for an offer to start the question. */
export interface Signed {
  record: Case;
  question: RequestQuestion;
}

/** What has been signed in a request, whoever else's signature is missing. */
export const givenIn = ({ needs }: Pick<ApprovalRequest, 'needs'>): SignOff[] =>
  needs.flatMap((need) => need.given ?? []);

/**
 * What of a request stands in the case. Half an approval is none: while a request is open its sign-offs are its own, so
 * that no other answer or request rests on them. A refused exception refuses no approval that was asked for besides.
 */
const counting = (request: ApprovalRequest): SignOff[] => {
  if (request.state === 'approved') return givenIn(request);
  if (request.state !== 'rejected') return [];
  const refused = isException(request) ? request.needs.filter(({ exception }) => exception === true) : request.needs;
  return givenIn({ needs: refused }).filter(({ answer }) => answer === 'declined');
};

const onOffer = (record: Case, offerId: string, change: (signOffs: SignOff[]) => SignOff[]): Case => ({
  ...record,
  offers: (record.offers ?? []).map((offer): Offer => {
    if (offer.id !== offerId) return offer;
    const { signOffs = [], ...rest } = offer;
    const changed = change(signOffs);
    return changed.length === 0 ? rest : { ...rest, signOffs: changed };
  }),
});

const changeSignOffs = ({ record, question }: Signed, change: (signOffs: SignOff[]) => SignOff[]): Signed =>
  question.kind === 'start-offer'
    ? { record, question: withOfferSignOffs(question, change(question.offer.signOffs ?? [])) }
    : { record: onOffer(record, question.offerId, change), question };

/** Record and question with these sign-offs besides those they have. */
export const withSignOffs = (signed: Signed, more: SignOff[]): Signed =>
  more.length === 0 ? signed : changeSignOffs(signed, (signOffs) => [...signOffs, ...more]);

/** Record and question with what stands of a request that has ended. */
export const settled = (signed: Signed, request: ApprovalRequest): Signed => withSignOffs(signed, counting(request));

/** The record once everything is approved: the offer runs until the new end, or is there, planned. */
export const carriedOut = ({ record, question }: Signed): Case => {
  const offers = record.offers ?? [];
  if (question.kind === 'start-offer')
    return { ...record, offers: [...offers, { ...question.offer, status: 'planned' }] };
  const { offerId, until } = question;
  if (until === undefined) return record;
  return { ...record, offers: offers.map((offer) => (offer.id === offerId ? { ...offer, ends: until } : offer)) };
};
