import type { Case, SignOff } from '../contract/case.ts';
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

/**
 * The sign-offs that would make a no a yes: an individual assessment for every rule that says no, and for those that
 * say no once these are lifted, and the approvals needed besides. Empty where they would not settle it: facts are
 * missing or something has to be done first, or there is no end date to make an exception for.
 */
export const exceptionNeeds = (record: Case, question: RequestQuestion, today: string, bench: Bench): Need[] => {
  if (question.kind === 'extend-offer' && question.until === undefined) return [];
  const exceptions: Need[] = [];
  for (;;) {
    const supposing = withSignOffs({ record, question }, supposed(exceptions, question, today));
    const judgement = judgementOf(supposing.record, supposing.question, today, bench);
    if (judgement === undefined) return [];
    if (judgement.outcome !== 'denied') {
      const settled = judgement.outcome === 'allowed' || judgement.outcome === 'needs-approval';
      return settled ? [...exceptions, ...needsOf(judgement)] : [];
    }
    const roles = judgement.individualAssessment?.roles.toSorted() ?? [];
    const lifted = new Set(exceptions.map(({ rule }) => rule));
    const forbidding = new Set(judgement.findings.flatMap(({ rule, effect }) => (effect === 'forbids' ? rule : [])));
    const more = [...forbidding].filter((rule) => !lifted.has(rule));
    if (roles.length === 0 || more.length === 0) return [];
    exceptions.push(...more.map((rule): Need => ({ rule, form: 'assessment', roles, exception: true })));
  }
};
