import type { EventFlags } from '../cases/record-event.ts';
import type { EventType } from '../contract/vocabulary.ts';
import type { Facts } from '../cases/record-facts.ts';
import type { Intent } from './understanding/intents.ts';
import type { Entities } from './understanding/understanding.ts';

/** What the person has picked on a card, as ids. A catalogue item of `none` means: not in the catalogue. */
export interface Picked {
  caseId?: string;
  offerId?: string;
  catalogueItem?: string;
}

/** A question as far as it is known: what was read from the text and what was picked since. */
export interface Asked {
  intent: Intent;
  entities: Entities;
  picked: Picked;
  /** It is about the other case or offer than the one spoken of. */
  other?: 'case' | 'offer';
  /** It supposes that one waits so long. */
  waits?: boolean;
  /** A CPR number stands for whom it is about: no other case is meant, and the number is not looked up. */
  byCpr?: boolean;
}

/** What the talk so far has settled; kept per conversation and person, for one civil day. */
export interface Talk {
  /** A digest of conversation and person, in characters every store takes. */
  id: string;
  municipality: string;
  /** Civil date on which it was last used. */
  on: string;
  lastIntent?: string;
  caseId?: string;
  offerId?: string;
  offer?: string;
  /** The newest decision in this talk. */
  decisionId?: string;
  /** The case that was spoken of before this one: "den anden sag". */
  caseBefore?: string;
  /** What the newest decision was asked again with, supposed and never stored in the case. */
  supposed?: Supposed;
  /** Facts of the case that were stated, as they were shown before they are recorded. */
  stated?: StatedDraft;
  /** The fact path or slot that was asked for last. */
  asked?: string;
  /** The question that waits for a choice; the buttons name it by its id, so an old button finds nothing. */
  pending?: Asked & { id: string };
  /** The target figure that was shown before it is stored; the button names it by its id. */
  figure?: FigureDraft;
  /** The minutes of a meeting that were shown before they are recorded; the button names them by their id. */
  minutes?: MinutesDraft;
  /** Whose agenda was shown last, by ids: "og inden fredag?". */
  whose?: WhoseAgenda;
  /** What happened in a case, as it was shown before it is recorded; the button names it by its id. */
  event?: EventDraft;
}

/** Whose agenda is asked for; a person by name or id, a team likewise. Nothing: whoever's is usual for the asker. */
export interface WhoseAgenda {
  scope?: 'mine' | 'team';
  team?: string;
  person?: string;
}

/** Facts by path and, where one supposes to wait, the day of the answer; a row of suppositions adds up. */
export interface Supposed {
  decisionId: string;
  facts: Facts;
  day?: string;
}

/** Stated facts by path, and the answer after which they were stated. */
export interface StatedDraft {
  id: string;
  decisionId: string;
  facts: Facts;
}

/** An event as far as it is told; it is recorded in the case it names, whatever the talk has turned to since. */
export interface EventDraft {
  id: string;
  caseId: string;
  type?: EventType;
  on?: string;
  flags: EventFlags;
}

/** A target figure as its enterer has filled it in. `corrects`: the version of the one that it is to replace. */
export interface FigureDraft {
  id: string;
  target: string;
  figure: string;
  value: number;
  on: string;
  source: string;
  corrects?: number;
}

/** A request whose discussion was held, and with which outcome. */
export interface MinutesItem {
  requestId: string;
  revision: number;
  answer: 'approved' | 'declined';
  reason?: string;
}

export interface MinutesDraft {
  id: string;
  items: MinutesItem[];
}
