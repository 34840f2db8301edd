import { civilDateAt } from '../clock.ts';
import { askButton } from '../conversation/views/message-view.ts';
import type { Answer } from './delivery.ts';
import type { Incoming } from './incoming.ts';
import { notice } from './notice.ts';
import type { BotParts } from './parts.ts';
import { placeOf } from './place.ts';
import type { Seen } from './seen.ts';
import { languageOf, turnOf } from './turn.ts';
import { identified, visitor } from './visitor.ts';

/** The bot has come to the conversation; that somebody else has joined a group is no arrival. */
export const arrives = ({ membersAdded = [], action, recipient }: Incoming, personal: boolean): boolean =>
  action?.startsWith('add') === true || membersAdded.some(({ id }) => personal || id === recipient.id);

/** Sent by the service itself, about nobody. */
const isNobodys = ({ from }: Incoming): boolean => from.aadObjectId === undefined;

/** The welcome of a team or group, where whoever added the bot is often not one of its users. */
function toOthers({ say }: BotParts, inChannel: boolean): Answer {
  const language = languageOf(undefined);
  const words = say(language);
  const asks = ['talk.example.tier', 'talk.example.rule', 'teams.help-question'].map((key) => words(key));
  const actions = asks.map((text) => askButton(text, { text }));
  const view = notice('arrived', words);
  const paragraphs = [...view.paragraphs, ...(inChannel ? [words('teams.arrived-digest')] : [])];
  return { view: { ...view, paragraphs, actions }, language };
}

/**
 * The welcome of a conversation that the bot has come to, once for each; undefined when there is nothing to say. An
 * installation comes as two activities, an update of the app as one more.
 */
export async function arrivalAnswer(parts: BotParts, activity: Incoming, seen: Seen): Promise<Answer | undefined> {
  const { assistant, say, clock, greetings } = parts;
  const { id, type } = placeOf(activity);
  const personal = type === 'personal';
  if (!arrives(activity, personal) || (personal && isNobodys(activity))) return undefined;
  const person = await (personal ? visitor : identified)(parts, activity);
  const language = languageOf(person);
  if (person === undefined && personal)
    // Not counted as a welcome: that is still to come when they have been added.
    return seen.first(`stranger~${id}`, clock.now()) ? { view: notice('unknown', say(language)), language } : undefined;
  if (!(await greetings.first(id, civilDateAt(clock.now())))) return undefined;
  if (person === undefined) return toOthers(parts, type === 'channel');
  return { ...(await assistant.welcome(turnOf(parts, activity, person))), language };
}
