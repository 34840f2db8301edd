import type { Question } from '../contract/question.ts';
import { lastQuestion } from './intents/common.ts';
import type { Talking } from './services.ts';
import type { Asked } from './talk.ts';
import type { Intent } from './understanding/intents.ts';
import type { Entities, Understanding } from './understanding/understanding.ts';

/** Questions about what is in the case: another price or other hours can only be supposed. */
const aboutTheCase: ReadonlySet<Intent> = new Set(['extend-offer', 'continue-offer', 'deadlines', 'next-step']);

const saysWhen = ({ until, date, period, weeks, months }: Entities): boolean =>
  [until, date, period, weeks, months].some((said) => said !== undefined);

/** The end that was asked about carries on to another case or offer. */
const withEnd = (entities: Entities, question: Question | undefined): Entities =>
  question?.kind !== 'extend-offer' || question.until === undefined || saysWhen(entities)
    ? entities
    : { ...entities, until: question.until };

/** A question as it goes on with the talk before: "og for Mikkel?" asks the same again, with what the sentence changes. */
export const goOn = async (talking: Talking, asked: Asked, { goingOn }: Understanding): Promise<Asked> => {
  const { intent, entities } = asked;
  if (intent === 'what-if') return { ...asked, waits: goingOn.waits };
  if (!goingOn.carried) return asked;
  const { price, hours } = entities;
  if (aboutTheCase.has(intent) && !goingOn.states && (price !== undefined || hours !== undefined))
    return { ...asked, intent: 'what-if' };
  const { other } = goingOn;
  const about = { ...asked, ...(other === undefined ? {} : { other }) };
  const moves = entities.citizen ?? entities.caseId ?? entities.offer ?? entities.offerId ?? other;
  if (intent !== 'extend-offer' || moves === undefined) return about;
  return { ...about, entities: withEnd(entities, (await lastQuestion(talking))?.question) };
};
