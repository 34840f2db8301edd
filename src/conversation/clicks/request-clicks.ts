import type { Click } from '../assistant.ts';
import { faceFor, requestCard, requestSurroundings } from '../request-card.ts';
import type { Answer, Talking } from '../services.ts';
import type { ClickData } from './click-data.ts';
import { clickRefusal, ownChat, requestRefusal } from './refusals.ts';

/** "Anmod om godkendelse": puts the request; the card becomes the request's card, from the asker's side. */
export const putRequest = async (
  talking: Talking,
  { decisionId }: ClickData<'request-approval'>,
  { messageId }: Click,
): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  if (!personal) return ownChat(talking);
  const read = await services.receipts.read(turn.person.municipality, decisionId);
  // The rules were asked about a date nobody gave: that is no answer to put a request on, whatever the card looks like.
  if ((read?.facts?.assumed ?? []).length > 0) return clickRefusal(talking, 'assumed');
  const place = messageId === undefined ? undefined : { conversationId: turn.conversation.id, activityId: messageId };
  const put = await services.requests.ask(turn.person, decisionId, { ...(place !== undefined && { place }) });
  if (put.outcome === 'refused') return requestRefusal(talking, put);
  const { item, request } = put;
  const around = await requestSurroundings(services, item.municipality, turn.today);
  const said = put.outcome === 'already-open' ? { note: say('request.already-open') } : {};
  return {
    view: requestCard(around, item, request, 'asker', turn.person, turn.language, said),
    talk: { lastIntent: 'request-approval', caseId: item.id, pending: null, asked: null },
  };
};

/** "Godkend" and "Afvis". Whose click it is and what they may sign is looked up now; the card only names the request. */
export const settleRequest = async (
  talking: Talking,
  { requestId, revision, reason }: ClickData<'settle'>,
  answer: 'approved' | 'declined',
): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  if (!personal) return ownChat(talking);
  const { municipality } = turn.person;
  const given = reason === undefined || reason === '' ? {} : { reason };
  const settled = await services.requests.answer(turn.person, { municipality, requestId, revision, answer, ...given });
  if (settled.outcome === 'refused') return requestRefusal(talking, settled);
  const { item, request } = settled;
  const around = await requestSurroundings(services, item.municipality, turn.today);
  const face = faceFor(around, item, request, turn.person);
  const said = settled.outcome === 'already' ? { note: say('request.already-answered') } : {};
  return { view: requestCard(around, item, request, face, turn.person, turn.language, said) };
};
