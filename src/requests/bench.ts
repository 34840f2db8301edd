import type { Judge } from '../cases/judge.ts';
import type { Case, CatalogueItem } from '../contract/case.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { type RequestQuestion, stands } from './request-question.ts';

/** What judging takes besides the case: the rules, and the catalogue they read. */
export interface Bench {
  judge: Judge;
  catalogue: CatalogueItem[];
}

/** The judgement of a question that still stands, under a rulebook that is in force. */
export const judgementOf = (
  record: Case,
  question: RequestQuestion,
  today: string,
  { judge, catalogue }: Bench,
): Judgement | undefined => {
  if (!stands(record, question)) return undefined;
  const judgement = judge(record, question, catalogue, today);
  return 'notBefore' in judgement ? undefined : judgement;
};
