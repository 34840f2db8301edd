import type { AccessEntry } from '../access/access-entry.ts';
import type { DigestJob } from '../agenda/digest-job.ts';
import type { Projection } from '../agenda/projection.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { MatterItem } from '../cases/matter-item.ts';
import type { HistoryBlock, PastRequest } from '../cases/past.ts';
import type { CatalogueItem } from '../contract/case.ts';
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
  /** When the person wants their own list on each working day, `HH:MM`; absent: only when they ask. */
  morningAt?: string;
  /** ISO instants since which these are wanted. */
  morningSince?: string;
  weekSince?: string;
  /** When a lead wants the week's overview: the day of the week (Monday is 1) and the time `HH:MM`. */
  weekAt?: { weekday: number; at: string };
  /** Every change to the person, the newest last; only added to, in the replace that makes the change. */
  changes?: PersonChange[];
}

/** What a team's channel gets on a day on which nothing is overdue or due soon: one line, or nothing. */
export type QuietDay = 'line' | 'nothing';

export interface TeamItem extends Team {
  /** Where its channel is; known once the digest has been set up there. Its time is `digestAt`. */
  address?: Address;
  /** Absent: one line. */
  quietDay?: QuietDay;
  /** The channel has said that it wants no digest. */
  digestOff?: true;
  /** ISO instant since which place and time are these: nothing is late that was to come before. */
  digestSince?: string;
}

/** Which team's channel a conversation is; in the partition `directory`: a turn arrives before its municipality is known. */
export interface ChannelEntry {
  /** A digest of the conversation's id, in characters that every store takes. */
  id: string;
  municipality: 'directory';
  team: string;
  teamMunicipality: string;
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

/** A copy of another store that has been begun into this one; taken away once both hold the same. */
export interface CopyMark {
  id: 'copy';
  municipality: 'directory';
  /** What the other store is known by. */
  from: string;
}

/** Every kind of item that is stored, by the name of its kind. */
export interface Items {
  case: CaseItem;
  person: PersonItem;
  team: TeamItem;
  channel: ChannelEntry;
  digest: DigestJob;
  catalogue: CatalogueEntry;
  matter: MatterItem;
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
  copy: CopyMark;
}
export type ItemKind = keyof Items;

/** Whether an item is a case: the kind it is stored under says so. */
export const isCase = (kind: ItemKind, _item: Items[ItemKind]): _item is Items['case'] => kind === 'case';

/** Whether an item is a digest's job, likewise. */
export const isDigest = (kind: ItemKind, _item: Items[ItemKind]): _item is Items['digest'] => kind === 'digest';

/** Whether an item is a matter, likewise. */
export const isMatter = (kind: ItemKind, _item: Items[ItemKind]): _item is Items['matter'] => kind === 'matter';
