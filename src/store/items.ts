import type { AccessEntry } from '../access/access-entry.ts';
import type { Projection } from '../agenda/projection.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { HistoryBlock, PastRequest } from '../cases/past.ts';
import type { CatalogueItem, Matter } from '../contract/case.ts';
import type { Person, PersonChange, Team } from '../contract/people.ts';
import type { LeaseItem } from '../outbox/lease.ts';
import type { Address } from '../outbox/messenger.ts';
import type { NoticeItem } from '../outbox/notice.ts';
import type { EnteredFigure } from '../targets/entered-figure.ts';
import type { ArchivedRulebook } from '../receipts/archived-rulebook.ts';
import type { Receipt, ReceiptFacts } from '../receipts/receipt.ts';
import type { LastPurge } from '../retention/monthly.ts';
import type { Talk } from '../conversation/talk.ts';

export interface PersonItem extends Person {
  /** Where the person's own chat with the bot is; absent until first contact. */
  address?: Address;
  language?: 'da' | 'en';
  /** Every change to the person, the newest last; only added to, in the replace that makes the change. */
  changes?: PersonChange[];
}

export interface TeamItem extends Team {
  address?: Address;
}

export interface CatalogueEntry extends CatalogueItem {
  municipality: string;
}

/** Who an identity is: `tenantId~aadObjectId` → person. In the partition `directory`: a turn arrives before its municipality is known. */
export interface DirectoryEntry {
  id: string;
  municipality: 'directory';
  personId: string;
  personMunicipality: string;
}

/** That a conversation has been welcomed; in the partition `directory`, since whoever adds the bot may be a stranger. */
export interface Greeting {
  /** A digest of the conversation's id, in characters that every store takes. */
  id: string;
  municipality: 'directory';
  on: string;
}

/** Which people without access the administrators of a municipality have been told of lately; one item for each. */
export interface StrangersItem {
  id: 'strangers';
  municipality: string;
  /** `who`: tenant and object id. `done`: every administrator's notice has been stored. */
  told: { who: string; on: string; done: boolean }[];
}

/** Every kind of item that is stored, by the name of its kind. */
export interface Items {
  case: CaseItem;
  person: PersonItem;
  team: TeamItem;
  catalogue: CatalogueEntry;
  matter: Matter;
  directory: DirectoryEntry;
  talk: Talk;
  greeting: Greeting;
  lease: LeaseItem;
  notice: NoticeItem;
  strangers: StrangersItem;
  figure: EnteredFigure;
  receipt: Receipt;
  'receipt-facts': ReceiptFacts;
  access: AccessEntry;
  purge: LastPurge;
  projection: Projection;
  rulebook: ArchivedRulebook;
  history: HistoryBlock;
  'past-request': PastRequest;
}
export type ItemKind = keyof Items;

/** Whether an item is a case: the kind it is stored under says so. */
export const isCase = (kind: ItemKind, _item: Items[ItemKind]): _item is Items['case'] => kind === 'case';
