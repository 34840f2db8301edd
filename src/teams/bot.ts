import { ActivityTypes, type TurnContext } from 'botbuilder';
import { civilDateAt, isoInstant } from '../clock.ts';
import type { Language } from '../contract/language.ts';
import type { Reply, Turn } from '../conversation/assistant.ts';
import type { Sent } from '../outbox/messenger.ts';
import type { PersonItem } from '../store/items.ts';
import { answerActivity, cardOf, deliver, plainFailure, type Answer } from './delivery.ts';
import { failureOf } from './failure.ts';
import { inTime } from './in-time.ts';
import { readClick, type Incoming } from './incoming.ts';
import { CARD_TYPE } from './message-activity.ts';
import { notice } from './notice.ts';
import type { BotParts } from './parts.ts';
import { addressOf, placeOf, tenantOf } from './place.ts';
import { createSeen } from './seen.ts';
import { textOf } from './text.ts';
import { visitor } from './visitor.ts';

/** Teams delivers an unanswered message again after 15 seconds, and gives up within minutes. */
const SEEN = { size: 5000, forMs: 10 * 60_000 };
const LONGEST_TEXT = 2000;
const CLICK = 'adaptiveCard/action';
const TEXT_ANSWER = 'application/vnd.microsoft.activity.message';

/** Teams' own language is no evidence of the reader's: Danish until the person chooses. */
const languageOf = (person: PersonItem | undefined): Language => person?.language ?? 'da';

/** One turn of the conversation with Teams: what comes in, who it is from, what goes back. */
export function createBot(parts: BotParts): (context: TurnContext, activity: Incoming) => Promise<void> {
  const { assistant, say, clock, log, messenger, answerWithinMs } = parts;
  const seen = createSeen(SEEN);

  const turnOf = (activity: Incoming, person: PersonItem): Turn => ({
    person,
    language: languageOf(person),
    conversation: placeOf(activity),
    activityId: activity.id ?? '',
    now: isoInstant(clock.now()),
    today: civilDateAt(clock.now()),
  });

  /** Asks for the person, then does the work for them; whatever is thrown becomes a card with a reference to the log. */
  const answerFor = async (activity: Incoming, work: (turn: Turn) => Promise<Reply>): Promise<Answer> => {
    let language = languageOf(undefined);
    try {
      const person = await visitor(parts, activity);
      language = languageOf(person);
      if (person === undefined) return { view: notice('unknown', say(language)), language };
      return { ...(await work(turnOf(activity, person))), language };
    } catch (err) {
      const reference = parts.ids();
      log.problem('turn-failed', { err, reference });
      return { view: notice('failed', say(language), { reference }), language };
    }
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

  /** After the turn has ended: the clicked card shows the answer, or the chat gets it. */
  const replyLater = async (activity: Incoming, work: Promise<Answer>, clicked: string | undefined): Promise<void> => {
    const message = cardOf(parts, await work);
    if (message === undefined) return;
    const here = { ...addressOf(activity, tenantOf(activity) ?? ''), conversationId: activity.conversation.id };
    await deliver(parts, placeOf(activity).id, () =>
      clicked === undefined
        ? messenger.post(here, message)
        : messenger.edit(addressOf(activity, here.tenantId), clicked, message),
    );
  };

  const later = (activity: Incoming, work: Promise<Answer>, clicked?: string): void => {
    log.problem('answer-slow', { type: activity.type, withinMs: answerWithinMs });
    replyLater(activity, work, clicked).catch((err: unknown) => log.problem('reply-not-sent', { err }));
  };

  const onMessage = async (context: TurnContext, activity: Incoming): Promise<void> => {
    const key = `${activity.conversation.id}~${activity.id ?? ''}`;
    if (!seen.first(key, clock.now())) return;
    const text = textOf(activity);
    const work = answerFor(activity, (turn) =>
      text.length > LONGEST_TEXT
        ? Promise.resolve({ view: notice('too-long', say(turn.language), { max: LONGEST_TEXT }) })
        : assistant.say(turn, text),
    );
    const answer = await inTime(work, answerWithinMs);
    const shown =
      answer === 'late' ? { view: notice('slow-message', say('da')), language: 'da' as const } : answer.value;
    const delivered = await reply(context, activity, shown);
    if (answer === 'late') later(activity, work);
    // Not answered: when Teams delivers it again, it is answered then.
    else if (!delivered) seen.forget(key);
  };

  const onClick = async (context: TurnContext, activity: Incoming): Promise<void> => {
    const click = readClick(activity.value);
    if (click === undefined) log.problem('click-malformed');
    const clicked = activity.replyToId;
    const work = answerFor(activity, (turn) =>
      click === undefined
        ? Promise.resolve({ view: notice('bad-click', say(turn.language)) })
        : assistant.click(turn, { ...click, ...(clicked !== undefined && { messageId: clicked }) }),
    );
    const answer = await inTime(work, answerWithinMs);
    if (answer === 'late') later(activity, work, clicked);
    const shown = answer === 'late' ? { view: notice('slow-click', say('da')), language: 'da' as const } : answer.value;
    const card = cardOf(parts, shown)?.card;
    const body =
      card === undefined
        ? { statusCode: 200, type: TEXT_ANSWER, value: plainFailure(parts, shown.language) }
        : { statusCode: 200, type: CARD_TYPE, value: card };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  };

  const onArrival = async (context: TurnContext, activity: Incoming): Promise<void> => {
    const arrives = (activity.membersAdded ?? []).length > 0 || activity.action?.startsWith('add') === true;
    if (!arrives || placeOf(activity).type !== 'personal') return;
    // An installation comes as two activities; one welcome is enough, but both renew the address.
    const welcome = seen.first(`welcome~${activity.conversation.id}`, clock.now());
    const answer = await answerFor(activity, (turn) => assistant.say(turn, say(turn.language)('teams.help-question')));
    if (welcome) await reply(context, activity, answer);
  };

  return async (context, activity) => {
    switch (activity.type) {
      case ActivityTypes.Message:
        return onMessage(context, activity);
      case ActivityTypes.Invoke:
        if (activity.name === CLICK) return onClick(context, activity);
        log.problem('invoke-unknown', { name: activity.name });
        await context.sendActivity({
          type: ActivityTypes.InvokeResponse,
          value: { status: 400, body: { code: 'invoke-unknown' } },
        });
        return;
      case ActivityTypes.InstallationUpdate:
      case ActivityTypes.ConversationUpdate:
        return onArrival(context, activity);
    }
  };
}
