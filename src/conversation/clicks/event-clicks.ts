import type { CaseItem } from '../../cases/case-item.ts';
import {
  EVENT_FLAGS,
  type OfferFollowUp,
  eventClicked,
  offersOn,
  recordEvent,
  withoutEvent,
} from '../../cases/record-event.ts';
import type { Case, CaseEvent } from '../../contract/case.ts';
import { EVENT_TYPES } from '../../contract/vocabulary.ts';
import { mayWith, seenCase } from '../access.ts';
import { benchOf, eventAnswer, eventOf, flagsOf, mayNotRecord } from '../event-answer.ts';
import { effectBetween } from '../event-effect.ts';
import { coerceFact } from '../facts/coerce-fact.ts';
import type { Answer, Talking } from '../services.ts';
import { showOnDigest } from '../take-open.ts';
import type { EventDraft } from '../talk.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { eventDone } from '../views/event-view.ts';
import { messageView } from '../views/message-view.ts';
import type { ClickData } from './click-data.ts';
import { clickRefusal, ownChat } from './refusals.ts';

/** Goes on with the draft that the card names, if it is the one that waits in this person's talk. */
const withDraft = async (
  talking: Talking,
  id: string,
  answer: (draft: EventDraft, item: CaseItem) => Promise<Answer> | Answer,
): Promise<Answer> => {
  if (!talking.personal) return ownChat(talking);
  const { event } = talking.talk;
  if (event === undefined || event.id !== id) return clickRefusal(talking, 'old-choice');
  const found = await seenCase(talking, event.caseId);
  return found === undefined ? clickRefusal(talking, 'unknown-decision') : answer(event, found.item);
};

/** "Se, hvad der registreres": what was missing is filled in, and shown. Nothing is recorded yet. */
export const checkEvent = (talking: Talking, data: ClickData<'check-event'>): Promise<Answer> =>
  withDraft(talking, data.draft, (draft, item) => {
    const { say, turn } = talking;
    const type = draft.type ?? EVENT_TYPES.find((one) => one === data.type);
    const given = coerceFact({ type: 'date', past: false }, data.on, turn.today);
    const on = draft.on ?? (typeof given === 'object' && typeof given.value === 'string' ? given.value : undefined);
    const wrong = [
      ...(type === undefined ? [say('events.form.wrong-type')] : []),
      ...(on === undefined ? [say('events.form.wrong-on')] : []),
    ];
    const filled = { ...draft, ...(type === undefined ? {} : { type }), ...(on === undefined ? {} : { on }) };
    return eventAnswer(talking, item, filled, wrong);
  });

/** "Fortryd": what was drafted is forgotten. */
export const dropEvent = (talking: Talking, data: ClickData<'drop-event'>): Promise<Answer> =>
  withDraft(talking, data.draft, () => ({
    view: messageView('✓', talking.say('events.dropped.title')),
    talk: { event: null, asked: null },
  }));

/** The event with what was answered on the card; an answer left blank stays unknown, or as it was told. */
const withInputs = (event: CaseEvent, data: ClickData<'record-event'>, today: string): CaseEvent => {
  const answered = EVENT_FLAGS.map((flag) => [flag, coerceFact({ type: 'boolean' }, data[flag], today)] as const);
  const values = answered.map(([flag, given]) => [flag, typeof given === 'object' ? given.value : undefined]);
  return { ...event, ...flagsOf(Object.fromEntries(values)) };
};

/** The offer chosen on the card and what its follow-up showed, if the offer ran on that day. */
const followUpOf = (
  { record }: CaseItem,
  { type, on }: CaseEvent,
  data: ClickData<'record-event'>,
  today: string,
): OfferFollowUp | undefined => {
  const offer = type === 'follow-up' ? offersOn(record, on).find(({ id }) => id === data['offer']) : undefined;
  if (offer === undefined) return undefined;
  const answer = (name: 'progress' | 'asAgreed') => {
    const given = coerceFact({ type: 'boolean' }, data[name], today);
    return typeof given === 'object' && typeof given.value === 'boolean' ? { [name]: given.value } : {};
  };
  return { offerId: offer.id, ...answer('progress'), ...answer('asAgreed') };
};

/** The case as it is now, and its record as it was before; `there`: the event stood in it already. */
type Stored = { item: CaseItem; before: Case; there: boolean } | 'may-not' | 'unknown' | 'future';

const store = (
  talking: Talking,
  caseId: string,
  event: CaseEvent,
  data: ClickData<'record-event'>,
): Promise<Stored | 'absent' | 'busy'> => {
  const { services, turn } = talking;
  const click = data.draft;
  return services.cases.change<Stored>(turn.person.municipality, caseId, (item) => {
    if (!mayWith(talking, 'see-case', item)) return { refused: 'unknown' };
    if (!mayWith(talking, 'record-fact', item)) return { refused: 'may-not' };
    const recording = { by: turn.person.id, at: turn.now, today: turn.today, click };
    const recorded = recordEvent(item, event, recording, followUpOf(item, event, data, turn.today));
    if ('refused' in recorded) return recorded;
    // A click delivered twice finds its event there, and is answered as the first.
    return recorded.item === item
      ? { refused: { item, before: withoutEvent(item.record, event), there: !eventClicked(item, click) } }
      : { item: recorded.item, result: { item: recorded.item, before: item.record, there: false } };
  });
};

/** "Registrér": records what was shown. Role and case are looked up now; the card only names the draft. */
export const storeEvent = (talking: Talking, data: ClickData<'record-event'>): Promise<Answer> =>
  withDraft(talking, data.draft, async (draft, shown) => {
    const { say, turn } = talking;
    const drafted = eventOf(draft);
    if (drafted === undefined) return clickRefusal(talking, 'old-choice');
    const event = withInputs(drafted, data, turn.today);
    const stored = await store(talking, draft.caseId, event, data);
    if (stored === 'busy')
      return { view: messageView('!', say('talk.click.title'), { paragraphs: [say('events.busy')] }) };
    if (stored === 'may-not') return mayNotRecord(talking, shown);
    if (stored === 'future') return eventAnswer(talking, shown, draft, []);
    if (typeof stored === 'string') return clickRefusal(talking, 'unknown-decision');
    const { item, before, there } = stored;
    if (!there) await showOnDigest(talking, item.team);
    const about = caseLine(talking, item);
    const changes = there ? [] : effectBetween(benchOf(talking), before, item.record);
    return {
      view: eventDone({ event, caseId: item.id, about, changes, there }, wordingOf(talking)),
      talk: { lastIntent: 'record-event', caseId: item.id, asked: null, pending: null },
    };
  });
