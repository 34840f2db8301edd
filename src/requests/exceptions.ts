import type { Case, SignOff } from '../contract/case.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import { type Bench, judgementOf } from './bench.ts';
import { needsOf } from './needs.ts';
import type { Need } from './request.ts';
import type { RequestQuestion } from './request-question.ts';
import { withSignOffs } from './sign-offs.ts';

/** An approved exception to each of the rules, as it would stand in the case. */
const supposed = (needs: Need[], question: RequestQuestion, today: string): SignOff[] => {
  const forEnd = question.kind === 'extend-offer' ? question.until : undefined;
  return needs.flatMap(({ rule, roles: [role] }) =>
    role === undefined
      ? []
      : [
          {
            rule,
            by: 'supposed',
            role,
            on: today,
            answer: 'approved' as const,
            reason: 'supposed',
            ...(forEnd !== undefined && { forEnd }),
          },
        ],
  );
};

/** What an exception from a no would take, and what the answer would be with it. */
export interface Lifting {
  /** The individual assessments that lift the no; none for an answer that is no no. */
  exceptions: Need[];
  /** The answer were they given. */
  then: Judgement;
}

/**
 * Lifts every rule that says no, and those that say no once these are lifted. `undefined` where that cannot be: nobody
 * may make an exception, it does not help, or there is no end date to make it for.
 */
export const lifting = (record: Case, question: RequestQuestion, today: string, bench: Bench): Lifting | undefined => {
  if (question.kind === 'extend-offer' && question.until === undefined) return undefined;
  const exceptions: Need[] = [];
  for (;;) {
    const supposing = withSignOffs({ record, question }, supposed(exceptions, question, today));
    const then = judgementOf(supposing.record, supposing.question, today, bench);
    if (then === undefined) return undefined;
    if (then.outcome !== 'denied') return { exceptions, then };
    const roles = then.individualAssessment?.roles.toSorted() ?? [];
    const lifted = new Set(exceptions.map(({ rule }) => rule));
    const forbidding = new Set(then.findings.flatMap(({ rule, effect }) => (effect === 'forbids' ? rule : [])));
    const more = [...forbidding].filter((rule) => !lifted.has(rule));
    if (roles.length === 0 || more.length === 0) return undefined;
    exceptions.push(...more.map((rule): Need => ({ rule, form: 'assessment', roles, exception: true })));
  }
};

/**
 * The sign-offs that make a no a yes: the exceptions, and the approvals needed besides. None where they would not settle
 * it: facts are missing, or something has to be done first.
 */
export const exceptionNeeds = (record: Case, question: RequestQuestion, today: string, bench: Bench): Need[] => {
  const lifted = lifting(record, question, today, bench);
  if (lifted === undefined) return [];
  const { exceptions, then } = lifted;
  return then.outcome === 'allowed' || then.outcome === 'needs-approval' ? [...exceptions, ...needsOf(then)] : [];
};

/** The rules whose sign-off the case's own caseworker may give: for a no, those it would take with the exceptions made. */
export const ownCaseworkerMay = (
  record: Case,
  question: RequestQuestion,
  judgement: Judgement | undefined,
  today: string,
  bench: Bench,
): string[] => {
  const then = judgement?.outcome === 'denied' ? lifting(record, question, today, bench)?.then : judgement;
  return then?.ownCaseworkerMay ?? [];
};
