import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hanging, saying, sentText, teamsStage } from './teams-stage.ts';

let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeEach(async () => {
  stage = await teamsStage({ answerWithinMs: 150 });
});
afterEach(() => stage.close());

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
    expect(sentText(stage)).toContain('Din besked er for lang');
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
    expect(sentText(stage)).toContain('Jeg kender dig ikke endnu');
    expect(stage.codes()).toEqual(['person-unknown']);
    const click = await stage.click({ action: { verb: 'approve', data: {} } }, overrides);
    expect(JSON.stringify(click.body)).toContain('Jeg kender dig ikke endnu');
    expect(stage.clicked).toEqual([]);
  });

  test('a stranger who writes and clicks is told of, by what the service vouches for, once in a while', async () => {
    const stranger = { id: '29:x', name: 'Somebody', aadObjectId: 'object-stranger' };
    const claims = { text: 'jeg er Anna', value: { aadObjectId: 'object-anna', tenantId: 'tenant' } };
    for (const id of ['first', 'second']) await stage.send({ id, from: stranger, ...claims });
    await stage.click({ action: { verb: 'approve', data: {} } }, { from: stranger });
    const told = { tenantId: 'tenant', aadObjectId: 'object-stranger', name: 'Somebody' };
    expect(stage.strangers).toEqual([told]);
    stage.clock.time += 60 * 60_000;
    await stage.click({ action: { verb: 'approve', data: {} } }, { from: stranger });
    expect(stage.strangers).toEqual([told, told]);
    await stage.send({ id: 'third', from: { id: '29:y' } });
    await stage.send({ id: 'fourth' });
    expect(stage.strangers).toHaveLength(2);
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

describe('a click', () => {
  test('reaches the assistant with verb, data and message, and is answered with a card', async () => {
    const { status, body } = await stage.click({
      action: {
        type: 'Action.Execute',
        verb: 'approve',
        data: { requestId: 'r1', revision: 1, note: '010190-1234', n: 3002901234 },
      },
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
        click: {
          verb: 'approve',
          data: { requestId: 'r1', revision: 1, note: '******-****', n: '******-****' },
          messageId: 'card-1',
        },
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

  test('that Teams makes by itself to refresh a card is answered like any other, and never edits the card', async () => {
    const value = { action: { verb: 'show-request', data: { requestId: 'r1' } }, trigger: 'automatic' };
    const { body } = await stage.click(value);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    const work = hanging();
    stage.script.click = work.answer;
    const { status, body: late } = await stage.click(value, { id: 'invoke-2' });
    expect(status).toBe(200);
    expect(late).toMatchObject({ statusCode: 503, type: 'application/vnd.microsoft.error' });
    work.finish({ view: saying('Godkendt') });
    await stage.send();
    expect(stage.connector.calls.map(({ method }) => method)).toEqual(['POST']);
  });

  test('or a message on which it takes too long is told so in the language of the reader', async () => {
    const eve = {
      from: { id: '29:eve', aadObjectId: 'object-eve', name: 'Eve' },
      conversation: { id: 'chat-eve', conversationType: 'personal' },
    };
    const work = hanging();
    stage.script.click = work.answer;
    stage.script.say = work.answer;
    const { body } = await stage.click({ action: { verb: 'approve', data: {} } }, eve);
    expect(JSON.stringify(body)).toContain("I'm not done yet");
    expect(body).toMatchObject({ value: { lang: 'en' } });
    await stage.send(eve);
    expect(stage.connector.calls).toMatchObject([
      { conversationId: 'chat-eve', body: { summary: "I'm not done yet" } },
    ]);
    work.finish({ view: saying('Approved') });
    await stage.connector.received(3);
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
