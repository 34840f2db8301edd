/** A message that must go out, committed in the same replace as the change that causes it. */
export interface OutboxRow {
  id: string;
  /** Who it is for: a person's own chat, or a team's channel. */
  to: { person: string } | { team: string };
  /** `post`: a new card; `edit`: the card `activityId` in `conversationId` gets its request's present state. */
  what: 'post' | 'edit';
  /** Which card: rendered when it is sent, from the state the case has then. */
  card: {
    name: 'request';
    requestId: string;
    face: 'lead' | 'asker';
    /** It reminds of the last day. */ reminder?: true;
  };
  conversationId?: string;
  activityId?: string;
  attempts: number;
  /** ISO instant of the next try; absent while it waits for the person's first contact. */
  sendAt?: string;
  /** ISO instant since which it wants to go out; absent before a try has failed, and while it is paused. */
  since?: string;
  /** How the last try ended, by the code of whoever refused it; absent before one has failed. */
  why?: string;
}
