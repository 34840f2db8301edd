import type { Cases } from '../cases/case-store.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { Judge } from '../cases/judge.ts';
import type { Clock } from '../clock.ts';
import type { Person } from '../contract/people.ts';
import type { Directory } from '../people/directory.ts';
import type { Receipts } from '../receipts/receipts.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createAnswer } from './answer.ts';
import { createAsk } from './ask.ts';
import type { ApprovalRequest } from './request.ts';
import { createTend } from './tend.ts';
import type { Click, RefusalCode } from './weigh.ts';
import { createWithdraw } from './withdraw.ts';

export type { RefusalCode } from './weigh.ts';

export interface Refused {
  outcome: 'refused';
  why: RefusalCode;
  /** The state that refused it, where the person may see it. */
  item?: CaseItem;
  request?: ApprovalRequest;
}

export interface Answered {
  /** `already`: this person's click was carried out before. */
  outcome: 'recorded' | 'already';
  item: CaseItem;
  request: ApprovalRequest;
}

export interface Asked {
  outcome: 'created' | 'already-open';
  item: CaseItem;
  request: ApprovalRequest;
  /** Who may sign, and whom of them the bot cannot reach before they have opened it. */
  asked: PersonItem[];
  unreachable: PersonItem[];
}

/** Names a request; both come from a card and are believed only once they fit together and the person may see the case. */
export interface RequestName {
  municipality: string;
  requestId: string;
}

/** What is asked for, and from where. */
export interface Asking {
  /** An exception from a no, by individual assessment; otherwise the approvals that a yes still needs. */
  exception?: boolean;
  /** What the signers are to know; at most `LONGEST_REASON` characters. */
  why?: string;
  /** The asker's own card, which follows the request. */
  place?: { conversationId: string; activityId: string };
}

/** Requests for approval: everything that happens to one is a single conditional replace of its case. */
export interface Requests {
  /** Asks for the sign-offs that the decision needs. */
  ask(person: Person, decisionId: string, asking?: Asking): Promise<Asked | Refused>;
  /** Approves or declines with every sign-off that is the person's to give. */
  answer(person: Person, click: RequestName & Click): Promise<Answered | Refused>;
  /** Takes back the person's own request. */
  withdraw(person: Person, name: RequestName): Promise<Answered | Refused>;
  /**
   * Looks after the open requests of a case: those whose last day has passed, or that no sign-off would settle any more,
   * end; those whose facts have changed get a new revision; whoever may sign by now gets the card; and once before the
   * last day those it waits for are reminded.
   */
  tendCase(municipality: string, caseId: string): Promise<void>;
  /** The same for every case; answers how many changed. For the daily run. Throws at the end when some could not be changed. */
  tendAll(municipality: string): Promise<number>;
}

export interface RequestNeeds {
  cases: Cases;
  directory: Pick<Directory, 'staff'>;
  receipts: Receipts;
  judge: Judge;
  store: Pick<Store, 'read' | 'list' | 'findCases'>;
  /** The key of the facts' hash, the one the receipts are made with. */
  key: string;
  clock: Clock;
  /** Tells the relay that there may be something to send. */
  poke: () => void;
}

export const createRequests = (needs: RequestNeeds): Requests => ({
  ask: createAsk(needs),
  answer: createAnswer(needs),
  withdraw: createWithdraw(needs),
  ...createTend(needs),
});
