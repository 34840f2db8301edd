import type { CaseItem } from '../cases/case-item.ts';
import type { SignOff } from '../contract/case.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { ReceiptFacts } from '../receipts/receipt.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { type Bench, judgementOf } from './bench.ts';
import { exceptionNeeds, ownCaseworkerMay } from './exceptions.ts';
import { isException, needsOf, sameNeeds } from './needs.ts';
import type { ApprovalRequest, Need } from './request.ts';
import type { RequestQuestion } from './request-question.ts';
import { givenIn, withSignOffs } from './sign-offs.ts';

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
 * `holds`: it is still about the facts it was pinned to, needs the same sign-offs by the same day, and those given count.
 * `moved`: it can still be approved, but the facts (those in `changed`), the sign-offs or the day are others.
 * `late`: its last day is another now, and has passed.
 * `overtaken`: no sign-off would settle it any more – the rules say no (where no exception was asked for), ask for more,
 * or need nobody's approval now.
 */
export type Review =
  | ({ state: 'holds' } & Reviewed)
  | ({ state: 'moved'; needs: Need[]; expiresOn: string; changed: string[] } & Reviewed)
  | { state: 'late'; expiresOn: string }
  | { state: 'overtaken' };

/** The answer as it is today, and the rules whose sign-off the case's own caseworker may give. */
interface Reviewed {
  judgement: Judgement;
  ownMay: string[];
}

/** Whether what has been signed still counts: whoever signed may have become the case's own caseworker since. */
const stillCounts = ({ record }: CaseItem, request: ApprovalRequest, today: string, bench: Bench): boolean => {
  const given = givenIn(request);
  if (given.length === 0) return true;
  const signed = withSignOffs({ record, question: request.question }, given);
  const judgement = judgementOf(signed.record, signed.question, today, bench);
  const open = new Set(judgement?.approvals.flatMap(({ rule, status }) => (status === 'open' ? rule : [])));
  const no = new Set(judgement?.findings.flatMap(({ rule, effect }) => (effect === 'forbids' ? rule : [])));
  return given.every(({ rule }) => !open.has(rule) && !no.has(rule));
};

/** Whether these sign-offs are all it takes. Asked before a request is carried out, whatever was looked at before. */
export const settles = (
  { record }: CaseItem,
  { question }: ApprovalRequest,
  given: SignOff[],
  today: string,
  bench: Bench,
): boolean => {
  const signed = withSignOffs({ record, question }, given);
  return judgementOf(signed.record, signed.question, today, bench)?.outcome === 'allowed';
};

/** The last day as the rulebook names it today; a no that comes of that day having passed is asked about beyond it. */
const lastDayNow = ({ requestExpiresOn: named, outcome }: Judgement, request: ApprovalRequest, today: string): string =>
  named === undefined || (outcome === 'denied' && named < today) ? request.expiresOn : named;

/** Reviews an open request. */
export const reviewOf = (
  item: CaseItem,
  request: ApprovalRequest,
  pinned: Pinned | undefined,
  today: string,
  bench: Bench,
): Review => {
  const { record } = item;
  const { question } = request;
  const judgement = judgementOf(record, question, today, bench);
  if (judgement === undefined) return { state: 'overtaken' };
  const excepting = judgement.outcome === 'denied' && isException(request);
  const needs = excepting ? exceptionNeeds(record, question, today, bench) : needsOf(judgement);
  if (needs.length === 0) return { state: 'overtaken' };
  const expiresOn = lastDayNow(judgement, request, today);
  if (expiresOn < today) return { state: 'late', expiresOn };
  const reviewed = { judgement, ownMay: ownCaseworkerMay(record, question, judgement, today, bench) };
  const changed = changedSince(pinned, judgement, question, bench);
  const same = changed?.length === 0 && sameNeeds(needs, request.needs) && expiresOn === request.expiresOn;
  if (same && stillCounts(item, request, today, bench)) return { state: 'holds', ...reviewed };
  return { state: 'moved', ...reviewed, needs, expiresOn, changed: changed ?? [] };
};
