import { requestIn } from '../../requests/request-in.ts';
import type { Asking } from '../../requests/requests.ts';
import { seenCase } from '../access.ts';
import type { Click } from '../assistant.ts';
import { faceFor, requestCard, requestSurroundings } from '../request-card.ts';
import { namedBy } from '../../receipts/decision-id.ts';
import { requestOutline } from '../intents/request-status.ts';
import type { Answer, Talking } from '../services.ts';
import type { ClickData } from './click-data.ts';
import { clickRefusal, ownChat, requestRefusal } from './refusals.ts';

/** Puts a request on an answer; the clicked card becomes the request's card, from the asker's side. */
export const putOn = async (
  talking: Talking,
  decisionId: string,
  messageId: string | undefined,
  asking: Omit<Asking, 'place'> = {},
): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  if (!personal) return ownChat(talking);
  const read = await services.receipts.read(turn.person.municipality, decisionId);
  // The rules were asked about a date nobody gave: that is no answer to put a request on, whatever the card looks like.
  // Of a case one may not see not even that is told.
  const assumed = (read?.facts?.assumed ?? []).length > 0;
  if (read !== undefined && assumed && (await seenCase(talking, read.receipt.caseId)) !== undefined)
    return clickRefusal(talking, 'assumed');
  const place = messageId === undefined ? undefined : { conversationId: turn.conversation.id, activityId: messageId };
  const put = await services.requests.ask(turn.person, decisionId, {
    ...asking,
    ...(place !== undefined && { place }),
  });
  if (put.outcome === 'refused') return requestRefusal(talking, put);
  const { item, request } = put;
  const around = await requestSurroundings(services, item.municipality, turn.today);
  const said = put.outcome === 'already-open' ? { note: say('request.already-open') } : {};
  return {
    view: requestCard(around, item, request, 'asker', turn.person, turn.language, said),
    talk: { lastIntent: 'request-approval', caseId: item.id, pending: null, asked: null },
  };
};

/** "Anmod om godkendelse" */
export const putRequest = (
  talking: Talking,
  { decisionId }: ClickData<'request-approval'>,
  { messageId }: Click,
): Promise<Answer> => putOn(talking, decisionId, messageId);

/** "Godkend" and "Afvis". Whose click it is and what they may sign is looked up now; the card only names the request. */
export const settleRequest = async (
  talking: Talking,
  { requestId, revision, signs, reason }: ClickData<'settle'>,
  answer: 'approved' | 'declined',
): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  if (!personal) return ownChat(talking);
  const { municipality } = turn.person;
  const given = { ...(reason !== undefined && { reason }), ...(signs !== undefined && { signs }) };
  const settled = await services.requests.answer(turn.person, { municipality, requestId, revision, answer, ...given });
  if (settled.outcome === 'refused') return requestRefusal(talking, settled);
  const { item, request } = settled;
  const around = await requestSurroundings(services, item.municipality, turn.today);
  const face = faceFor(around, item, request, turn.person);
  const said = settled.outcome === 'already' ? { note: say('request.already-answered') } : {};
  return { view: requestCard(around, item, request, face, turn.person, turn.language, said) };
};

/** "Træk anmodningen tilbage": only whoever asked, and only while it is open. */
export const withdrawRequest = async (talking: Talking, { requestId }: ClickData<'withdraw'>): Promise<Answer> => {
  const { services, turn, personal } = talking;
  if (!personal) return ownChat(talking);
  const taken = await services.requests.withdraw(turn.person, { municipality: turn.person.municipality, requestId });
  if (taken.outcome === 'refused') return requestRefusal(talking, taken);
  const around = await requestSurroundings(services, taken.item.municipality, turn.today);
  return { view: requestCard(around, taken.item, taken.request, 'asker', turn.person, turn.language) };
};

/** A request as it stands now, for whoever looks at its card; where others read along, its state and the reader's part. */
export const showRequest = async (talking: Talking, { requestId }: ClickData<'show-request'>): Promise<Answer> => {
  const { services, turn, personal } = talking;
  const named = namedBy(requestId);
  const found = named?.municipality === turn.person.municipality ? await seenCase(talking, named.caseId) : undefined;
  const request = found === undefined ? undefined : await requestIn(services.store, found.item, requestId);
  if (found === undefined || request === undefined)
    return requestRefusal(talking, { outcome: 'refused', why: 'unknown' });
  const { item } = found;
  const around = await requestSurroundings(services, item.municipality, turn.today);
  if (!personal) return { view: requestOutline(talking, around, { item, request }) };
  const face = faceFor(around, item, request, turn.person);
  return { view: requestCard(around, item, request, face, turn.person, turn.language) };
};
