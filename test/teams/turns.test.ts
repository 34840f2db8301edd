import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Reply } from '../../src/conversation/assistant.ts';
import { saying, teamsStage } from './teams-stage.ts';

let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeEach(async () => {
  stage = await teamsStage({ answerWithinMs: 150 });
});
afterEach(() => stage.close());

const sentText = (): string => JSON.stringify(stage.connector.calls.map(({ body }) => body));
/** Never answers by itself; `finish` lets it. */
const hanging = () => {
  let finish: (reply: Reply) => void = () => undefined;
  const reply = new Promise<Reply>((resolve) => {
    finish = resolve;
  });
  return { answer: () => reply, finish };
};

describe('a message', () => {
  test('is answered with a card in the same conversation, once', async () => {
    expect((await stage.send()).status).toBe(200);
    expect(stage.connector.calls).toHaveLength(1);
    expect(stage.connector.calls[0]).toMatchObject({
      method: 'POST',
      conversationId: 'chat-anna',
      body: { type: 'message', summary: 'Du sagde hej', replyToId: 'message-1' },
    });
    expect(stage.connector.calls[0]?.body).not.toHaveProperty('text');
  });

  test('reaches the assistant as the person of the directory, at this moment, in their language', async () => {
    await stage.send({
      from: { id: '29:x', aadObjectId: 'object-eve', name: 'Anna' },
      conversation: { id: 'chat-eve', conversationType: 'personal' },
    });
    expect(stage.said).toMatchObject([
      {
        text: 'hej',
        turn: {
          person: { id: 'eve' },
          language: 'en',
          conversation: { id: 'chat-eve', type: 'personal' },
          activityId: 'message-1',
          now: '2023-06-01T10:00:00.000Z',
          today: '2023-06-01',
        },
      },
    ]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'mentions and odd blanks',
      {
        text: '<at>Makker</at>&nbsp;må jeg <at>Makker</at>\u00a0forlænge?',
        entities: [{ type: 'mention', text: '<at>Makker</at>', mentioned: { id: '28:bot' } }],
      },
      'må jeg forlænge?',
    ],
    [
      'the name of a colleague kept',
      {
        text: 'spørg <at>Bo Lind</at>',
        entities: [{ type: 'mention', text: '<at>Bo Lind</at>', mentioned: { id: '29:bo' } }],
      },
      'spørg Bo Lind',
    ],
    ['a CPR number masked', { text: 'hvad med 010190-1234 i dag' }, 'hvad med ******-**** i dag'],
    ['no text at all', { text: undefined }, ''],
  ])('arrives with %s', async (_what, overrides, text) => {
    await stage.send(overrides);
    expect(stage.said.map((each) => each.text)).toEqual([text]);
  });

  test('delivered twice is answered once', async () => {
    await stage.send();
    await stage.send();
    expect(stage.said).toHaveLength(1);
    expect(stage.connector.calls).toHaveLength(1);
    await stage.send({ id: 'message-2' });
    expect(stage.said).toHaveLength(2);
  });

  test('delivered again while the first is being answered is answered once', async () => {
    await Promise.all([stage.send(), stage.send(), stage.send()]);
    expect(stage.said).toHaveLength(1);
  });

  test('whose answer Teams would not take is answered when it is delivered again', async () => {
    stage.connector.always('chat-anna', { status: 502 });
    expect((await stage.send()).status).toBe(200);
    expect(stage.connector.calls).toHaveLength(3);
    expect(stage.codes()).toEqual(['reply-not-sent']);
    stage.connector.always('chat-anna', undefined);
    await stage.send();
    expect(stage.connector.calls.at(-1)).toMatchObject({ status: 200 });
  });

  test('whose answer Teams never takes up does not hold its request', async () => {
    await stage.close();
    stage = await teamsStage({ deliverWithinMs: 200 });
    stage.connector.always('chat-anna', 'hang');
    expect((await stage.send()).status).toBe(200);
    // A try alone takes 500 ms here, so there was time for no second one.
    expect(stage.connector.calls).toHaveLength(1);
    expect(stage.lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'reply-not-sent', connector: 'no-answer' })]),
    );
  });

  test('is answered in spite of a moment of throttling', async () => {
    stage.connector.next({ status: 429 }, { status: 412 });
    await stage.send();
    expect(stage.connector.calls.map(({ status }) => status)).toEqual([429, 412, 200]);
  });

  test('in a channel is answered in its thread, and known by the bare channel', async () => {
    await stage.send({
      conversation: { id: '19:abc@thread.tacv2;messageid=123', conversationType: 'channel', tenantId: 'tenant' },
    });
    expect(stage.connector.calls[0]?.conversationId).toBe('19:abc@thread.tacv2;messageid=123');
    expect(stage.said[0]?.turn.conversation).toEqual({ id: '19:abc@thread.tacv2', type: 'channel' });
    expect(stage.people.get('tenant~object-anna')).not.toHaveProperty('address');
  });

  test('from a place of unknown kind is treated as one where others read along', async () => {
    await stage.send({ conversation: { id: 'chat-anna', tenantId: 'tenant' } });
    expect(stage.said[0]?.turn.conversation.type).toBe('channel');
  });

  test('with expected replies gets them in the response', async () => {
    const { status, body } = await stage.send({ deliveryMode: 'expectReplies' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ activities: [{ type: 'message', summary: 'Du sagde hej' }] });
    expect(stage.connector.calls).toEqual([]);
  });

  test('longer than anyone types is answered without the assistant', async () => {
    await stage.send({ text: 'a '.repeat(5000) });
    expect(stage.said).toEqual([]);
    expect(sentText()).toContain('Din besked er for lang');
  });
});

