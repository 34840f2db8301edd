import { offerSchema } from '../../contract/case.ts';
import { answerQuestion } from '../answer-question.ts';
import { nothingSettled } from '../nothing-settled.ts';
import { readAs } from '../read-dates.ts';
import { plannedOffer } from '../resolve/planned-offer.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Handler, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { lastQuestion, readingOf } from './common.ts';

const plannedBefore = async (talking: Talking) => {
  if (talking.talk.lastIntent !== 'start-offer') return undefined;
  const last = await lastQuestion(talking);
  return last?.question.kind === 'start-offer'
    ? { offer: last.question.offer, caseId: last.caseId, startAssumed: last.assumed.includes('offer.starts') }
    : undefined;
};

/** "Må jeg starte …": a planned offer, from the sentence or from the talk just before. */
export const startOffer: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  const planned = plannedOffer(talking, asked, item, await plannedBefore(talking));
  if ('answer' in planned) return planned.answer;
  const offer = offerSchema.safeParse(planned.offer);
  const { say } = talking;
  if (!offer.success)
    return {
      view: messageView('→', say('talk.impossible-offer'), { paragraphs: [say('talk.impossible-offer-text')] }),
      talk: { ...nothingSettled, lastIntent: 'start-offer', caseId: item.id },
    };
  const { price, hours } = asked.entities;
  const reading = [
    ...readingOf(talking, asked, resolved),
    ...readAs(talking, planned.dated),
    ...(price === undefined ? [] : [say('talk.read-price', { price })]),
    ...(hours === undefined ? [] : [say('talk.read-hours', { count: hours })]),
    ...(planned.startsGiven ? [] : [say('talk.start-assumed')]),
  ];
  const assumed = planned.startsGiven ? [] : ['offer.starts'];
  return answerQuestion(talking, item, { kind: 'start-offer', offer: offer.data }, { reading, assumed });
};
