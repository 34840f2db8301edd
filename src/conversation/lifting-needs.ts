import type { CaseItem } from '../cases/case-item.ts';
import { exceptionNeeds } from '../requests/exceptions.ts';
import type { Need } from '../requests/request.ts';
import { isRequestQuestion, pinned } from '../requests/request-question.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { Talking } from './services.ts';

/** The sign-offs that would make a no a yes; none where nobody can make an exception from it. */
export const liftingNeeds = ({ services, turn, catalogue }: Talking, item: CaseItem, judged: Judgement): Need[] => {
  const { question } = judged.inquiry;
  if (!isRequestQuestion(question)) return [];
  return exceptionNeeds(item.record, pinned(question, judged), turn.today, { judge: services.judge, catalogue });
};