describe('who it is', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a stranger', { from: { id: '29:x', aadObjectId: 'object-stranger' } }],
    [
      'somebody of another tenant',
      {
        channelData: { tenant: { id: 'other' } },
        conversation: { id: 'c', conversationType: 'personal', tenantId: 'other' },
      },
    ],
    ['somebody without an object id', { from: { id: '29:anna' } }],
    [
      'a tenant named twice and differently',
      {
        channelData: { tenant: { id: 'tenant' } },
        conversation: { id: 'c', conversationType: 'personal', tenantId: 'other' },
      },
    ],
    [
      'a name in the text or the card',
      { from: { id: '29:x' }, value: { aadObjectId: 'object-anna' }, text: 'jeg er Anna' },
    ],
  ])('%s gets a friendly refusal, and the assistant hears nothing', async (_what, overrides) => {
    await stage.send(overrides);
    expect(stage.said).toEqual([]);
    expect(sentText()).toContain('Jeg kender dig ikke endnu');
    expect(stage.codes()).toEqual(['person-unknown']);
    const click = await stage.click({ action: { verb: 'approve', data: {} } }, overrides);
    expect(JSON.stringify(click.body)).toContain('Jeg kender dig ikke endnu');
    expect(stage.clicked).toEqual([]);
  });

  test('what waits for somebody is let go on their first contact only', async () => {
    await stage.send();
    expect(stage.people.get('tenant~object-anna')?.address).toEqual({
      conversationId: 'chat-anna',
      serviceUrl: stage.connector.serviceUrl,
      tenantId: 'tenant',
      botId: '28:bot',
      userId: '29:anna',
    });
    await stage.send({ id: 'message-2' });
    await stage.send({
      id: 'message-3',
      conversation: { id: 'chat-new', conversationType: 'personal', tenantId: 'tenant' },
    });
    expect(stage.released).toEqual(['anna']);
    expect(stage.people.get('tenant~object-anna')?.address?.conversationId).toBe('chat-new');
  });
});

