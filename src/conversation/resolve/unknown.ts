import { messageView } from '../views/message-view.ts';
import { nothingSettled } from '../nothing-settled.ts';
import type { Answer, Talking, TalkChange } from '../services.ts';
import type { Asked } from '../talk.ts';

/** The question waits for its case: whoever corrects number or name need not ask it again. Only in the own chat. */
const waiting = ({ personal, services }: Talking, asked: Asked): { talk: TalkChange } => {
  const { caseId: _, citizen: _citizen, ...entities } = asked.entities;
  const { caseId: _picked, ...picked } = asked.picked;
  const pending = { ...asked, entities, picked, id: services.ids() };
  return {
    talk: personal ? { ...nothingSettled, lastIntent: asked.intent, asked: 'caseId', pending } : nothingSettled,
  };
};

/** The answer to a case number that does not exist, or that the asker may not see: the same words for both. */
export const unknownCase = (talking: Talking, asked: Asked, caseId: string): Answer => ({
  view: messageView('?', talking.say('talk.unknown-case', { case: caseId }), {
    paragraphs: [talking.say('talk.unknown-case-text')],
  }),
  notFound: caseId,
  ...waiting(talking, asked),
});

/** The answer to a citizen nobody the asker may see is called; without the name where others read along. */
export const unknownCitizen = (talking: Talking, asked: Asked, name: string): Answer => ({
  view: messageView('?', talking.say('talk.unknown-citizen'), {
    ...(talking.personal ? { about: name } : {}),
    paragraphs: [talking.say('talk.unknown-citizen-text')],
  }),
  notFound: name,
  ...waiting(talking, asked),
});
