import type { CaseItem } from '../cases/case-item.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { ReceiptFacts } from '../receipts/receipt.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { type Bench, judgementOf } from './bench.ts';
import { exceptionNeeds } from './exceptions.ts';
import { isException, needsOf, sameNeeds } from './needs.ts';
import type { ApprovalRequest, Need } from './request.ts';
import type { RequestQuestion } from './request-question.ts';
import { unsigned } from './sign-offs.ts';

/** What a request is pinned to: the case as it stood when its decision was made, and the catalogue of that day. */
export type Pinned = Pick<ReceiptFacts, 'record' | 'catalogue'>;

/** The facts whose value is another than before, by path. */
const changedFacts = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => canonicalJson([before[path]]) !== canonicalJson([after[path]]))
    .toSorted();

/**
 * The facts that an answer given today reads otherwise than it would in the case as it stood; `undefined` when that
 * cannot be told, because the case as it stood has been purged or its question makes no sense any more. Both are judged for
 * the same day: that a day has passed is no change that anybody need decide on again.
 */
export const changedSince = (
  pinned: Pinned | undefined,
  now: Judgement,
  question: RequestQuestion,
  bench: Bench,
): string[] | undefined => {
  if (pinned === undefined) return undefined;
  const { record, catalogue } = pinned;
  const then = judgementOf(record, question, now.inquiry.today, { ...bench, catalogue });
  return then && changedFacts(then.reads, now.reads);
};

/**
 * An open request held against the facts and rules of today.
 * `holds`: it is still about the facts it was pinned to, and needs the same sign-offs.
 * `moved`: it can still be approved, but the facts (those in `changed`) or the sign-offs it needs are others.
 * `overtaken`: no sign-off would settle it any more – the rules say no (where no exception was asked for), ask for more,
 * or need nobody's approval now.
 */
export type Review =
  | { state: 'holds'; judgement: Judgement }
  | { state: 'moved'; judgement: Judgement; needs: Need[]; changed: string[] }
  | { state: 'overtaken'; judgement?: Judgement };

/** Reviews an open request; its own sign-offs are left out, they are not what it was decided on. */
export const reviewOf = (
  item: CaseItem,
  request: ApprovalRequest,
  pinned: Pinned | undefined,
  today: string,
  bench: Bench,
): Review => {
  const { record, question } = unsigned({ record: item.record, question: request.question }, request);
  const judgement = judgementOf(record, question, today, bench);
  if (judgement === undefined) return { state: 'overtaken' };
  const excepting = judgement.outcome === 'denied' && isException(request);
  const needs = excepting ? exceptionNeeds(record, question, today, bench) : needsOf(judgement);
  if (needs.length === 0) return { state: 'overtaken', judgement };
  const changed = changedSince(pinned, judgement, question, bench);
  if (changed?.length === 0 && sameNeeds(needs, request.needs)) return { state: 'holds', judgement };
  return { state: 'moved', judgement, needs, changed: changed ?? [] };
};
