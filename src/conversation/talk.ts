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
  /** The fact path or slot that was asked for last. */
  asked?: string;
  /** The question that waits for a choice; the buttons name it by its id, so an old button finds nothing. */
  pending?: Asked & { id: string };
  /** The target figure that was shown before it is stored; the button names it by its id. */
  figure?: FigureDraft;
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
