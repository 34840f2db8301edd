import type { Language } from '../contract/language.ts';
import { withNote } from '../conversation/views/with-note.ts';
import type { Address } from '../outbox/messenger.ts';
import type { View } from '../cards/views.ts';
import { cardOf, deliver, type Answer } from './delivery.ts';
import { inTime } from './in-time.ts';
import type { Incoming } from './incoming.ts';
import type { BotParts } from './parts.ts';
import { placeOf } from './place.ts';
import type { Seen } from './seen.ts';

/** Longer than that nobody in the channel waits to hear where the answer is. */
const WAITED_MS = 1500;

/** Brings what others may not read to the person's own chat. */
export interface OwnChat {
  /** The answer for where others read along, with a word on where the rest is; once that is certain. */
  complete(activity: Incoming, answer: Answer): Promise<Answer>;
  /** The same at once: a click has no time to wait. */
  promised(activity: Incoming, answer: Answer): Answer;
}

/** `seen` keeps an activity that is delivered again from being answered twice in the own chat. */
export function createOwnChat(parts: BotParts, seen: Seen): OwnChat {
  const { clock, log, messenger, say } = parts;

  const send = async (activity: Incoming, own: Address, view: View, language: Language): Promise<boolean> => {
    if (!seen.first(`details~${placeOf(activity).id}~${activity.id ?? ''}`, clock.now())) return true;
    const message = cardOf(parts, { view, language });
    return message !== undefined && deliver(parts, own.conversationId, () => messenger.post(own, message));
  };

  const told = (answer: Answer, sent: boolean): Answer => ({
    ...answer,
    view: withNote(answer.view, say(answer.language)(sent ? 'teams.details-sent' : 'teams.details-how')),
  });

  /** Sends what is left out, if there is somewhere to send it; else undefined. */
  const begin = (activity: Incoming, { withheld, own, language }: Answer): Promise<boolean> | undefined =>
    withheld?.details === undefined || own === undefined ? undefined : send(activity, own, withheld.details, language);

  return {
    complete: async (activity, answer) => {
      if (answer.withheld === undefined) return answer;
      const sending = begin(activity, answer);
      if (sending === undefined) return told(answer, false);
      const sent = await inTime(sending, WAITED_MS);
      return told(answer, sent === 'late' || sent.value);
    },
    promised: (activity, answer) => {
      if (answer.withheld === undefined) return answer;
      const sending = begin(activity, answer);
      sending?.catch((err: unknown) => log.problem('reply-not-sent', { err }));
      return told(answer, sending !== undefined);
    },
  };
}
