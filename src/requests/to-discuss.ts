import type { CaseItem } from '../cases/case-item.ts';
import { type Bench, judgementOf } from './bench.ts';
import { ownCaseworkerMay } from './exceptions.ts';
import { isException } from './needs.ts';
import { pinned, type RequestQuestion } from './request-question.ts';
import type { ApprovalRequest, Need } from './request.ts';

/** Something that has to be discussed before it is decided. */
export interface ToDiscuss {
  item: CaseItem;
  question: RequestQuestion;
  /** The request that gathers the sign-offs; absent where nobody has put one yet. */
  request?: ApprovalRequest;
  /** The discussions that have not been held yet. */
  discussions: Need[];
  /** The facts without which there is no full answer. */
  missing: string[];
  /** The last civil date on which it can be decided; absent where the rulebook names none. */
  by?: string;
  /** The rules answer otherwise than "once somebody has agreed" now: the case has moved on since the request was put. */
  moved: boolean;
  /** Rules whose sign-off the case's own caseworker may give. */
  ownCaseworkerMay: string[];
}

const isOpenDiscussion = ({ form, given }: Need): boolean => form === 'discussion' && given === undefined;

/** The open requests of a case that still wait for a discussion. */
export const requestsToDiscuss = (item: CaseItem, today: string, bench: Bench): ToDiscuss[] =>
  item.requests.flatMap((request) => {
    const discussions = request.needs.filter(isOpenDiscussion);
    if (request.state !== 'open' || request.expiresOn < today || discussions.length === 0) return [];
    const judgement = judgementOf(item.record, request.question, today, bench);
    return {
      item,
      question: request.question,
      request,
      discussions,
      missing: judgement?.missing ?? [],
      by: request.expiresOn,
      moved: judgement?.outcome !== (isException(request) ? 'denied' : 'needs-approval'),
      ownCaseworkerMay: ownCaseworkerMay(item.record, request.question, judgement, today, bench),
    };
  });

/** The offers of a case for which its agenda has something open by a day: there the plan wants a decision. */
const offersDue = ({ agenda, record, status }: CaseItem, today: string, until: string): string[] => {
  if (status !== 'open') return [];
  const due = agenda.filter((entry) => !entry.met && (entry.due ?? today).slice(0, 10) <= until);
  return (record.offers ?? []).map(({ id }) => id).filter((id) => due.some(({ offerId }) => offerId === id));
};

/** The extensions nobody has asked approval for yet that need a discussion and must be decided between two days. */
export const extensionsToDiscuss = (item: CaseItem, today: string, until: string, bench: Bench): ToDiscuss[] => {
  const asked = new Set(
    item.requests.flatMap(({ state, question }) =>
      state === 'open' && question.kind === 'extend-offer' ? [question.offerId] : [],
    ),
  );
  return offersDue(item, today, until).flatMap((offerId): ToDiscuss[] => {
    const question = { kind: 'extend-offer', offerId } as const;
    const judgement = asked.has(offerId) ? undefined : judgementOf(item.record, question, today, bench);
    if (judgement === undefined) return [];
    const discussions = judgement.approvals.filter(({ status, form }) => status === 'open' && form === 'discussion');
    const { requestExpiresOn: by, missing, ownCaseworkerMay } = judgement;
    const inTime = by === undefined || (today <= by && by <= until);
    if (discussions.length === 0 || judgement.outcome === 'denied' || !inTime) return [];
    return [
      {
        item,
        // How far it could go is not settled while a fact is missing.
        question: missing.length > 0 ? question : pinned(question, judgement),
        discussions: discussions.map(({ rule, form, roles }) => ({ rule, form, roles })),
        missing,
        ...(by !== undefined && { by }),
        moved: false,
        ownCaseworkerMay,
      },
    ];
  });
};

/** What has to be discussed, the first to be decided on top; what has no last day comes last. */
export const firstDecidedFirst = (all: ToDiscuss[]): ToDiscuss[] => {
  const order = ({ by = '9999', item }: ToDiscuss): string => `${by} ${item.id}`;
  return all.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
};
