import type { CaseItem } from '../cases/case-item.ts';
import { type Lifting, lifting } from '../requests/exceptions.ts';
import { isRequestQuestion, pinned } from '../requests/request-question.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { Talking } from './services.ts';

/** What an exception from this answer would take, if it is a no and somebody can make one. */
export const liftingOf = (
  { services, turn, catalogue }: Pick<Talking, 'services' | 'turn' | 'catalogue'>,
  { record }: CaseItem,
  judged: Judgement,
): Lifting | undefined => {
  const { question } = judged.inquiry;
  if (judged.outcome !== 'denied' || !isRequestQuestion(question)) return undefined;
  return lifting(record, pinned(question, judged), turn.today, { judge: services.judge, catalogue });
};
