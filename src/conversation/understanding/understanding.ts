import type { Language } from '../../contract/language.ts';
import type { Benefit, EventType, Tier } from '../../contract/vocabulary.ts';
import type { Intent } from './intents.ts';
import type { PlainKind } from './plain-answer.ts';

/** Both days inside. */
export interface Period {
  from: string;
  to: string;
}

/** A fact as the sentence states it: a case fact's own name, an offer fact's own name, or a question fact. */
export type StatedFacts = Record<string, string | number | boolean>;

/** How what is told of an event stands where it was not held: it lies ahead, came to nothing, or is asked about. */
export type EventStanding = 'planned' | 'off' | 'asked';

/** What was found in the sentence itself; what the talk before settled is the context's, and not repeated here. */
export interface Entities {
  /** Case number in capitals, as the case system writes it. */
  caseId?: string;
  /** The citizen's name as written, without the genitive. */
  citizen?: string;
  /** An offer kind of the contract, or a programme's name as written. */
  offer?: string;
  offerId?: string;
  until?: string;
  date?: string;
  period?: Period;
  weeks?: number;
  months?: number;
  /** DKK a week. */
  price?: number;
  /** Hours a week. */
  hours?: number;
  benefit?: Benefit;
  /** A member of staff, as written. */
  person?: string;
  team?: string;
  tier?: Tier;
  rule?: string;
  scope?: 'mine' | 'team';
  /** what-if: the facts to change; otherwise facts the sentence states. */
  set?: StatedFacts;
  /** record-event: what happened. */
  event?: EventType;
  /** record-event: that it was not held. */
  standing?: EventStanding;
  /** record-event: a date as written that no calendar has. */
  noSuchDay?: string;
  /** record-event: everybody who is named, where it is more than one. */
  people?: string[];
  /** language: the language asked for. */
  language?: Language;
}

/** What the talk so far has settled. */
export interface UnderstandContext {
  lastIntent?: string;
  caseId?: string;
  citizen?: string;
  offerId?: string;
  offer?: string;
  /** The fact path or slot asked for last. */
  asked?: string;
}

/** How a sentence goes on with the talk before; what it says stands in the entities. */
export interface GoingOn {
  /** It asks the question before again, with a change. */
  carried: boolean;
  /** It can be the answer to what was asked last. */
  answers: boolean;
  /** It states something, and asks nothing. */
  states: boolean;
  /** It names the fact it speaks of; "ja" and a bare number do not. */
  named: boolean;
  /** What was asked for that it answers beyond doubt, with nothing beside it that could turn it. */
  plain: ReadonlySet<PlainKind>;
  /** It says yes and no at once, or denies a denial. */
  contradicts: boolean;
  /** "Ja", "nej", and nothing else. */
  onlyYesOrNo: boolean;
  /** What it names may be a choice: it is not denied, nor one of two. */
  chooses: boolean;
  /** It tells of somebody else's health, or of what is suspected, ruled out or over: nothing is read from that. */
  leavesOut: boolean;
  /** "Det tror jeg", "ved ikke": nothing to hold on to. */
  unsure: boolean;
  /** It supposes that one waits: a length is how long. */
  waits: boolean;
  /** Its date is one of birth. */
  born: boolean;
  /** All that it says is a date, whole enough to be one of birth. */
  birthDate?: string;
  /** "Den anden sag", "det andet forløb". */
  other?: 'case' | 'offer';
}

export interface UnderstandOptions {
  /** Civil date the sentence's dates are read against. */
  today: string;
  /** The language the person usually writes; the sentence itself decides when it is clear. */
  language?: Language;
  context?: UnderstandContext;
  /** Names of programmes in the asker's catalogue; without them they are found by shape and place. */
  offerNames?: readonly string[];
}

export interface Understanding {
  intent: Intent;
  entities: Entities;
  /** 0 to 1. */
  confidence: number;
  /** True when it must be asked what was meant, and nothing may be answered on the intent alone. */
  needsClarification: boolean;
  /** With `needsClarification`: the likely readings, best first, at most three. */
  readings?: Intent[];
  /** The language of the sentence. */
  language: Language;
  /** A CPR number was written; it is in none of the entities. */
  containsCpr: boolean;
  goingOn: GoingOn;
}

/** How a reading came about, for `--explain`. */
export interface Explanation {
  understanding: Understanding;
  tags: string[];
  /** Every likely intent with its share, and what spoke for and against it most. */
  scores: () => { intent: Intent; score: number; cues: string[] }[];
  margin: number;
}
