/** Where a person or a team can be reached; kept from the newest activity. */
export interface Address {
  conversationId: string;
  serviceUrl: string;
  tenantId: string;
  /** The channel account of the bot in that conversation. */
  botId: string;
  /** The channel account of the person, for a personal chat. */
  userId?: string;
}

/** A checked card with the line that stands for it in notifications. */
export interface Message {
  card: Record<string, unknown>;
  summary: string;
  /** What can be said next, as buttons below; a post to somebody's own chat only. */
  suggestions?: readonly { title: string; text: string }[];
}

/**
 * How a send ended.
 * `retry`: try again, not before `afterMs` when the service named a time (429, 412, 502, 504, timeout).
 * `gone`: the card to edit does not exist any more. `unreachable`: the conversation takes nothing from us (403, 404).
 * `refused`: this message is not taken: our own mistake (400, 413), logged as one, or a card that may not be edited.
 */
export type Sent =
  | { outcome: 'sent'; activityId: string }
  | { outcome: 'retry'; afterMs?: number; code: string }
  | { outcome: 'gone'; code: string }
  | { outcome: 'unreachable'; code: string }
  | { outcome: 'refused'; code: string };

/** The way out to Teams. One attempt a call: the retry policy is the relay's. */
export interface Messenger {
  post(to: Address, message: Message): Promise<Sent>;
  edit(to: Address, activityId: string, message: Message): Promise<Sent>;
}
