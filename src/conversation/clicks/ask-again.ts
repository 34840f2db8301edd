import { seenCase } from '../access.ts';
import { answerQuestion } from '../answer-question.ts';
import type { Answer, Talking } from '../services.ts';
import { fits, hasOffer } from '../take-facts.ts';
import type { ClickData } from './click-data.ts';
import { clickRefusal } from './refusals.ts';

/** The question of an earlier answer again, on the case as it is now. */
export const askAgain = async (talking: Talking, { decisionId }: ClickData<'ask-again'>): Promise<Answer> => {
  const { services, turn } = talking;
  const read = await services.receipts.read(turn.person.municipality, decisionId);
  const found = read?.facts === undefined ? undefined : await seenCase(talking, read.receipt.caseId);
  if (read?.facts === undefined || found === undefined) return clickRefusal(talking, 'unknown-decision');
  const { question, assumed = [] } = read.facts;
  if (!hasOffer(question, found.item) || !fits(question, found.item)) return clickRefusal(talking, 'offer-gone');
  return answerQuestion(talking, found.item, question, { reading: [], assumed });
};
