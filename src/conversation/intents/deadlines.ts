import { answerQuestion } from '../answer-question.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Handler } from '../services.ts';
import { readingOf } from './common.ts';

/** "Hvilke frister er der i …": what is due in one case. */
export const deadlines: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  return answerQuestion(
    talking,
    resolved.item,
    { kind: 'deadlines' },
    { reading: readingOf(talking, asked, resolved) },
  );
};
