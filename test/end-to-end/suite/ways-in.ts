import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Bench } from '../bench.ts';
import { ASK, QUESTION, open, postsTo, request, words } from '../scenes.ts';
import { METTE, RIKKES, TENANT, type Who } from '../town.ts';
import { eventually } from '../world.ts';

const CHANNEL = '19:team@thread.tacv2';
const inChannel = { conversation: { id: CHANNEL, conversationType: 'channel', tenantId: TENANT } };

const suggested = z.object({
  suggestedActions: z.object({
    actions: z.array(z.object({ type: z.literal('imBack'), title: z.string(), value: z.string() })),
  }),
});

/** How Teams is entered besides writing to Makker alone: a mention among others, what is suggested, a welcome. */
export const waysIn = (bench: Bench): void => {
  test('a question among others is answered by number there and in full in the own chat, where the talk goes on', async () => {
    const { world } = bench;
    await open(world, 'ane', 'bo');
    const ane = world.phone('ane');
    const told = await ane.say(`<at>Makker</at> ${QUESTION}`, {
      ...inChannel,
      entities: [{ type: 'mention', text: '<at>Makker</at>', mentioned: { id: '28:bot' } }],
    });
    expect(told.text).toContain(METTE);
    expect(told.text).toContain(words('teams.details-sent'));
    expect(told.text).not.toContain('Mette');
    expect(told.buttons).toEqual([]);
    expect(ane.screen().at(-1)?.text).toContain('Mette Vinterby');

    const waiting = await ane.press(ASK);
    expect(waiting.text).toContain(words('request.title.waiting'));
    await world.quiet();
    expect((await world.request(METTE)).state).toBe('open');
    expect((await ane.say('Hvilke frister er der?')).text).toContain('Mette Vinterby');
  });

  test('delivered again, it is answered in neither place again, and leaves one receipt', async () => {
    const { world } = bench;
    await open(world, 'ane');
    const asked = { type: 'message', id: 'again', text: QUESTION, ...inChannel };
    const before = world.connector.calls.length;
    await Promise.all([1, 2, 3].map(() => world.phone('ane').send(asked)));
    await world.phone('ane').send(asked);
    const sent = world.connector.calls.slice(before).map(({ conversationId }) => conversationId);
    expect(sent.toSorted()).toEqual([CHANNEL, world.phone('ane').conversationId]);
    const decisions = world.connector.calls.flatMap(
      ({ body }) => JSON.stringify(body).match(/rebild~[^"]+~[a-z0-9]{12,}/g) ?? [],
    );
    expect(new Set(decisions).size).toBe(1);
  });

  test('who has not opened Makker is told how, and nothing is sent anywhere', async () => {
    const { world } = bench;
    const answer = await world.phone('ane').say(QUESTION, inChannel);
    expect(answer.text).toContain(words('teams.details-how'));
    expect(world.connector.calls.map(({ conversationId }) => conversationId)).toEqual([CHANNEL]);
  });

  test('which of two citizens is meant is asked by number there and by name in the own chat; either answers', async () => {
    const { world } = bench;
    await open(world, 'ane');
    const ane = world.phone('ane');
    const there = await ane.say('Må jeg forlænge Rikkes forløb til udgangen af august?', inChannel);
    expect(there.buttons.map(({ title }) => title).toSorted()).toEqual([...RIKKES]);
    const answer = await ane.press(`${RIKKES[1]} · Rikke Havgård`);
    expect(answer.text).toContain(`${RIKKES[1]} · Rikke Havgård`);
    const chosen = there.buttons.find(({ title }) => title === RIKKES[0]);
    const clicked = await ane.deliver({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'in-the-channel',
      value: { action: { verb: chosen?.verb, data: chosen?.data } },
      ...inChannel,
    });
    expect(clicked.text).toContain(RIKKES[0]);
    expect(clicked.text).not.toContain('Rikke');
    await eventually('the own chat has the answer', () =>
      ane.screen().find(({ text }) => text.includes(`${RIKKES[0]} · Rikke Sommerlund`) && text.includes('31. august')),
    );
  });

  test('what is suggested after an answer is understood when it is said, and is about the same case', async () => {
    const { world } = bench;
    await open(world, 'bo');
    await request(world);
    const ane = world.phone('ane');
    await ane.say(QUESTION);
    const { actions } = suggested.parse(world.connector.calls.at(-1)?.body).suggestedActions;
    expect(actions.map(({ title }) => title)).toEqual([
      words('suggest.deadlines.title'),
      words('suggest.next-step.title'),
      words('suggest.request-status.title'),
    ]);
    expect(JSON.stringify(actions)).not.toContain('Mette');
    for (const { value } of actions) {
      const { text } = await ane.say(value);
      expect({ value, text }).toEqual({ value, text: expect.stringContaining(METTE) });
    }
    await ane.say('tak');
    expect(world.connector.calls.at(-1)?.body).not.toHaveProperty('suggestedActions');
    await ane.say(QUESTION, inChannel);
    for (const { conversationId, body } of world.connector.calls)
      if (conversationId === CHANNEL) expect(body).not.toHaveProperty('suggestedActions');
  });

  test('a new chat is welcomed once with three things to ask that fit the person, over a restart as well', async () => {
    const { world } = bench;
    const installed = { type: 'installationUpdate', action: 'add' };
    const welcome = async (who: Who): Promise<{ titles: string[]; text: string }> => {
      await world.phone(who).send(installed);
      const { buttons, text } = world.phone(who).screen().at(-1) ?? { buttons: [], text: '' };
      return { titles: buttons.map(({ title }) => title), text };
    };
    const pending = words('talk.example.pending');
    const ane = await welcome('ane');
    expect(ane.titles).toHaveLength(3);
    expect(ane.text).toContain('Må jeg forlænge');
    expect(ane.text).toContain('Stien');
    const dorthe = await welcome('dorthe');
    expect(dorthe.titles).toHaveLength(3);
    expect(dorthe.text).toContain(pending);
    const ida = await welcome('ida');
    expect(ida.titles).toHaveLength(3);
    expect(ida.text).not.toContain(pending);
    expect((await welcome('pia')).titles).toHaveLength(3);
    for (const title of dorthe.titles) {
      const before = world.phone('dorthe').screen().length;
      await world.phone('dorthe').send(world.phone('dorthe').click(title));
      const below = await eventually(title, () => world.phone('dorthe').screen()[before]);
      expect(below.text).not.toContain(words('talk.not-understood.title'));
    }

    await world.restart();
    await world.phone('ane').send({ ...installed, action: 'add-upgrade' });
    expect(postsTo(world, 'ane', words('welcome.title', { name: 'Ane' }))).toBe(1);
  });

  test('a team that gets Makker is welcomed once, without a word about anybody', async () => {
    const { world } = bench;
    await open(world, 'ane');
    const before = world.connector.calls.length;
    for (const type of ['installationUpdate', 'conversationUpdate'])
      await world.phone('ane').send({ type, action: 'add', membersAdded: [{ id: '28:bot' }], ...inChannel });
    const sent = world.connector.calls.slice(before);
    expect(sent.map(({ conversationId }) => conversationId)).toEqual([CHANNEL]);
    const text = JSON.stringify(sent[0]?.body);
    expect(text).not.toMatch(/Ane|Mette|Torben|Rikke|Sofus|REB-\d{4}-/);
    expect(text.match(/"verb":"ask"/g)).toHaveLength(3);
  });
};
