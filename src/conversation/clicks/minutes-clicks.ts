import { createHash } from 'node:crypto';
import { namedBy } from '../../receipts/decision-id.ts';
import { requestsToDiscuss } from '../../requests/to-discuss.ts';
import { LONGEST_REASON } from '../../requests/weigh.ts';
import { seenCase } from '../access.ts';
import { mineToGive, toRecord } from '../discussions.ts';
import { agendaFrom } from '../intents/agenda.ts';
import { requestSurroundings, type RequestSurroundings } from '../request-card.ts';
import type { Answer, Talking } from '../services.ts';
import type { MinutesItem } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import type { ClickData } from './click-data.ts';
import { type Discussed, MINUTES_PAGE, minutesCheck, minutesForm } from './minutes-card.ts';
import { minutesResults, type Recorded } from './minutes-results.ts';
import { clickRefusal, ownChat } from './refusals.ts';

const aroundOf = ({ services, turn }: Talking): Promise<RequestSurroundings> =>
  requestSurroundings(services, turn.person.municipality, turn.today);

/** "Vis de næste": another page of the agenda, as it stands now. */
export const showAgenda = (talking: Talking, data: ClickData<'show-agenda'>): Promise<Answer> => {
  const { from, team, meetingFrom, meetingTo } = data;
  return agendaFrom(talking, {
    from,
    ...(team === undefined ? {} : { team }),
    ...(meetingFrom === undefined || meetingTo === undefined ? {} : { meeting: { from: meetingFrom, to: meetingTo } }),
  });
};

/** "Skriv referat": what the person may record a discussion of, to be marked. */
export const writeMinutes = async (talking: Talking, { from, team }: ClickData<'write-minutes'>): Promise<Answer> => {
  const { say, personal } = talking;
  if (!personal) return ownChat(talking);
  const around = await aroundOf(talking);
  const all = await toRecord(talking, around, team);
  if (all.length === 0)
    return {
      view: messageView('i', say('agenda.minutes.none'), { paragraphs: [say('agenda.minutes.none-text')] }),
    };
  const discussed = all.map((one) => ({ one, mine: mineToGive(talking, around, one) }));
  // What has been recorded meanwhile is no longer there, so a page may lie behind the last one.
  return { view: minutesForm(talking, discussed, { from: from < all.length ? from : 0, team }) };
};

/** What was marked as discussed, in the order of the card. */
const markedOn = (data: ClickData<'check-minutes'>): MinutesItem[] =>
  Array.from({ length: MINUTES_PAGE }, (_, index) => index + 1).flatMap((number): MinutesItem[] => {
    const [requestId, answer] = [data[`request${number}`], data[`outcome${number}`]];
    const revision = Number(data[`revision${number}`]);
    if (typeof requestId !== 'string' || !Number.isInteger(revision)) return [];
    if (answer !== 'approved' && answer !== 'declined') return [];
    const typed = data[`reason${number}`];
    const reason = typeof typed === 'string' ? typed.trim() : '';
    return [{ requestId, revision, answer, ...(answer === 'declined' && reason !== '' && { reason }) }];
  });

/** The number of the case a request is in; the request itself may be nobody's. */
export const caseNumberOf = ({ requestId }: MinutesItem): string => namedBy(requestId)?.caseId ?? requestId;

/** What is wrong with what was filled in, if anything is. */
const wrongWith = ({ say }: Talking, marked: MinutesItem[]): string | undefined => {
  if (marked.length === 0) return say('agenda.minutes.wrong.nothing');
  const numbers = (of: MinutesItem[]): string => [...new Set(of.map(caseNumberOf))].join(', ');
  const without = marked.filter(({ answer, reason }) => answer === 'declined' && reason === undefined);
  if (without.length > 0) return say('agenda.minutes.wrong.reason-missing', { cases: numbers(without) });
  const long = marked.filter(({ reason = '' }) => reason.length > LONGEST_REASON);
  return long.length > 0
    ? say('agenda.minutes.wrong.reason-too-long', { max: LONGEST_REASON, cases: numbers(long) })
    : undefined;
};

