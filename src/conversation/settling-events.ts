import type { EntryKey } from '../agenda/digest-job.ts';
import { dueChanges } from '../cases/due-changes.ts';
import { EVENT_FLAGS, withEvent, withFollowUp } from '../cases/record-event.ts';
import type { Case, CaseEvent } from '../contract/case.ts';
import { EVENT_TYPES, type EventType } from '../contract/vocabulary.ts';
import type { DueEntry } from '../rulebook/judgement.ts';
import { type Bench, duesOf } from './event-effect.ts';

type Which = Pick<EntryKey, 'rule' | 'offerId'>;

/** All that can be told of an event besides its type and day: some entries are settled only by what it brought. */
const toldInFull = Object.fromEntries(EVENT_FLAGS.map((flag) => [flag, true]));

/** The record with the event, and with all it can have brought. */
const inFull = (record: Case, event: CaseEvent, { offerId }: Which): Case => {
  const told = withEvent(record, { ...event, ...toldInFull });
  return event.type === 'follow-up' && offerId !== undefined
    ? withFollowUp(told, event.on, { offerId, progress: true, asAgreed: true })
    : told;
};

/**
 * The events that would settle an open entry of a case if they had happened on a day, today where none is named: after
 * them it is met, no longer there, or due on a later day. The rules of the municipality themselves tell, by what they
 * say once such an event stands in the case.
 */
export const settlingEvents = (bench: Bench, record: Case, which: Which, on = bench.today): EventType[] => {
  const before = duesOf(bench, record);
  const settles = (after: readonly DueEntry[]): boolean =>
    dueChanges(before, after).some(
      ({ is, entry }) =>
        entry.rule === which.rule &&
        entry.offerId === which.offerId &&
        (is === 'met' || is === 'gone' || (is === 'moved' && entry.due > bench.today)),
    );
  return EVENT_TYPES.filter((type) => {
    const event = { type, on };
    return settles(duesOf(bench, withEvent(record, event))) || settles(duesOf(bench, inFull(record, event, which)));
  });
};
