import { isSameEntry } from '../../agenda/taken.ts';
import type { DigestJob, EntryKey } from '../../agenda/digest-job.ts';
import { keyOf, type OpenDue } from '../../agenda/open-due.ts';
import { eventClicked, offersOn, recordEvent } from '../../cases/record-event.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import type { CaseEvent } from '../../contract/case.ts';
import { EVENT_TYPES, type EventType } from '../../contract/vocabulary.ts';
import { formatWeekday } from '../../format/format.ts';
import { mayWith } from '../access.ts';
import { benchOf, eventAnswer } from '../event-answer.ts';
import { flagsRead } from '../event-effect.ts';
import { coerceFact } from '../facts/coerce-fact.ts';
import type { Answer, Talking } from '../services.ts';
import { settlingEvents } from '../settling-events.ts';
import { showOnDigest } from '../take-open.ts';
import type { ClickData } from './click-data.ts';
import { checkAnswered, recordAnswered } from './digest-answered.ts';
import { doneCheck } from './digest-check.ts';
import { atDigest, digestAnew, type DigestPlace, withEntry } from './digest-place.ts';

/** Events whose very name tells of a citizen's health or origin. */
const TELLING: readonly EventType[] = [
  'repatriation-talk',
  'literacy-screening',
  'fleksjob-ambassador-assigned',
  'rehabilitation-started',
  'danish-offered',
];

/** Whether more must be asked of the event, or named, than others may read. */
const isForOwnChat = (talking: Talking, { record }: CaseItem, event: CaseEvent): boolean =>
  TELLING.includes(event.type) ||
  (event.type === 'follow-up' && offersOn(record, event.on).length > 0) ||
  flagsRead(benchOf(talking), record, event).length > 0;

/** The event is drafted in the own chat; here stands only that it is. */
const toOwnChat = async (
  talking: Talking,
  place: DigestPlace,
  item: CaseItem,
  { type, on }: { type?: EventType; on: string },
): Promise<Answer> => {
  const { say, services, personal } = talking;
  if (personal)
    return eventAnswer(
      talking,
      item,
      { id: services.ids(), caseId: item.id, ...(type !== undefined && { type }), on, flags: {} },
      [],
    );
  const { view } = await digestAnew(talking, place, say('digest.said.own-chat', { case: item.id }));
  return { view, withheld: true };
};

/** The day that was filled in, if it has come; else what is wrong with it. */
const dayGiven = ({ say, turn }: Talking, on: unknown): { on: string } | { wrong: string } => {
  const given = coerceFact({ type: 'date', past: false }, on, turn.today);
  if (typeof given === 'string' || typeof given.value !== 'string') return { wrong: say('digest.said.choose-day') };
  return given.value > turn.today
    ? { wrong: say('digest.said.future', { date: formatWeekday(given.value, turn.language) }) }
    : { on: given.value };
};

const checkCase = async (
  talking: Talking,
  place: DigestPlace,
  { item, entry }: Extract<OpenDue, { about: 'case' }>,
  key: EntryKey,
  on: string,
): Promise<Answer> => {
  const { say } = talking;
  if (!mayWith(talking, 'record-fact', item))
    return digestAnew(talking, place, say('digest.said.may-not', { case: item.id }));
  const settling = settlingEvents(benchOf(talking), item.record, entry, on);
  const [first, ...others] = settling;
  if (first === undefined) return digestAnew(talking, place, say('digest.said.no-event', { case: item.id }));
  const open = settling.filter((type) => !TELLING.includes(type));
  const only = others.length === 0 ? first : undefined;
  if (open.length === 0 || (only !== undefined && isForOwnChat(talking, item, { type: only, on })))
    return toOwnChat(talking, place, item, { ...(only !== undefined && { type: only }), on });
  return { view: await doneCheck(talking, place, { key, on, types: open }) };
};

/** "Markér som klaret": what will be recorded, and on which day; nothing is recorded yet. */
export const checkDone = (talking: Talking, data: ClickData<'digest-done'>): Promise<Answer> =>
  atDigest(talking, data.digest, (place) =>
    withEntry(talking, place, data.entry, async (key, open) => {
      const given = dayGiven(talking, data.on);
      if ('wrong' in given) return digestAnew(talking, place, given.wrong, { entry: keyOf(key) });
      return open.about === 'case'
        ? checkCase(talking, place, open, key, given.on)
        : checkAnswered(talking, place, open, key, given.on);
    }),
  );

type Stored = 'recorded' | 'not-open' | 'may-not' | 'no-event' | { ownChat: CaseItem };

/** The same click on the same card is the same event, however often it is delivered. */
const clickKey = ({ id }: DigestJob, key: EntryKey, { type, on }: CaseEvent): string =>
  [id, keyOf(key), type, on].join('~');

const store = (
  talking: Talking,
  { job, team }: DigestPlace,
  key: EntryKey,
  event: CaseEvent,
): Promise<Stored | 'absent' | 'busy'> => {
  const { services, turn } = talking;
  const { municipality, id: by } = turn.person;
  const click = clickKey(job, key, event);
  return services.cases.change<Stored>(municipality, key.id, (item) => {
    if (item.team !== team.id || !mayWith(talking, 'see-case', item)) return { refused: 'not-open' };
    if (!mayWith(talking, 'record-fact', item)) return { refused: 'may-not' };
    if (eventClicked(item, click)) return { refused: 'recorded' };
    if (!item.agenda.some((entry) => !entry.met && isSameEntry(entry, key))) return { refused: 'not-open' };
    if (!settlingEvents(benchOf(talking), item.record, key, event.on).includes(event.type))
      return { refused: 'no-event' };
    if (isForOwnChat(talking, item, event)) return { refused: { ownChat: item } };
    const recorded = recordEvent(item, event, { by, at: turn.now, today: turn.today, click });
    if ('refused' in recorded) return { refused: 'no-event' };
    return { item: recorded.item, result: 'recorded' };
  });
};

const recordCase = async (
  talking: Talking,
  place: DigestPlace,
  key: EntryKey,
  { type, on }: { type: EventType; on: string },
): Promise<Answer> => {
  const { say, turn } = talking;
  const about = { case: key.id };
  const stored = await store(talking, place, key, { type, on });
  if (typeof stored === 'object') return toOwnChat(talking, place, stored.ownChat, { type, on });
  if (stored !== 'recorded')
    return digestAnew(talking, place, say(`digest.said.${stored === 'absent' ? 'not-open' : stored}`, about));
  await showOnDigest(talking, place.team.id);
  const event = { event: say(`events.type.${type}`), date: formatWeekday(on, turn.language) };
  return digestAnew(talking, place, say('digest.said.recorded', { ...about, ...event }));
};

/** "Registrér": records what was shown; case, role and entry are looked up anew. */
export const recordDone = (talking: Talking, data: ClickData<'digest-record'>): Promise<Answer> =>
  atDigest(talking, data.digest, async (place) => {
    const given = dayGiven(talking, data.on);
    if ('wrong' in given) return digestAnew(talking, place, given.wrong);
    const { open: key } = data;
    if (key.about === 'matter') return recordAnswered(talking, place, key, given.on);
    const type = EVENT_TYPES.find((one) => one === data.type);
    // Nothing was chosen: the card asks again.
    if (type === undefined) return checkDone(talking, { ...data, entry: keyOf(key) });
    return recordCase(talking, place, key, { type, on: given.on });
  });
