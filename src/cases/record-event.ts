import type { Case, CaseEvent } from '../contract/case.ts';
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

/** The record without this event: what was due before it was recorded. */
export const withoutEvent = (record: Case, event: CaseEvent): Case => ({
  ...record,
  events: (record.events ?? []).filter((one) => !isSame(one, event)),
});

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

/** Records that something happened in a case. */
export const recordEvent = (item: CaseItem, event: CaseEvent, { by, at, today, click }: Recording): EventRecorded => {
  if (event.on > today) return { refused: 'future' };
  const record = withEvent(item.record, event);
  if (record === item.record || eventClicked(item, click)) return { item };
  const details = { event: event.type, on: event.on, click };
  return { item: audited({ ...item, record }, { at, by, what: RECORDED, details }) };
};
