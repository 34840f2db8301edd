import type { Language } from '../contract/language.ts';
import type { Person } from '../contract/people.ts';
import type { Address } from '../outbox/messenger.ts';
import type { View } from '../cards/views.ts';

/** Who speaks, where and when. The person comes from the verified activity and our own directory, never from a card. */
export interface Turn {
  person: Person;
  language: Language;
  conversation: { id: string; type: 'personal' | 'groupChat' | 'channel' };
  /** How the conversation is reached, for what is to be sent to it later. */
  address?: Address;
  /** The activity's own id: a redelivered one is answered, not carried out, again. */
  activityId: string;
  /** The person's own chat, once they have opened it: where the details go of what is asked where others read along. */
  ownChat?: string;
  /** ISO instant and civil date of the turn. */
  now: string;
  today: string;
}

/** A click on a card: its verb and its data, both unchecked. */
export interface Click {
  verb: string;
  data: unknown;
  /** The message whose card was clicked. */
  messageId?: string;
}

/** Something that can be said next: the button's title, and the sentence that it says. */
export interface Suggestion {
  title: string;
  text: string;
}

/** What the conversation answers with; `teams` turns the view into a card. */
export interface Reply {
  view: View;
  /** The answer to a click goes below as a message of its own: the clicked card stays as it is. */
  below?: true;
  /** What fits to be said next; in the own chat only. */
  suggestions?: Suggestion[];
  /** Others read along, so the view leaves something out; `details` is all of it, for the own chat if there is one. */
  withheld?: { details?: View };
}

/** What somebody looks for among their own cases, and which part of what is found is wanted. */
export interface CaseSearch {
  text: string;
  skip: number;
  count: number;
}

/** A case that was found, as only its finder sees it. */
export interface CaseHit {
  caseId: string;
  /** Citizen and next deadline. */
  about: string;
  /** The card that can be put where others read along: the case number and nothing else of the case. */
  view: View;
}

export interface Assistant {
  say(turn: Turn, text: string): Promise<Reply>;
  click(turn: Turn, click: Click): Promise<Reply>;
  /** The first words in a conversation, with three things to ask. */
  welcome(turn: Turn): Promise<Reply>;
  /** The asker's own open cases that have the text in number or name, the one that is due first on top. */
  search(turn: Turn, search: CaseSearch): Promise<CaseHit[]>;
  /** The card of a case for places where others read along; undefined for one that this person does not see. */
  caseCard(turn: Turn, caseId: string): Promise<View | undefined>;
}
