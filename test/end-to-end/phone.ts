import { z } from 'zod';
import { buttonOf, readCard, type Button, type Seen } from './card.ts';
import { TENANT, type Who } from './town.ts';
import type { World } from './world.ts';

/** Between two things that people do; keeps a chat within what Teams takes in one conversation. */
const BREATH_MS = 5000;

const posted = z.object({
  attachments: z.tuple([z.object({ content: z.record(z.string(), z.unknown()) })]),
});
const clicked = z.object({ statusCode: z.literal(200), value: z.record(z.string(), z.unknown()) });

export type Inputs = Record<string, string>;

/** A message on somebody's screen. */
export interface Shown extends Seen {
  messageId: string;
}

/** A person's Teams: their own chat with Makker, what it shows, and their fingers. */
export interface Phone {
  conversationId: string;
  /** Sends an activity as it is, with the person's identity and chat where it does not say otherwise; the answer's body. */
  send(activity: Record<string, unknown>): Promise<unknown>;
  /** Says something and gets the card that answers it. */
  say(text: string, elsewhere?: Record<string, unknown>): Promise<Seen>;
  /** The click on a button of the newest card that has it, with what was filled in, ready to be delivered. */
  click(title: string, inputs?: Inputs): Record<string, unknown>;
  /** Delivers a click and gets the card that takes the clicked one's place. */
  deliver(click: Record<string, unknown>): Promise<Seen>;
  /** Presses a button: `click` and `deliver`. */
  press(title: string, inputs?: Inputs): Promise<Seen>;
  /** The click on a card that somebody has made up, or taken from another's screen. */
  forge(verb: string, data: unknown): Promise<Seen>;
  /** Every message with what it shows now: as posted, as edited, as replaced by the answer to a click. */
  screen(): Shown[];
  /** The newest message that has this button. */
  withButton(title: string): Shown;
}

/** Hands a person their phone; what was on it stays when Makker is started again. */
export function createPhone(world: World, who: Who): Phone {
  const conversationId = `chat-${who}`;
  const { connector } = world;
  const answers: { afterCalls: number; messageId: string; card: Seen }[] = [];
  let sent = 0;

  const send = async (activity: Record<string, unknown>): Promise<unknown> => {
    world.pass(BREATH_MS);
    const response = await fetch(`http://127.0.0.1:${world.running.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `${who}-${(sent += 1)}`,
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        from: { id: `29:${who}`, aadObjectId: `object-${who}` },
        recipient: { id: '28:bot' },
        conversation: { id: conversationId, conversationType: 'personal', tenantId: TENANT },
        ...activity,
      }),
    });
    const text = await response.text();
    world.responses.push(text);
    if (response.status !== 200) throw new Error(`${who} was answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };

  const screen = (): Shown[] => {
    const messages = new Map<string, Seen>();
    const replace = (before: number): void => {
      for (const { afterCalls, messageId, card } of answers) if (afterCalls === before) messages.set(messageId, card);
    };
    for (const [index, call] of connector.calls.entries()) {
      replace(index);
      if (call.conversationId === conversationId && call.givenId !== undefined)
        messages.set(call.givenId, readCard(posted.parse(call.body).attachments[0].content));
    }
    replace(connector.calls.length);
    return [...messages].map(([messageId, seen]) => ({ messageId, ...seen }));
  };

  const withButton = (title: string): Shown => {
    const shown = screen();
    const found = shown.findLast(({ buttons }) => buttons.some((each) => each.title === title));
    if (found === undefined)
      throw new Error(`${who} has no button ${title} on:\n${shown.map(({ text }) => text).join('\n--\n')}`);
    return found;
  };

  const clickOn = (messageId: string, action: Pick<Button, 'verb'> & { data: unknown }) => ({
    id: `${who}-click-${(sent += 1)}`,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: messageId,
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
  });

  const click: Phone['click'] = (title, inputs = {}) => {
    const card = withButton(title);
    const { verb, data } = buttonOf(card, title);
    return clickOn(card.messageId, { verb, data: { ...data, ...inputs } });
  };

  const deliver: Phone['deliver'] = async (activity) => {
    const card = readCard(clicked.parse(await send(activity)).value);
    answers.push({ afterCalls: connector.calls.length, messageId: String(activity['replyToId']), card });
    return card;
  };

  return {
    conversationId,
    send,
    screen,
    withButton,
    click,
    deliver,
    press: (title, inputs) => deliver(click(title, inputs)),
    forge: (verb, data) => deliver(clickOn('no-message-of-ours', { verb, data })),
    say: async (text, elsewhere = {}) => {
      const id = `${who}-says-${(sent += 1)}`;
      await send({ type: 'message', id, text, ...elsewhere });
      const reply = connector.calls.find(({ method, activityId }) => method === 'POST' && activityId === id);
      if (reply === undefined) throw new Error(`${who} got no answer to: ${text}`);
      return readCard(posted.parse(reply.body).attachments[0].content);
    },
  };
}
