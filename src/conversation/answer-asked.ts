import { handlers } from './handlers.ts';
import { nothingSettled } from './nothing-settled.ts';
import type { Answer, Talking, TalkChange } from './services.ts';
import type { Asked } from './talk.ts';
import type { Intent } from './understanding/intents.ts';

const onCases: readonly Intent[] = [
  'start-offer',
  'extend-offer',
  'continue-offer',
  'deadlines',
  'next-step',
  'case',
  'record-event',
];
const lookups: readonly Intent[] = ['rule', 'tier', 'catalogue', 'targets', 'segment-report', 'agenda', 'overdue'];

/** What a question that got no answer leaves of the talk: not the question before it, and of a case not that one's either. */
const leftAfter = (intent: Intent): TalkChange | undefined => {
  if (onCases.includes(intent)) return nothingSettled;
  return lookups.includes(intent) ? { lastIntent: null, asked: null, pending: null } : undefined;
};

/**
 * Answers a question by its handler. One that got no answer – the case is not found, or not the asker's to ask about –
 * leaves nothing to go on with: what is said next is not about the question before it.
 */
export const answerAsked = async (talking: Talking, asked: Asked): Promise<Answer> => {
  const answered = await handlers[asked.intent](talking, asked);
  const left = typeof answered.talk?.lastIntent === 'string' ? undefined : leftAfter(asked.intent);
  return left === undefined ? answered : { ...answered, talk: { ...left, ...answered.talk } };
};