describe('a conversation that the bot comes to', () => {
  const bot = { id: '28:bot' };
  const installed = { type: 'installationUpdate', action: 'add', text: undefined };
  const channel = { conversation: { id: '19:team@thread.tacv2', conversationType: 'channel', tenantId: 'tenant' } };
  const summaries = () => stage.connector.calls.map(({ body }) => body['summary']);

  test('is welcomed once, though an installation comes as two activities and an update as one more', async () => {
    await Promise.all([
      stage.send({ type: 'conversationUpdate', id: 'a1', membersAdded: [bot], text: undefined }),
      stage.send({ ...installed, id: 'a2' }),
    ]);
    await stage.send({ ...installed, id: 'a3', action: 'add-upgrade' });
    expect(summaries()).toEqual(['Velkommen, Anna']);
    expect(stage.people.get('tenant~object-anna')).toHaveProperty('address');
  });

  test('is welcomed as a team, too, and that makes it nobody’s own chat', async () => {
    await stage.send({ ...installed, ...channel, id: 'a1' });
    await stage.send({ type: 'conversationUpdate', id: 'a2', membersAdded: [bot], text: undefined, ...channel });
    expect(summaries()).toEqual(['Velkommen, Anna']);
    expect(stage.connector.calls[0]?.conversationId).toBe('19:team@thread.tacv2');
    expect(stage.people.get('tenant~object-anna')).not.toHaveProperty('address');
  });

  test('as a team is welcomed also by a stranger who added the bot, with what anybody there can ask', async () => {
    await stage.send({ ...installed, ...channel, id: 'a1', from: { id: '29:it', aadObjectId: 'object-it' } });
    expect(summaries()).toEqual(['Hej, jeg er Makker']);
    expect(sentText()).not.toContain('Jeg kender dig ikke');
    expect(sentText()).toContain('Hvad siger reglerne om virksomhedspraktik?');
  });

  test('as a chat of a stranger is told so once, and welcomed when they have been added', async () => {
    const stranger = { from: { id: '29:x', aadObjectId: 'object-new' } };
    await stage.send({ ...installed, ...stranger, id: 'a1' });
    await stage.send({ type: 'conversationUpdate', id: 'a2', membersAdded: [bot], text: undefined, ...stranger });
    const anna = stage.people.get('tenant~object-anna');
    if (anna !== undefined) stage.people.set('tenant~object-new', anna);
    await stage.send({ ...installed, ...stranger, id: 'a3' });
    expect(summaries()).toEqual(['Jeg kender dig ikke endnu', 'Velkommen, Anna']);
  });

  test('is not welcomed when the bot leaves, or somebody else comes', async () => {
    await stage.send({ type: 'installationUpdate', id: 'a1', action: 'remove' });
    for (const conversationType of ['groupChat', 'channel'])
      await stage.send({
        type: 'conversationUpdate',
        id: `a-${conversationType}`,
        membersAdded: [{ id: '29:x' }],
        conversation: { id: 'g', conversationType, tenantId: 'tenant' },
      });
    expect(stage.connector.calls).toEqual([]);
  });
});

describe('what can be said next', () => {
  const suggestions = [{ title: 'Næste skridt', text: 'Hvad er næste skridt i sag A-1?' }];

  test('stands below an answer as buttons that say it', async () => {
    stage.script.say = () => Promise.resolve({ view: saying('Ja'), suggestions });
    await stage.send();
    expect(stage.connector.calls[0]?.body['suggestedActions']).toEqual({
      to: [],
      actions: [{ type: 'imBack', title: 'Næste skridt', value: 'Hvad er næste skridt i sag A-1?' }],
    });
  });

  test('stands below an answer that comes as a message of its own, and on no card that is edited', async () => {
    const late = hanging();
    stage.script.click = late.answer;
    await stage.click({ action: { verb: 'approve', data: {} } });
    late.finish({ view: saying('Godkendt'), suggestions });
    await stage.connector.received(1);
    stage.script.click = () => Promise.resolve({ view: saying('Næste skridt'), suggestions, below: true });
    await stage.click({ action: { verb: 'ask', data: {} } });
    await stage.connector.received(2);
    expect(stage.connector.calls.map(({ method, body }) => [method, 'suggestedActions' in body])).toEqual([
      ['PUT', false],
      ['POST', true],
    ]);
  });
});

