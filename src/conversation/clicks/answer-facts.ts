import { givenFacts } from '../facts/given-facts.ts';
import type { Answer, Talking } from '../services.ts';
import { takeFacts } from '../take-facts.ts';
import { wordingOf } from '../views/case-line.ts';
import type { ClickData } from './click-data.ts';

/** The inputs of a decision's card, sent: each is checked by its fact's type, and only what the card asked for is taken. */
export const answerFacts = (talking: Talking, data: ClickData<'answer-facts'>): Promise<Answer> => {
  const { decisionId, ...inputs } = data;
  const given = givenFacts(inputs, wordingOf(talking));
  return takeFacts(talking, { decisionId, given, onlyAsked: true, said: [] });
};