type Looked = { discussed: Discussed } | { left: 'gone' | 'stale' | 'not-entitled' };

/** The request of a marked item as it stands now, by our own data: the card may be old, or made up. */
const lookAt = async (talking: Talking, around: RequestSurroundings, item: MinutesItem): Promise<Looked> => {
  const { services, turn, catalogue } = talking;
  const found = await seenCase(talking, caseNumberOf(item));
  const open =
    found === undefined ? [] : requestsToDiscuss(found.item, turn.today, { judge: services.judge, catalogue });
  const one = open.find(({ request }) => request?.id === item.requestId);
  if (one?.request === undefined) return { left: 'gone' };
  if (one.request.revision !== item.revision) return { left: 'stale' };
  const mine = mineToGive(talking, around, one);
  return mine.length === 0 ? { left: 'not-entitled' } : { discussed: { one, mine } };
};

/** The same minutes have the same id, so that a click delivered twice leaves one draft. */
const draftId = (items: MinutesItem[]): string =>
  createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 22);

/** "Se, hvad der bliver registreret": the card below the filled-in one; nothing is recorded yet. */
export const checkMinutes = async (talking: Talking, data: ClickData<'check-minutes'>): Promise<Answer> => {
  const { say, personal } = talking;
  if (!personal) return ownChat(talking);
  const items = markedOn(data);
  const wrong = wrongWith(talking, items);
  if (wrong !== undefined)
    return {
      view: messageView('!', say('agenda.minutes.wrong.title'), {
        tone: 'warning',
        paragraphs: [wrong, say('agenda.minutes.wrong.again')],
      }),
    };
  const around = await aroundOf(talking);
  const looked = await Promise.all(items.map(async (item) => ({ item, ...(await lookAt(talking, around, item)) })));
  const marked = looked.flatMap((one) => ('discussed' in one ? [{ item: one.item, discussed: one.discussed }] : []));
  const left = looked.flatMap((one) =>
    'left' in one ? [say(`agenda.minutes.left.${one.left}`, { case: caseNumberOf(one.item) })] : [],
  );
  const draft = marked.map(({ item }) => item);
  const id = draftId(draft);
  return {
    view: minutesCheck(talking, marked, left, id),
    ...(draft.length === 0 ? {} : { talk: { minutes: { id, items: draft } } }),
  };
};

/** One item of the minutes as one sign-off, by the same way and with the same checks as a click on the request. */
const recordItem = async ({ services, turn }: Talking, item: MinutesItem): Promise<Recorded> => {
  const { municipality } = turn.person;
  const caseId = caseNumberOf(item);
  try {
    const result = await services.requests.answer(turn.person, { municipality, form: 'discussion', ...item });
    return { item, caseId, result };
  } catch (err) {
    // The others are recorded all the same, and this one is told; the click can be repeated.
    services.log.problem('minutes-not-recorded', { municipality, case: caseId, err });
    return { item, caseId, result: { outcome: 'failed' } };
  }
};

/**
 * "Registrér drøftelserne": each item by itself, in the order of the card. The minutes stay in the talk, so a click
 * that is repeated does what is left: what was recorded is recognised by its key.
 */
export const recordMinutes = async (talking: Talking, { draft }: ClickData<'record-minutes'>): Promise<Answer> => {
  if (!talking.personal) return ownChat(talking);
  const { minutes } = talking.talk;
  if (minutes === undefined || minutes.id !== draft) return clickRefusal(talking, 'old-choice');
  const all: Recorded[] = [];
  for (const item of minutes.items) all.push(await recordItem(talking, item));
  return { view: minutesResults(talking, all, draft), talk: { lastIntent: 'agenda' } };
};
