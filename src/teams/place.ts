import type { Turn } from '../conversation/assistant.ts';
import type { Address } from '../outbox/messenger.ts';
import type { Incoming } from './incoming.ts';

/** A channel's id carries the thread it was seen in; sending there would answer in an old thread. */
export const bareConversationId = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');

/** The tenant the service vouches for; undefined when the two places that name it disagree. */
export function tenantOf({ channelData, conversation }: Incoming): string | undefined {
  const { tenantId } = conversation;
  const named = channelData?.tenant?.id;
  if (named !== undefined && tenantId !== undefined && named !== tenantId) return undefined;
  return named ?? tenantId;
}

/** A chat of two people is of the type `personal` as well, when a search or a forwarded card comes from there. */
const betweenPeople = (conversationId: string): boolean => /^19:.*@unq\.gbl\.spaces/.test(conversationId);

/** Where the activity happened. What is not certainly somebody's own chat is treated as a place with others. */
export function placeOf({ conversation }: Incoming): Turn['conversation'] {
  const { conversationType, id } = conversation;
  const isChat = conversationType === 'personal' || conversationType === 'groupChat';
  const type = !isChat ? 'channel' : betweenPeople(id) ? 'groupChat' : conversationType;
  return { id: bareConversationId(id), type };
}

/** Where the person who sent the activity can be reached from now on. */
export function addressOf(activity: Incoming, tenantId: string): Address {
  return {
    conversationId: bareConversationId(activity.conversation.id),
    serviceUrl: activity.serviceUrl,
    tenantId,
    botId: activity.recipient.id,
    userId: activity.from.id,
  };
}

/** Where the conversation can be reached from now on, whoever is in it. */
export function conversationAddress(activity: Incoming): Address | undefined {
  const tenantId = tenantOf(activity);
  if (tenantId === undefined) return undefined;
  const { userId: _, ...address } = addressOf(activity, tenantId);
  return address;
}

/** True when both lead to the same place in the same way. */
export const sameAddress = (a: Address | undefined, b: Address): boolean =>
  a?.conversationId === b.conversationId &&
  a.serviceUrl === b.serviceUrl &&
  a.tenantId === b.tenantId &&
  a.botId === b.botId &&
  a.userId === b.userId;
