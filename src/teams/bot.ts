import pLimit from 'p-limit';
import { ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder';
import type { Reply, Turn } from '../conversation/assistant.ts';
import type { Sent } from '../outbox/messenger.ts';
import { arrivalAnswer } from './arrival.ts';
import { channelSeen } from './channel.ts';
import { answerActivity, cardOf, deliver, plainFailure, type Answer } from './delivery.ts';
import { failureOf } from './failure.ts';
import { inTime } from './in-time.ts';
import { readClick, type Incoming } from './incoming.ts';
import { CARD_TYPE } from './message-activity.ts';
import { notice } from './notice.ts';
import { createOwnChat } from './own-chat.ts';
import type { BotParts } from './parts.ts';
import { addressOf, placeOf, tenantOf } from './place.ts';
import { createSearch } from './search.ts';
import { createSeen } from './seen.ts';
import { textOf } from './text.ts';
import { languageOf, turnOf } from './turn.ts';
import { visitor } from './visitor.ts';

/** Teams delivers an unanswered message again after 15 seconds, and gives up within minutes. */
const SEEN = { size: 5000, forMs: 10 * 60_000 };
/**
 * So many turns are worked at together, the others wait for their place: all at once, each would take as long as the
 * last of them. Waiting for Teams to take an answer is no part of it.
 */
const AT_ONCE = 10;
const LONGEST_TEXT = 2000;
const CLICK = 'adaptiveCard/action';
const SEARCH = 'composeExtension/query';
const PICK = 'composeExtension/selectItem';
const ERROR_ANSWER = 'application/vnd.microsoft.error';
const TEXT_ANSWER = 'application/vnd.microsoft.activity.message';

/** One turn of the conversation with Teams: what comes in, who it is from, what goes back. */
export function createBot(parts: BotParts): (context: TurnContext, activity: Incoming) => Promise<void> {
  const { assistant, background, say, clock, log, messenger, strangers, answerWithinMs } = parts;
  const seen = createSeen(SEEN);
  const inOrder = pLimit(AT_ONCE);
  const ownChat = createOwnChat(parts, seen);
  const search = createSearch(parts);

  /** Whoever writes ten times in a row is told of once. */
  const tellOf = (activity: Incoming): void => {
    const tenantId = tenantOf(activity);
    const { aadObjectId, name } = activity.from;
    if (tenantId === undefined || aadObjectId === undefined) return;
    if (!seen.first(`stranger~${tenantId}~${aadObjectId}`, clock.now())) return;
    strangers.came({ tenantId, aadObjectId, ...(name !== undefined && { name }) });
  };

  /**
   * Asks for the person, then does the work for them; whatever is thrown becomes a card with a reference to the log.
   * `inTheMeantime` is what can be said in their language before it is done.
   */
  const answerFor = (activity: Incoming, work: (turn: Turn) => Promise<Reply>) => {
    let language = languageOf(undefined);
    const answered = async (): Promise<Answer> => {
      try {
        const person = await visitor(parts, activity);
        language = languageOf(person);
        if (person === undefined) {
          tellOf(activity);
          return { view: notice('unknown', say(language)), language };
        }
        const own = person.address;
        return { ...(await work(turnOf(parts, activity, person))), language, ...(own !== undefined && { own }) };
      } catch (err) {
        const reference = parts.ids();
        log.problem('turn-failed', { err, reference });
        return { view: notice('failed', say(language), { reference }), language };
      }
    };
    const inTheMeantime = (name: 'slow-message' | 'slow-click'): Answer => ({
      view: notice(name, say(language)),
      language,
    });
    return { work: inOrder(answered), inTheMeantime };
  };

  const reply = (context: TurnContext, activity: Incoming, answer: Answer): Promise<boolean> =>
    deliver(parts, placeOf(activity).id, async (): Promise<Sent> => {
      try {
        const response = await context.sendActivity(answerActivity(parts, answer));
        return { outcome: 'sent', activityId: response?.id ?? '' };
      } catch (error) {
        return failureOf(error, 'post', clock.now());
      }
    });

  /** A message of its own that does not need the turn, in the thread the activity came from. */
  const post = async (activity: Incoming, answer: Answer): Promise<void> => {
    const message = cardOf(parts, answer);
    const thread = { ...addressOf(activity, tenantOf(activity) ?? ''), conversationId: activity.conversation.id };
    if (message !== undefined) await deliver(parts, placeOf(activity).id, () => messenger.post(thread, message));
  };

  const edit = async (activity: Incoming, messageId: string, { view, language }: Answer): Promise<void> => {
    const message = cardOf(parts, { view, language });
    const place = addressOf(activity, tenantOf(activity) ?? '');
    if (message !== undefined)
      await deliver(parts, place.conversationId, () => messenger.edit(place, messageId, message));
  };

  /** When the work is done at last: the clicked card shows the answer, or the chat gets it. */
  const later = (activity: Incoming, work: Promise<Answer>, clicked?: string): void => {
    log.problem('answer-slow', { type: activity.type, withinMs: answerWithinMs });
    background.run(
      work.then(async (whole) => {
        const answer = await ownChat.complete(activity, whole);
        return clicked === undefined || answer.below ? post(activity, answer) : edit(activity, clicked, answer);
      }),
    );
  };

  const onMessage = async (context: TurnContext, activity: Incoming): Promise<void> => {
    const key = `${activity.conversation.id}~${activity.id ?? ''}`;
    if (!seen.first(key, clock.now())) return;
    const text = textOf(activity);
    const { work, inTheMeantime } = answerFor(activity, (turn) =>
      text.length > LONGEST_TEXT
        ? Promise.resolve({ view: notice('too-long', say(turn.language), { max: LONGEST_TEXT }) })
        : assistant.say(turn, text),
    );
    const answer = await inTime(work, answerWithinMs);
    const shown: Answer =
      answer === 'late' ? inTheMeantime('slow-message') : await ownChat.complete(activity, answer.value);
    const delivered = await reply(context, activity, shown);
    if (answer === 'late') later(activity, work);
    // Not answered: when Teams delivers it again, it is answered then.
    else if (!delivered) seen.forget(key);
  };

  const respond = async (context: TurnContext, status: number, body: unknown): Promise<void> => {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
  };

  const onClick = async (context: TurnContext, activity: Incoming): Promise<void> => {
    const click = readClick(activity.value);
    if (click === undefined) log.problem('click-malformed');
    const clicked = activity.replyToId;
    const { work, inTheMeantime } = answerFor(activity, (turn) =>
      click === undefined
        ? Promise.resolve({ view: notice('bad-click', say(turn.language)) })
        : assistant.click(turn, {
            verb: click.verb,
            data: click.data,
            ...(clicked !== undefined && { messageId: clicked }),
          }),
    );
    const answer = await inTime(work, answerWithinMs);
    // An edit would make Teams ask again, for ever; and the card as it is has nothing wrong with it.
    if (answer === 'late' && click?.automatic === true) {
      log.problem('answer-slow', { type: activity.type, withinMs: answerWithinMs });
      work.catch((err: unknown) => log.problem('turn-failed', { err }));
      return respond(context, 200, { statusCode: 503, type: ERROR_ANSWER, value: { code: 'answer-slow' } });
    }
    if (answer === 'late') later(activity, work, clicked);
    const shown: Answer = answer === 'late' ? inTheMeantime('slow-click') : ownChat.promised(activity, answer.value);
    const card = shown.below ? undefined : cardOf(parts, shown)?.card;
    const text = shown.below ? say(shown.language)('teams.below') : plainFailure(parts, shown.language);
    if (shown.below && activity.deliveryMode === DeliveryModes.ExpectReplies)
      await context.sendActivity(answerActivity(parts, shown));
    else if (shown.below) background.run(post(activity, shown));
    const body =
      card === undefined
        ? { statusCode: 200, type: TEXT_ANSWER, value: text }
        : { statusCode: 200, type: CARD_TYPE, value: card };
    await respond(context, 200, body);
  };

  const onArrival = async (context: TurnContext, activity: Incoming): Promise<void> => {
    try {
      const answer = await arrivalAnswer(parts, activity, seen);
      if (answer !== undefined) await reply(context, activity, answer);
    } catch (err) {
      log.problem('turn-failed', { err });
    }
  };

  const take = async (context: TurnContext, activity: Incoming): Promise<void> => {
    switch (activity.type) {
      case ActivityTypes.Message:
        return onMessage(context, activity);
      case ActivityTypes.Invoke:
        if (activity.name === CLICK) return onClick(context, activity);
        if (activity.name === SEARCH) return respond(context, 200, await search.query(activity));
        if (activity.name === PICK) return respond(context, 200, await search.pick(activity));
        log.problem('invoke-unknown', { name: activity.name });
        return respond(context, 400, { code: 'invoke-unknown' });
      case ActivityTypes.InstallationUpdate:
      case ActivityTypes.ConversationUpdate:
        return onArrival(context, activity);
    }
  };

  return async (context, activity) => {
    try {
      await take(context, activity);
    } finally {
      // Afterwards: what was said or clicked may have made this channel a team's.
      await channelSeen(parts, activity);
    }
  };
}
