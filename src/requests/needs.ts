import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { Need } from './request.ts';

/** The sign-offs a request must gather; none unless sign-offs are all that is missing. */
export const needsOf = (judgement: Judgement): Need[] =>
  judgement.outcome === 'needs-approval'
    ? judgement.approvals
        .filter(({ status }) => status === 'open')
        .map(({ rule, form, roles }) => ({ rule, form, roles: roles.toSorted() }))
    : [];

/** Whether the same sign-offs are needed, whoever has given theirs. */
export const sameNeeds = (a: Need[], b: Need[]): boolean => {
  const wanted = (needs: Need[]) =>
    needs
      .map(({ rule, form, roles, exception }) => canonicalJson({ rule, form, roles, exception: exception === true }))
      .toSorted()
      .join();
  return wanted(a) === wanted(b);
};

/** Whether it asks for an exception from what the rules say. */
export const isException = ({ needs }: { needs: Need[] }): boolean => needs.some(({ exception }) => exception === true);
