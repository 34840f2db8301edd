import type { Language } from '../contract/language.ts';
import type { Person } from '../contract/people.ts';
import type { View } from '../cards/views.ts';

/** Who speaks, where and when. The person comes from the verified activity and our own directory, never from a card. */
export interface Turn {
  person: Person;
  language: Language;
  conversation: { id: string; type: 'personal' | 'groupChat' | 'channel' };
  /** The activity's own id: a redelivered one is answered, not carried out, again. */
  activityId: string;
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

/** What the conversation answers with; `teams` turns the view into a card. */
export interface Reply {
  view: View;
  /** The answer to a click goes below as a message of its own: the clicked card stays as it is. */
  below?: true;
}

export interface Assistant {
  say(turn: Turn, text: string): Promise<Reply>;
  click(turn: Turn, click: Click): Promise<Reply>;
}
