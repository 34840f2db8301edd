import type { Offer } from '../contract/case.ts';
import { isoOf } from './calendar.ts';
import type { Rulebook } from './compile.ts';
import type { Inquiry, Judgement } from './judgement.ts';
import { probesFor } from './probes.ts';
import type { World } from './world.ts';

/** The path of the fact that other facts hang on: how long an extension is depends on when the offer ends. */
export const OFFER_END = 'offer.ends';

/**
 * The facts that are asked for once the offer's end is known, for some end it could have. While the end is unknown no
 * other facts are asked for: an answer that no end date needs is not worth a caseworker's time.
 */
export const askedForSomeEnd = (
  rulebook: Rulebook,
  inquiry: Inquiry,
  offer: Offer,
  world: World,
  decide: (rulebook: Rulebook, inquiry: Inquiry) => Judgement,
): Set<string> => {
  const asked = new Set<string>();
  const durations = [...rulebook.said(inquiry.question.kind, offer.kind).durations.values()];
  const { case: record } = inquiry;
  if (record === undefined) return asked;
  for (const end of probesFor(OFFER_END, { type: 'date' }, world, durations)) {
    const ending = { ...offer, ends: isoOf(Number(end)) };
    const offers = record.offers?.map((other) => (other.id === offer.id ? ending : other)) ?? [];
    for (const path of decide(rulebook, { ...inquiry, case: { ...record, offers } }).missing) asked.add(path);
  }
  return asked;
};
