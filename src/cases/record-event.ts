import type { Case, CaseEvent, Offer } from '../contract/case.ts';
import { audited } from './audit.ts';
import type { CaseItem } from './case-item.ts';

/** What can be known of an event besides its type and day; absent is unknown. */
export const EVENT_FLAGS = ['repatriationInfo', 'vacanciesTold', 'byRepatriationStaff'] as const;
export type EventFlag = (typeof EVENT_FLAGS)[number];
export type EventFlags = Partial<Record<EventFlag, boolean>>;

const RECORDED = 'event-recorded';

const isSame = (a: CaseEvent, b: CaseEvent): boolean => a.type === b.type && a.on === b.on;
const says = (known: CaseEvent, event: CaseEvent): boolean =>
  EVENT_FLAGS.every((flag) => event[flag] === undefined || event[flag] === known[flag]);

/** The event of this type that the case has on this day. */
export const eventThere = ({ events = [] }: Case, event: CaseEvent): CaseEvent | undefined =>
  events.findLast((one) => isSame(one, event));

/**
 * The record with the event in it. A day has one event of a type: what is newly told of it is put to the one that is
 * there, and a record that has it all stays the same object.
 */
export const withEvent = (record: Case, event: CaseEvent): Case => {
  const { events = [] } = record;
  const known = eventThere(record, event);
  if (known === undefined) return { ...record, events: [...events, event] };
  if (says(known, event)) return record;
  return { ...record, events: events.map((one) => (one === known ? { ...known, ...event } : one)) };
};

const withoutFollowUp = ({ followUps, ...offer }: Offer, on: string): Offer => {
  const left = followUps?.filter((followUp) => followUp.on !== on) ?? [];
  return left.length === 0 ? offer : { ...offer, followUps: left };
};

/** The record without this event, a follow-up's traces in the offers too: what was due before it was recorded. */
export const withoutEvent = (record: Case, event: CaseEvent): Case => {
  const { offers } = record;
  const left = { ...record, events: (record.events ?? []).filter((one) => !isSame(one, event)) };
  return event.type === 'follow-up' && offers !== undefined
    ? { ...left, offers: offers.map((offer) => withoutFollowUp(offer, event.on)) }
    : left;
};

/** What a follow-up showed of an offer; absent is unknown. */
export interface OfferFollowUp {
  offerId: string;
  progress?: boolean;
  asAgreed?: boolean;
}

const followedUp = (offer: Offer, on: string, { offerId, progress, asAgreed }: OfferFollowUp): Offer => {
  if (offer.id !== offerId) return offer;
  const { followUps = [] } = offer;
  const shown = { ...(progress !== undefined && { progress }), ...(asAgreed !== undefined && { asAgreed }) };
  const known = followUps.findLast((followUp) => followUp.on === on);
  if (known === undefined) return { ...offer, followUps: [...followUps, { on, ...shown }] };
  const whole = { ...known, ...shown };
  if (whole.progress === known.progress && whole.asAgreed === known.asAgreed) return offer;
  return { ...offer, followUps: followUps.map((one) => (one === known ? whole : one)) };
};

/** The record with what a follow-up on a day showed of an offer; the same object when it had it all. */
export const withFollowUp = (record: Case, on: string, followUp: OfferFollowUp): Case => {
  const { offers = [] } = record;
  const changed = offers.map((offer) => followedUp(offer, on, followUp));
  return changed.every((offer, index) => offer === offers[index]) ? record : { ...record, offers: changed };
};

/** The offers that ran on the day, and so can have been followed up on it. */
export const offersOn = ({ offers = [] }: Case, on: string): Offer[] =>
  offers.filter(
    ({ status, starts, ends }) => status !== 'planned' && starts <= on && (ends === undefined || ends >= on),
  );

/** Who records it, when (ISO instant and its civil date), and the key under which the click counts once. */
export interface Recording {
  by: string;
  at: string;
  today: string;
  click: string;
}

/** The item with the event, the same item when it had it already; refused for a day that has not come. */
export type EventRecorded = { item: CaseItem } | { refused: 'future' };

/** Whether this very click has been carried out. */
export const eventClicked = ({ audit }: CaseItem, click: string): boolean =>
  audit.some(({ what, details }) => what === RECORDED && details['click'] === click);

/** Records that something happened in a case; a follow-up also with the offer that was followed up. */
export const recordEvent = (
  item: CaseItem,
  event: CaseEvent,
  { by, at, today, click }: Recording,
  followUp?: OfferFollowUp,
): EventRecorded => {
  if (event.on > today) return { refused: 'future' };
  if (eventClicked(item, click)) return { item };
  const recorded = withEvent(item.record, event);
  const record = followUp === undefined ? recorded : withFollowUp(recorded, event.on, followUp);
  if (record === item.record) return { item };
  const offer = followUp === undefined ? {} : { offer: followUp.offerId };
  const details = { event: event.type, on: event.on, click, ...offer };
  return { item: audited({ ...item, record }, { at, by, what: RECORDED, details }) };
};
