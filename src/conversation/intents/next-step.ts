import { answerQuestion } from '../answer-question.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Handler } from '../services.ts';
import { readingOf } from './common.ts';

/** "Hvad er næste skridt for …": the plan's order of means, what is due and what runs. */
export const nextStep: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  return answerQuestion(
    talking,
    resolved.item,
    { kind: 'next-step' },
    { reading: readingOf(talking, asked, resolved) },
  );
};
