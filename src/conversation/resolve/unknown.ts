import { messageView } from '../views/message-view.ts';
import type { Answer, Talking } from '../services.ts';

/** The answer to a case number that does not exist, or that the asker may not see: the same words for both. */
export const unknownCase = ({ say }: Talking, caseId: string): Answer => ({
  view: messageView('?', say('talk.unknown-case', { case: caseId }), { paragraphs: [say('talk.unknown-case-text')] }),
});

/** The answer to a citizen nobody the asker may see is called; without the name where others read along. */
export const unknownCitizen = ({ say, personal }: Talking, name: string): Answer => ({
  view: messageView('?', say('talk.unknown-citizen'), {
    ...(personal ? { about: name } : {}),
    paragraphs: [say('talk.unknown-citizen-text')],
  }),
});
