import type { CaseItem } from '../cases/case-item.ts';
import type { Judge } from '../cases/judge.ts';
import type { Case, CatalogueItem } from '../contract/case.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import { factsHash } from '../receipts/facts-hash.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { needsOf, sameNeeds } from './needs.ts';
import type { ApprovalRequest } from './request.ts';
import { type RequestQuestion, stands } from './request-question.ts';
import { unsigned } from './sign-offs.ts';

/** What judging takes besides the case: the rules, the catalogue they read, and the key of the facts' hash. */
export interface Bench {
  judge: Judge;
  catalogue: CatalogueItem[];
  key: string;
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

/**
 * An open request held against the facts and rules of today.
 * `holds`: it is still about the facts it was pinned to, and needs the same sign-offs.
 * `moved`: it can still be approved, but the facts or the sign-offs it needs are others.
 * `overtaken`: no sign-off would settle it any more – the rules say no, ask for more, or need nobody's approval now.
 */
export type Review =
  | { state: 'holds'; judgement: Judgement }
  | { state: 'moved'; judgement: Judgement }
  | { state: 'overtaken'; judgement?: Judgement };

/**
 * Reviews a request. The facts are compared by judging for the day it was pinned on: a day that has passed makes rules
 * read other facts, and that alone is no change that anybody need decide on again.
 */
export const reviewOf = (item: CaseItem, request: ApprovalRequest, today: string, bench: Bench): Review => {
  const { record, question } = unsigned({ record: item.record, question: request.question }, request);
  const judgement = judgementOf(record, question, today, bench);
  if (judgement === undefined) return { state: 'overtaken' };
  const needs = needsOf(judgement);
  if (needs.length === 0) return { state: 'overtaken', judgement };
  const then = today === request.judgedOn ? judgement : judgementOf(record, question, request.judgedOn, bench);
  const sameFacts = then !== undefined && factsHash(then.reads, bench.key) === request.factsHash;
  return { state: sameFacts && sameNeeds(needs, request.needs) ? 'holds' : 'moved', judgement };
};

/** The facts whose value is another than before, by path; what the question itself says is not a fact. */
export const changedFacts = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => !path.startsWith('question.') && canonicalJson([before[path]]) !== canonicalJson([after[path]]))
    .toSorted();
