import type { CaseItem } from '../cases/case-item.ts';
import type { SignOff } from '../contract/case.ts';
import type { Person } from '../contract/people.ts';
import type { HeldRole } from '../people/active.ts';
import { signsAs } from '../people/eligible.ts';
import type { ApprovalRequest, Need } from './request.ts';
import type { Review } from './review.ts';

type Moved = Extract<Review, { state: 'moved' }>;

/** A click on a request's card, as it comes in: the card may be old, or made up. */
export interface Click {
  revision: number;
  answer: SignOff['answer'];
  reason?: string;
  /** The rules that the clicked card said it signs; no other is. Absent: whatever is the person's to give. */
  signs?: string[];
  /** Only the sign-offs of this form are given: the minutes of a meeting record what was discussed there, and no more. */
  form?: Need['form'];
}

/** A sign-off of a record has no longer reason either. */
export const LONGEST_REASON = 4000;

/** Why something was not done. */
export type RefusalCode =
  | 'unknown'
  | 'not-entitled'
  | 'own-request'
  | 'not-asker'
  | 'ended'
  | 'stale'
  | 'changed'
  | 'answered-by-other'
  | 'reason-missing'
  | 'exception-reason-missing'
  | 'reason-too-long'
  | 'nothing-to-approve'
  | 'busy';

/** A sign-off that a click gives: for which rule, and by which of the roles that the person holds. */
export interface Sign {
  rule: string;
  as: HeldRole;
}

/** What a click comes to; `expire`, `overtake` and `revise` change the request and refuse the click. */
export type Verdict =
  | { verdict: 'sign'; signs: Sign[] }
  | { verdict: 'already' }
  /** `expiresOn`: the last day that has passed. */
  | { verdict: 'expire'; expiresOn: string }
  | { verdict: 'overtake' }
  | { verdict: 'revise'; review: Moved }
  | { verdict: 'refuse'; why: RefusalCode };

/** The key by which a click that was carried out is known again. */
export const clickKey = (request: ApprovalRequest, { revision, answer, form }: Click, person: string): string =>
  [request.id, revision, answer, person, ...(form === undefined ? [] : [form])].join('~');

/** A reason that says something: a blank, a dash or what nobody can see does not. */
export const reasonOf = ({ reason = '' }: Click): string => (/[\p{L}\p{N}]/u.test(reason) ? reason.trim() : '');

const refuse = (why: RefusalCode): Verdict => ({ verdict: 'refuse', why });

/**
 * Weighs a click by a person who may see the case, with the roles they hold today.
 * `review` is asked for only when the answer depends on it.
 */
export const weigh = (
  item: CaseItem,
  request: ApprovalRequest,
  person: Person,
  click: Click,
  today: string,
  review: () => Review,
): Verdict => {
  if (request.state !== 'open')
    return request.clicks.includes(clickKey(request, click, person.id)) ? { verdict: 'already' } : refuse('ended');
  if (today > request.expiresOn) return { verdict: 'expire', expiresOn: request.expiresOn };
  if (person.id === request.askedBy) return refuse('own-request');

  const reviewed = review();
  const { askedBy } = request;
  const roleFor = (need: Need): HeldRole | undefined => {
    const ownCaseworkerMay = 'ownMay' in reviewed && reviewed.ownMay.includes(need.rule);
    return signsAs(person, need, { item, today, askedBy, ownCaseworkerMay });
  };
  const mine = request.needs.flatMap((need) => {
    const as = click.form === undefined || need.form === click.form ? roleFor(need) : undefined;
    return as === undefined ? [] : [{ rule: need.rule, as, given: need.given, exception: need.exception }];
  });
  if (mine.length === 0) return refuse('not-entitled');

  if (reviewed.state === 'overtaken') return { verdict: 'overtake' };
  if (reviewed.state === 'late') return { verdict: 'expire', expiresOn: reviewed.expiresOn };
  if (reviewed.state === 'moved') return { verdict: 'revise', review: reviewed };
  if (click.revision !== request.revision) return refuse('stale');
  const meant = mine.filter(({ rule }) => click.signs === undefined || click.signs.includes(rule));
  // The card showed other sign-offs than are the person's to give by now.
  if (meant.length === 0) return refuse('stale');
  const left = meant.filter(({ given }) => given === undefined);
  const signs = left.map(({ rule, as }) => ({ rule, as }));
  if (signs.length === 0) {
    const answeredBefore = meant.some(({ given }) => given?.by === person.id);
    // Somebody else with the same role was first; what they gave stands, and whoever disagrees must know that.
    return answeredBefore ? { verdict: 'already' } : refuse('answered-by-other');
  }
  const reason = reasonOf(click);
  if (click.answer === 'declined' && reason === '') return refuse('reason-missing');
  // An exception without a reason would count for nothing.
  if (reason === '' && left.some(({ exception }) => exception)) return refuse('exception-reason-missing');
  if (reason.length > LONGEST_REASON) return refuse('reason-too-long');
  return { verdict: 'sign', signs };
};
