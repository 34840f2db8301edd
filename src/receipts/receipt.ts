import type { Outcome } from '../contract/decision.ts';
import type { Question } from '../contract/question.ts';
import type { Case, CatalogueItem } from '../contract/case.ts';

/** What was answered, by which rules; it stays when personal facts are purged. Created once, never changed. */
export interface Receipt {
  /** The decision id, `municipality~case~unique`: it names its partition. */
  id: string;
  municipality: string;
  caseId: string;
  /** ISO instant, and the civil reference date of the answer. */
  at: string;
  today: string;
  askedBy: string;
  rulebook: { municipality: string; version: string; hash: string };
  outcome: Outcome;
  findings: { rule: string; effect: string }[];
  /** Keyed hash of the facts that were read. */
  factsHash: string;
  /** Keyed hash of the rest of the answer: approvals, missing facts, what to do, dates, steps. */
  answerHash: string;
}

/** The personal part of a receipt: what it takes to compute the same answer again. A purge deletes it. */
export interface ReceiptFacts {
  id: string;
  municipality: string;
  caseId: string;
  question: Question;
  /** Each fact the rules read, by path, and its value. */
  reads: Record<string, unknown>;
  /** The record as it stood, without CPR number. */
  record: Case;
  catalogue: CatalogueItem[];
  /** Paths of the facts that the answer's card asked for; no other is taken from it. */
  asked?: string[];
  /** Paths of the facts of the question that were only assumed; no request before they are given. */
  assumed?: string[];
}

/** What an answer's card asks its reader for. */
export type Asks = Pick<ReceiptFacts, 'asked' | 'assumed'>;
