import { answerAsked } from '../answer-asked.ts';
import type { Answer, Talking } from '../services.ts';
import type { Picked } from '../talk.ts';
import type { ClickData } from './click-data.ts';
import { clickRefusal } from './refusals.ts';

/** A choice on a card: goes on with the question that waits in this person's talk, and only with that one. */
export const choose = (talking: Talking, data: ClickData<'choose'>): Promise<Answer> | Answer => {
  const { pending } = talking.talk;
  if (pending === undefined || pending.id !== data.pending) return clickRefusal(talking, 'old-choice');
  const { id: _, ...waiting } = pending;
  const { caseId, offerId, catalogueItem, intent } = data;
  const picked: Picked = {
    ...pending.picked,
    ...(caseId === undefined ? {} : { caseId }),
    ...(offerId === undefined ? {} : { offerId }),
    ...(catalogueItem === undefined ? {} : { catalogueItem }),
  };
  const meant = intent ?? pending.intent;
  return answerAsked(talking, { ...waiting, intent: meant, picked });
};