describe('an answer of which others read a part only', () => {
  const channel = { conversation: { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel' } };
  const sentTo = (conversationId: string) =>
    stage.connector.calls.filter((call) => call.conversationId === conversationId).map(({ body }) => body);
  const inChannel = () => JSON.stringify(sentTo('19:team@thread.tacv2;messageid=1'));
  const partly = (): Promise<Reply> =>
    Promise.resolve({ view: saying('Sag A-1'), withheld: { details: saying('Mette i sag A-1') } });

  beforeEach(async () => {
    await stage.send();
    stage.connector.calls.length = 0;
    stage.script.say = partly;
    stage.script.click = partly;
  });

  test('comes in full to the own chat, once, however often Teams delivers the question', async () => {
    await Promise.all([1, 2, 3].map(() => stage.send({ id: 'm-2', ...channel })));
    await stage.send({ id: 'm-2', ...channel });
    expect(sentTo('chat-anna').map(({ summary }) => summary)).toEqual(['Mette i sag A-1']);
    expect(stage.connector.calls).toHaveLength(2);
    expect(inChannel()).toContain('Hele svaret har jeg lige sendt til dig');
    expect(inChannel()).not.toContain('Mette');
  });

  test('is not sent again to the own chat when the channel takes it only later', async () => {
    stage.connector.always('19:team@thread.tacv2;messageid=1', { status: 502 });
    await stage.send({ id: 'm-2', ...channel });
    stage.connector.always('19:team@thread.tacv2;messageid=1', undefined);
    await stage.send({ id: 'm-2', ...channel });
    expect(sentTo('chat-anna')).toHaveLength(1);
    expect(stage.connector.calls.at(-1)).toMatchObject({
      conversationId: '19:team@thread.tacv2;messageid=1',
      status: 200,
    });
  });

  test.each([403, 404])('says how to get the rest when the own chat answers %d', async (status) => {
    stage.connector.always('chat-anna', { status });
    await stage.send({ id: 'm-2', ...channel });
    expect(inChannel()).toContain('skriv »hej« til mig dér');
    expect(inChannel()).not.toContain('lige sendt');
  });

  test('says how to get the rest when there is no own chat yet', async () => {
    stage.script.say = () => Promise.resolve({ view: saying('Sag A-1'), withheld: {} });
    await stage.send({ id: 'm-2', ...channel, from: { id: '29:eve', aadObjectId: 'object-eve' } });
    expect(inChannel()).toContain('write “hello” to me there');
    expect(stage.connector.calls).toHaveLength(1);
  });

  test('comes in full after a click, too', async () => {
    const click = await stage.click({ action: { verb: 'choose', data: {} } }, channel);
    await stage.connector.received(1);
    expect(click.text).toContain('Hele svaret har jeg lige sendt til dig');
    expect(click.text).not.toContain('Mette');
    expect(sentTo('chat-anna')).toHaveLength(1);
  });
});

describe('a click', () => {
  test('reaches the assistant with verb, data and message, and is answered with a card', async () => {
    const { status, body } = await stage.click({
      action: { type: 'Action.Execute', verb: 'approve', data: { requestId: 'r1', revision: 1, note: '010190-1234' } },
      trigger: 'manual',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard' },
    });
    expect(stage.clicked).toMatchObject([
      {
        turn: { person: { id: 'anna' } },
        click: { verb: 'approve', data: { requestId: 'r1', revision: 1, note: '******-****' }, messageId: 'card-1' },
      },
    ]);
    expect(stage.connector.calls).toEqual([]);
  });

  test('with a long text reaches the assistant, which can say what is too long about it', async () => {
    const data = { requestId: 'r1', reason: 'x'.repeat(100_000) };
    await stage.click({ action: { verb: 'reject', data } });
    expect(stage.clicked).toMatchObject([{ click: { data } }]);
    expect(stage.codes()).toEqual([]);
  });

  test('on which the assistant takes too long is answered in time, and its card shows the answer afterwards', async () => {
    const work = hanging();
    stage.script.click = work.answer;
    const { status, body } = await stage.click({ action: { verb: 'approve', data: {} } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(body)).toContain('Jeg er ikke færdig endnu');
    expect(stage.connector.calls).toEqual([]);
    work.finish({ view: saying('Godkendt') });
    await stage.connector.received(1);
    expect(stage.connector.calls).toMatchObject([
      { method: 'PUT', conversationId: 'chat-anna', activityId: 'card-1', body: { summary: 'Godkendt' } },
    ]);
    expect(stage.codes()).toEqual(['answer-slow']);
  });

  test('whose answer goes below leaves its card as it is', async () => {
    stage.script.click = () => Promise.resolve({ view: saying('Reglen siger'), below: true });
    const { body } = await stage.click({ action: { verb: 'show-rule', data: { rule: 'RULE-1' } } });
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Svaret står nedenfor.',
    });
    await stage.connector.received(1);
    expect(stage.connector.calls).toMatchObject([
      { method: 'POST', conversationId: 'chat-anna', body: { summary: 'Reglen siger' } },
    ]);
  });

  test('that is delivered again is answered again: carrying it out once is up to the data', async () => {
    await stage.click({ action: { verb: 'approve', data: {} } });
    const again = await stage.click({ action: { verb: 'approve', data: {} } });
    expect(JSON.stringify(again.body)).toContain('Du klikkede approve');
  });
});

describe('a message on which the assistant takes too long', () => {
  test('is answered in time, and then answered', async () => {
    const work = hanging();
    stage.script.say = work.answer;
    await stage.send();
    expect(sentText()).toContain('Svaret kommer her i chatten');
    work.finish({ view: saying('Ja') });
    await stage.connector.received(2);
    expect(stage.connector.calls[1]).toMatchObject({
      method: 'POST',
      conversationId: 'chat-anna',
      body: { summary: 'Ja' },
    });
  });
});

describe('when the assistant fails', () => {
  const failing = () => Promise.reject(new Error('SELECT name FROM citizens: Mette 010190-1234'));

  test('the person is told, with a reference that the log has too, and nothing of the error', async () => {
    stage.script.say = failing;
    stage.script.click = failing;
    const message = await stage.send();
    const click = await stage.click({ action: { verb: 'approve', data: {} } });
    expect([message.status, click.status]).toEqual([200, 200]);
    expect(sentText()).toContain('denne kode: ref-1');
    expect(JSON.stringify(click.body)).toContain('denne kode: ref-2');
    expect(`${sentText()}${message.text}${click.text}`).not.toMatch(/SELECT|citizens|Mette|1234|at .*\.ts/);
    expect(stage.lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'turn-failed', reference: 'ref-1' })]),
    );
    expect(JSON.stringify(stage.lines)).not.toContain('010190-1234');
  });

  test('also when what it throws is thrown at once', async () => {
    stage.script.click = () => {
      throw new Error('secret');
    };
    const { status, text } = await stage.click({ action: { verb: 'approve', data: {} } });
    expect(status).toBe(200);
    expect(text).not.toContain('secret');
  });

  test('a card that cannot be made becomes plain words', async () => {
    await stage.close();
    stage = await teamsStage({
      cards: {
        render: () => {
          throw new Error('template secret');
        },
      },
    });
    await stage.send();
    expect(stage.connector.calls[0]?.body).toMatchObject({ text: expect.stringContaining('Det er min fejl') });
    const { status, body } = await stage.click({ action: { verb: 'approve', data: {} } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('Det er min fejl'),
    });
    expect(JSON.stringify([body, stage.connector.calls])).not.toContain('secret');
  });
});

describe('the state of the server', () => {
  test('is well while the store answers', async () => {
    expect((await fetch(`${stage.url}/healthz`)).status).toBe(200);
    stage.health.fails = true;
    const response = await fetch(`${stage.url}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('fire');
  });

  test('without credentials it says that it believes everyone, and where it listens', () => {
    expect(stage.lines[0]).toMatchObject({ code: 'no-credentials', host: '127.0.0.1' });
  });
});
