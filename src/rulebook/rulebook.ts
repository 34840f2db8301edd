import type { Source } from '../contract/decision.ts';
import type { OfferKind, QuestionKind } from '../contract/vocabulary.ts';
import type { Bilingual } from './judgement.ts';

/** What becomes of an entry of the plan: it is evaluated, shown as advice, followed as a figure, or only listed. */
export type Standing = 'evaluated' | 'reminder' | 'target' | 'not-evaluated';

/** What everyone may know of a rule: what it says and where it stands. */
export interface RuleInfo {
  id: string;
  standing: Standing;
  /** Why it is not evaluated. */
  why?: Bilingual;
  statement: Bilingual;
  source: Source;
  /** How an ambiguity of the source is read, and why. */
  reading?: string;
  /** The questions it speaks to; `deadlines` for a clock. */
  questions: QuestionKind[];
  /** The kinds of offer it is about; empty: any, or none. */
  offerKinds: OfferKind[];
  /** Words it is found by ("mentor", "autisme"), besides those of its statement. */
  keywords: string[];
  /** The parameters it reads, with their values today. */
  parameters: { name: string; value: Bilingual; list: boolean; reference: string }[];
}
