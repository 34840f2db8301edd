import type { CaseItem } from '../cases/case-item.ts';
import { EVENT_FLAGS, eventThere, offersOn, withEvent } from '../cases/record-event.ts';
import type { CaseEvent } from '../contract/case.ts';
import { formatWeekday } from '../format/format.ts';
import { mayWith } from './access.ts';
import { type Bench, effectBetween, flagsRead } from './event-effect.ts';
import { readAs } from './read-dates.ts';
import type { Answer, Talking } from './services.ts';
import type { EventDraft } from './talk.ts';
import { caseLine, wordingOf } from './views/case-line.ts';
import { type EventCheck, eventCheck, eventDone, eventForm } from './views/event-view.ts';
import { messageView } from './views/message-view.ts';
import { offerInFull } from './views/wording.ts';

/** The judge and what it needs, in this turn. */
export const benchOf = ({ services, catalogue, turn }: Talking): Bench => ({
  judge: services.judge,
  catalogue,
  today: turn.today,
});

/** The event a draft tells of, once type and day are told. */
export const eventOf = ({ type, on, flags }: EventDraft): CaseEvent | undefined =>
  type === undefined || on === undefined ? undefined : { type, on, ...flags };

/** The answer to somebody whose role records nothing in the case. */
export const mayNotRecord = ({ say }: Talking, item: CaseItem): Answer => ({
  view: messageView('✕', say('events.may-not.title'), {
    paragraphs: [say('events.may-not.text', { case: item.id })],
  }),
});

const ifYesOf = (
  talking: Talking,
  item: CaseItem,
  event: CaseEvent,
  asked: EventCheck['asked'],
): EventCheck['ifYes'] => {
  const bench = benchOf(talking);
  const before = withEvent(item.record, event);
  return asked.flatMap((flag) => {
    if (event[flag] !== undefined) return [];
    const changes = effectBetween(bench, before, withEvent(before, { ...event, [flag]: true }));
    return changes.length === 0 ? [] : [{ flag, changes }];
  });
};

/** The event a draft tells of, or the question for what is not told, or cannot be; the draft waits for the answer. */
const eventToldBy = (
  talking: Talking,
  item: CaseItem,
  draft: EventDraft,
  reading: string[],
): { event: CaseEvent } | { answer: Answer } => {
  const { say, turn } = talking;
  const { on, ...dayless } = draft;
  const ahead = on !== undefined && on > turn.today;
  const waiting: EventDraft = ahead ? dayless : draft;
  const event = eventOf(waiting);
  if (event !== undefined) return { event };
  const why = [
    ...(ahead ? [say('events.form.future', { date: formatWeekday(on, turn.language) })] : []),
    ...(draft.type === undefined ? [say('events.form.type')] : []),
    ...(waiting.on === undefined && !ahead ? [say('events.form.on')] : []),
  ];
  const about = caseLine(talking, item);
  const talk = {
    lastIntent: 'record-event',
    caseId: item.id,
    event: waiting,
    asked: waiting.type === undefined ? 'event.type' : 'event.on',
    pending: null,
  };
  return { answer: { view: eventForm(waiting, { about, reading: [...reading, ...why] }, wordingOf(talking)), talk } };
};

/** Goes on with what is told of an event: asks for what is not, else shows what will be recorded. Records nothing. */
export const eventAnswer = (talking: Talking, item: CaseItem, draft: EventDraft, reading: string[]): Answer => {
  if (!mayWith(talking, 'record-fact', item)) return mayNotRecord(talking, item);
  const told = eventToldBy(talking, item, draft, reading);
  if ('answer' in told) return told.answer;
  const { event } = told;
  const bench = benchOf(talking);
  const about = caseLine(talking, item);
  const known = eventThere(item.record, event);
  const whole = known === undefined ? event : { ...known, ...event };
  const asked = flagsRead(bench, item.record, event);
  const talk = { lastIntent: 'record-event', caseId: item.id, event: draft, asked: null, pending: null };
  const offers = event.type === 'follow-up' ? offersOn(item.record, event.on) : [];
  const nothingNew = offers.length === 0 && withEvent(item.record, event) === item.record;
  if (nothingNew && asked.every((flag) => whole[flag] !== undefined)) {
    const done = { event: whole, caseId: item.id, about, changes: [], there: true };
    return { view: eventDone(done, wordingOf(talking)), talk: { ...talk, event: null } };
  }
  const check: EventCheck = {
    draft: draft.id,
    event: whole,
    about,
    reading: [...reading, ...readAs(talking, { ends: event.on })],
    adds: known !== undefined,
    asked,
    offers: offers.map((offer) => ({ id: offer.id, name: offerInFull(offer, talking.catalogue, wordingOf(talking)) })),
    changes: effectBetween(bench, item.record, withEvent(item.record, event)),
    ifYes: ifYesOf(talking, item, whole, asked),
  };
  return { view: eventCheck(check, wordingOf(talking)), talk };
};

/** The flags of an event among the facts that a sentence states, or among a card's inputs once they are values. */
export const flagsOf = (stated: Readonly<Record<string, unknown>>): EventDraft['flags'] =>
  Object.fromEntries(EVENT_FLAGS.flatMap((flag) => (typeof stated[flag] === 'boolean' ? [[flag, stated[flag]]] : [])));
