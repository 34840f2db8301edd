import type { QuestionKind } from '../contract/vocabulary.ts';

/** Which part of what a caseworker is told is another one. */
export type Part = 'answer' | 'latest end' | 'steps' | 'deadline';

/** One thing that a case is told otherwise by the other version. It holds no name and nothing else of the citizen. */
export interface Change {
  caseId: string;
  question: QuestionKind;
  /** The offer that is asked about, or that the deadline belongs to. */
  offerId?: string;
  part: Part;
  /** The rules it is due to; the plan as a whole where no single rule is. */
  rules: string[];
  before: string;
  after: string;
  /** A yes that becomes a no, or a no that is none any longer. */
  turn?: 'to a no' | 'from a no';
}
