import type { Address, Message, Sent } from '../outbox/messenger.ts';
import type { Activity } from 'botbuilder';
import type { Language } from '../contract/language.ts';
import type { Reply } from '../conversation/assistant.ts';
import { inTime } from './in-time.ts';
import { messageActivity } from './message-activity.ts';
import type { BotParts } from './parts.ts';

/** Milliseconds before the second and the third try of an answer; a person is waiting for it. */
const PAUSES = [400, 1500];
const LONGEST_PAUSE = 4000;
const NO_ANSWER: Sent = { outcome: 'retry', code: 'no-answer' };

/** What is shown, and to whom. */
export interface Answer extends Reply {
  language: Language;
  /** The person's own chat, where they have one. */
  own?: Address;
}

/** The answer as a card; when the card cannot be made, undefined, and the log has it. */
export function cardOf(
  parts: Pick<BotParts, 'cards' | 'log'>,
  { view, language, suggestions }: Pick<Answer, 'view' | 'language' | 'suggestions'>,
): Message | undefined {
  try {
    return { ...parts.cards.render(view, language), ...(suggestions !== undefined && { suggestions }) };
  } catch (err) {
    parts.log.problem('card-not-rendered', { err, view: view.view });
    return undefined;
  }
}

/** What is said when not even a card can be made. */
export const plainFailure = (parts: Pick<BotParts, 'say' | 'ids'>, language: Language): string =>
  parts.say(language)('teams.failed-text', { reference: parts.ids() });

/** The answer as an activity. */
export function answerActivity(parts: BotParts, answer: Answer): Partial<Activity> {
  const message = cardOf(parts, answer);
  return message === undefined
    ? { type: 'message', text: plainFailure(parts, answer.language) }
    : messageActivity(message);
}

/** Up to three tries, none of them begun once it is over. Answers how the last one ended. */
async function tries(
  parts: BotParts,
  conversationId: string,
  send: () => Promise<Sent>,
  isOver: () => boolean,
): Promise<Sent> {
  let sent = NO_ANSWER;
  for (const pause of [...PAUSES, undefined]) {
    sent = await send();
    parts.relay.sentDirectly(conversationId);
    if (sent.outcome !== 'retry' || pause === undefined) return sent;
    await parts.wait(Math.min(Math.max(pause, sent.afterMs ?? 0), LONGEST_PAUSE));
    if (isOver()) return sent;
  }
  return sent;
}

/**
 * Tries a direct answer while its time lasts, and true once it is delivered; else the log has why. A try under way
 * when the time is up may still arrive, but nobody waits for it: the request it belongs to must be answered.
 */
export async function deliver(parts: BotParts, conversationId: string, send: () => Promise<Sent>): Promise<boolean> {
  let over = false;
  const ended = await inTime(
    tries(parts, conversationId, send, () => over),
    parts.deliverWithinMs,
  );
  over = true;
  const sent = ended === 'late' ? NO_ANSWER : ended.value;
  if (sent.outcome === 'sent') return true;
  parts.log.problem('reply-not-sent', { connector: sent.code });
  return false;
}
