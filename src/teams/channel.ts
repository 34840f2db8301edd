import { ActivityTypes } from 'botbuilder';
import { arrives } from './arrival.ts';
import type { Incoming } from './incoming.ts';
import type { BotParts } from './parts.ts';
import { conversationAddress, placeOf } from './place.ts';

/** That a channel takes messages from us: somebody writes or clicks there, or the bot has come to it. */
const isContact = (activity: Incoming): boolean => {
  switch (activity.type) {
    case ActivityTypes.Message:
    case ActivityTypes.Invoke:
      return true;
    case ActivityTypes.InstallationUpdate:
    case ActivityTypes.ConversationUpdate:
      return arrives(activity, false);
    default:
      return false;
  }
};

/**
 * Keeps how a team's channel was reached last, and lets go what waited for it. It is no answer to anybody, so a failure
 * is only in the log.
 */
export async function channelSeen(parts: BotParts, activity: Incoming): Promise<void> {
  const { channels, relay, log } = parts;
  const address = conversationAddress(activity);
  if (address === undefined || placeOf(activity).type !== 'channel' || !isContact(activity)) return;
  const failed = (err: unknown): void => log.problem('relay-failed', { err });
  try {
    const team = await channels.seenAt(address);
    // The release is not awaited: whoever has asked something goes first.
    if (team !== undefined) relay.releaseChannel(team.municipality, team.id).catch(failed);
  } catch (err) {
    failed(err);
  }
}
