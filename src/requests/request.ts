import type { Approval } from '../contract/decision.ts';
import type { SignOff } from '../contract/case.ts';
import type { RequestQuestion } from './request-question.ts';

export type RequestState = 'open' | 'approved' | 'rejected' | 'withdrawn' | 'expired' | 'overtaken';

/** One sign-off that the decision needs; `given` once an entitled person has approved or declined it. */
export interface Need {
  rule: string;
  form: Approval['form'];
  roles: Approval['roles'];
  /** It is an individual assessment that lifts a rule which says no: approved only with a reason. */
  exception?: true;
  given?: SignOff;
  /** What whoever gave it wrote besides. As a reason in the sign-off it would make it an exception from the plan. */
  remark?: string;
  /** Whom the person who gave it stood in for; absent where the role was their own. */
  inNameOf?: string;
}

/** Where a card about the request stands; edited to the final state through the outbox. */
export interface PostedCard {
  conversationId: string;
  activityId: string;
  person: string;
  face: 'lead' | 'asker';
}

/** A request for the sign-offs a decision needs. It lives inside the item of its case. */
export interface ApprovalRequest {
  id: string;
  state: RequestState;
  /** 1 at first; one more each time the facts it was about changed while it was open. */
  revision: number;
  /** With the end date it was judged for; the sign-offs of an offer to start stand on it. */
  question: RequestQuestion;
  /** The receipt of the decision it is about. */
  decisionId: string;
  /** Keyed hash of the facts that decision read. */
  factsHash: string;
  /** Paths of the facts that changed with the newest revision; empty on the first. */
  changed: string[];
  askedBy: string;
  /** ISO instant. */
  askedAt: string;
  /** What whoever asked wants the signers to know; a free text, so it is personal. */
  why?: string;
  /** Civil date; the last day on which it can be decided. */
  expiresOn: string;
  /** Civil date on which those it waits for were reminded; absent before. */
  remindedOn?: string;
  needs: Need[];
  /** Keys of the clicks that were carried out: `request~revision~verb~person`. A key is carried out once. */
  clicks: string[];
  cards: PostedCard[];
  /** People whose card an administrator has taken away unsent: they get no other by themselves. Absent while there are none. */
  cardless?: string[];
  /** Who ended it, when (ISO instant) and why; absent while open. */
  ended?: { by?: string; at: string; reason?: string };
}
