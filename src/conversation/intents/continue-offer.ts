import { OFFER_KINDS } from '../../contract/vocabulary.ts';
import { answerQuestion } from '../answer-question.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import { resolveOffer } from '../resolve/resolve-offer.ts';
import type { Handler } from '../services.ts';
import { readingOf } from './common.ts';
import { couldBeMeant } from './extend-offer.ts';

/** "Skal jeg stoppe …": whether a running offer can go on. */
export const continueOffer: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked, couldBeMeant(talking, asked));
  if ('answer' in resolved) return resolved.answer;
  const chosen = resolveOffer(talking, asked, resolved, OFFER_KINDS);
  if ('answer' in chosen) return chosen.answer;
  const question = { kind: 'continue-offer' as const, offerId: chosen.offer.id };
  return answerQuestion(talking, resolved.item, question, { reading: readingOf(talking, asked, resolved) });
};
