import { answerQuestion } from '../answer-question.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import type { Question } from '../../contract/question.ts';
import { offerOf } from '../views/wording.ts';
import { messageView } from '../views/message-view.ts';
import { lastQuestion, readingOf } from './common.ts';
import { caseButtons } from './show-case.ts';

const askFirst = (talking: Talking, item: CaseItem): Answer => ({
  view: messageView('?', talking.say('request.words.title'), {
    paragraphs: [talking.say('request.words.text')],
    actions: talking.personal ? caseButtons(talking, item) : [],
  }),
  talk: { caseId: item.id },
});

/** Whether it is a question that approval can be asked for, and its offer is still in the case. */
const stillStands = (question: Question, { record }: CaseItem): boolean =>
  question.kind === 'start-offer' ||
  (question.kind === 'extend-offer' && offerOf(question, record.offers ?? []) !== undefined);

/**
 * "Send den til godkendelse": words alone send nothing. The answer is shown again, judged anew, with the button that
 * puts the request; what it would be about is on the card.
 */
export const requestApproval: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  const last = await lastQuestion(talking);
  if (last === undefined || last.caseId !== item.id || !stillStands(last.question, item))
    return askFirst(talking, item);
  const reading = [...readingOf(talking, asked, resolved), talking.say('request.words.reading')];
  return answerQuestion(talking, item, last.question, { reading, assumed: last.assumed });
};
