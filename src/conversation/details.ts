import type { View } from '../cards/views.ts';
import type { Reply, Turn } from './assistant.ts';
import type { Answer, Services, Talking } from './services.ts';
import { moveOn, recall, remember } from './talk-memory.ts';

type Recording = Services['receipts']['record'];

/** The services of one turn: a question that is answered twice, in short and in full, is one decision with one receipt. */
export const recordingOnce = (services: Services): Services => {
  const made = new Map<string, ReturnType<Recording>>();
  const record: Recording = (judged, person, asks) => {
    const key = JSON.stringify([judged.inquiry.case?.id, judged.inquiry.question]);
    const receipt = made.get(key) ?? services.receipts.record(judged, person, asks);
    made.set(key, receipt);
    return receipt;
  };
  return { ...services, receipts: { ...services.receipts, record } };
};

/** Where others read along: an answer about a case, or the question which case is meant, is told in part only. */
const isPartial = ({ personal }: Talking, { talk, withheld }: Answer): boolean =>
  !personal && (withheld === true || typeof talk?.caseId === 'string' || talk?.asked === 'caseId');

/** The talk of the own chat goes on from what was answered there, so that a follow-up is understood. */
const answerThere = async (
  talking: Talking,
  ownChat: string,
  answer: (talking: Talking) => Promise<Answer>,
): Promise<View> => {
  const turn: Turn = { ...talking.turn, conversation: { id: ownChat, type: 'personal' } };
  const { talk, stored } = await recall(talking.services, turn);
  const answered = await answer({ ...talking, turn, personal: true });
  if (answered.talk !== undefined) await remember(talking.services, moveOn(talk, answered.talk), stored);
  return answered.view;
};

/** What the own chat gets of an answer that others read only in part; nothing where there is no more to tell. */
export const withheldOf = async (
  talking: Talking,
  answered: Answer,
  answer: (talking: Talking) => Promise<Answer>,
): Promise<Pick<Reply, 'withheld'>> => {
  if (!isPartial(talking, answered)) return {};
  const { ownChat } = talking.turn;
  if (ownChat === undefined) return { withheld: {} };
  return { withheld: { details: await answerThere(talking, ownChat, answer) } };
};
