import { Channels, type Activity, type ConversationReference } from 'botbuilder';
import type { Clock } from '../clock.ts';
import type { Address, Message, Messenger, Sent } from '../outbox/messenger.ts';
import type { Adapter } from './adapter.ts';
import { connectorOf, type Connector } from './connector.ts';
import { failureOf } from './failure.ts';
import { messageActivity } from './message-activity.ts';
import { isAllowedService } from './service-url.ts';

type Call = (connector: Connector, activity: Partial<Activity>) => Promise<{ id?: string } | undefined>;

const referenceTo = (to: Address): ConversationReference => ({
  channelId: Channels.Msteams,
  serviceUrl: to.serviceUrl,
  bot: { id: to.botId, name: '' },
  ...(to.userId !== undefined && { user: { id: to.userId, name: '' } }),
  conversation: { id: to.conversationId, tenantId: to.tenantId, isGroup: false, conversationType: '', name: '' },
});

/** The way out to Teams: one attempt a call, and every end of it as a value. */
export function createMessenger(parts: {
  adapter: Adapter;
  appId: string;
  serviceHosts: readonly string[];
  clock: Clock;
}): Messenger {
  const { adapter, appId, serviceHosts, clock } = parts;

  const attempt = async (to: Address, message: Message, doing: 'post' | 'edit', call: Call): Promise<Sent> => {
    // The address was checked when it came in; the list may have become shorter since.
    if (!isAllowedService(to.serviceUrl, serviceHosts)) return { outcome: 'unreachable', code: 'service-url-refused' };
    const reference = referenceTo(to);
    let sent: Sent = { outcome: 'retry', code: 'no-answer' };
    try {
      await adapter.continueConversationAsync(appId, reference, async (context) => {
        // The conversation is in the address of the call. What is not known is left out: clients that check what
        // they take (Microsoft's Playground) refuse empty strings.
        const activity = { ...messageActivity(message), from: { id: to.botId, name: 'Makker' } };
        try {
          const response = await call(connectorOf(context), activity);
          sent = { outcome: 'sent', activityId: response?.id ?? '' };
        } catch (error) {
          sent = failureOf(error, doing, clock.now());
        }
      });
    } catch (error) {
      // Before the call: no token, say.
      return failureOf(error, doing, clock.now());
    }
    return sent;
  };

  return {
    post: (to, message) =>
      attempt(to, message, 'post', (connector, activity) =>
        connector.conversations.sendToConversation(to.conversationId, activity),
      ),
    edit: (to, activityId, message) =>
      attempt(to, message, 'edit', (connector, activity) =>
        connector.conversations.updateActivity(to.conversationId, activityId, { ...activity, id: activityId }),
      ),
  };
}
