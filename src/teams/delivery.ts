import type { Message, Sent } from '../outbox/messenger.ts';
import type { Activity } from 'botbuilder';
import type { Language } from '../contract/language.ts';
import type { View } from '../cards/views.ts';
import { messageActivity } from './message-activity.ts';
import type { BotParts } from './parts.ts';

/** Milliseconds before the second and the third try of an answer; a person is waiting for it. */
const PAUSES = [400, 1500];
const LONGEST_PAUSE = 4000;

/** What is shown, and to whom. */
export interface Answer {
  view: View;
  language: Language;
  /** Goes below the clicked card as a message of its own. */
  below?: true;
}

/** The answer as a card; when the card cannot be made, undefined, and the log has it. */
export function cardOf(parts: Pick<BotParts, 'cards' | 'log'>, { view, language }: Answer): Message | undefined {
  try {
    return parts.cards.render(view, language);
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

/** Tries a direct answer up to three times; true once it is delivered. What fails after that is in the log. */
export async function deliver(parts: BotParts, conversationId: string, send: () => Promise<Sent>): Promise<boolean> {
  for (const pause of [...PAUSES, undefined]) {
    const sent = await send();
    parts.relay.sentDirectly(conversationId);
    if (sent.outcome === 'sent') return true;
    if (sent.outcome !== 'retry' || pause === undefined) {
      parts.log.problem('reply-not-sent', { connector: sent.code });
      return false;
    }
    await parts.wait(Math.min(Math.max(pause, sent.afterMs ?? 0), LONGEST_PAUSE));
  }
  return false;
}
