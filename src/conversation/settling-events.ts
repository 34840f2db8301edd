import type { EntryKey } from '../agenda/digest-job.ts';
import { type DueChange, dueChanges } from '../cases/due-changes.ts';
import { EVENT_FLAGS, withEvent, withFollowUp } from '../cases/record-event.ts';
import type { Case, CaseEvent } from '../contract/case.ts';
import { EVENT_TYPES, type EventType } from '../contract/vocabulary.ts';
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

/** The events that would settle an open entry of a case. */
export type Settling = (which: Which) => EventType[];

/**
 * The events that would settle an open entry of a case if they had happened on a day, today where none is named: after
 * them it is met, no longer there, or due on a later day. The rules of the municipality themselves tell, by what they
 * say once such an event stands in the case; for all entries of the case they are asked once.
 */
export const settlingIn = (bench: Bench, record: Case, on = bench.today): Settling => {
  const before = duesOf(bench, record);
  const asked = new Map<string, DueChange[]>();
  const changes = (what: string, after: () => Case): DueChange[] => {
    const known = asked.get(what) ?? dueChanges(before, duesOf(bench, after()));
    asked.set(what, known);
    return known;
  };
  return (which) => {
    const settles = (changed: readonly DueChange[]): boolean =>
      changed.some(
        ({ is, entry }) =>
          entry.rule === which.rule &&
          entry.offerId === which.offerId &&
          (is === 'met' || is === 'gone' || (is === 'moved' && entry.due > bench.today)),
      );
    return EVENT_TYPES.filter((type) => {
      const event = { type, on };
      const about = type === 'follow-up' ? (which.offerId ?? '') : '';
      const brought = changes(`${type} in full ${about}`, () => inFull(record, event, which));
      // What changes nothing with all it can have brought changes nothing without: most events, so they are asked once.
      return brought.length > 0 && (settles(brought) || settles(changes(type, () => withEvent(record, event))));
    });
  };
};

/** The same for one entry. */
export const settlingEvents = (bench: Bench, record: Case, which: Which, on?: string): EventType[] =>
  settlingIn(bench, record, on)(which);
