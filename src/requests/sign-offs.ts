import type { Case, Offer, SignOff } from '../contract/case.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { ApprovalRequest } from './request.ts';
import { type RequestQuestion, withOfferSignOffs } from './request-question.ts';

/** What a request's sign-offs stand in: the record, and for an offer to start the question. */
export interface Signed {
  record: Case;
  question: RequestQuestion;
}

const given = (request: ApprovalRequest): SignOff[] => request.needs.flatMap((need) => need.given ?? []);

/** The sign-offs that count in the state the request is in: half an approval is none, a refusal stays one. */
const counting = (request: ApprovalRequest): SignOff[] => {
  if (request.state === 'open' || request.state === 'approved') return given(request);
  return request.state === 'rejected' ? given(request).filter(({ answer }) => answer === 'declined') : [];
};

const without = (signOffs: SignOff[], gone: SignOff[]): SignOff[] => {
  const keys = new Set(gone.map(canonicalJson));
  return signOffs.filter((signOff) => !keys.has(canonicalJson(signOff)));
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

/** Record and question as they would be had nobody answered this request: what it is judged on. */
export const unsigned = (signed: Signed, request: ApprovalRequest): Signed =>
  changeSignOffs(signed, (signOffs) => without(signOffs, given(request)));

/** Record and question with the request's sign-offs, from `before` to `after` an answer. */
export const resigned = (signed: Signed, before: ApprovalRequest, after: ApprovalRequest): Signed =>
  changeSignOffs(unsigned(signed, before), (signOffs) => [...signOffs, ...counting(after)]);

/** The record once everything is approved: the offer runs until the new end, or is there, planned. */
export const carriedOut = ({ record, question }: Signed): Case => {
  const offers = record.offers ?? [];
  if (question.kind === 'start-offer')
    return { ...record, offers: [...offers, { ...question.offer, status: 'planned' }] };
  const { offerId, until } = question;
  if (until === undefined) return record;
  return { ...record, offers: offers.map((offer) => (offer.id === offerId ? { ...offer, ends: until } : offer)) };
};
