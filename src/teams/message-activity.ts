import { ActionTypes, ActivityTypes, type Activity } from 'botbuilder';
import type { Message } from '../outbox/messenger.ts';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** A checked card as the activity that carries it. */
export const messageActivity = ({ card, summary, suggestions = [] }: Message): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary,
  attachments: [{ contentType: CARD_TYPE, content: card }],
  ...(suggestions.length > 0 && {
    suggestedActions: {
      to: [],
      actions: suggestions.map(({ title, text }) => ({ type: ActionTypes.ImBack, title, value: text })),
    },
  }),
});
