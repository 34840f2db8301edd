import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hanging, saying, sentText, teamsStage } from './teams-stage.ts';

let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeEach(async () => {
  stage = await teamsStage({ answerWithinMs: 150 });
});
afterEach(() => stage.close());

describe('a message on which the assistant takes too long', () => {
  test('is answered in time, and then answered', async () => {
    const work = hanging();
    stage.script.say = work.answer;
    await stage.send();
    expect(sentText(stage)).toContain('Svaret kommer her i chatten');
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
    expect(sentText(stage)).toContain('denne kode: ref-1');
    expect(JSON.stringify(click.body)).toContain('denne kode: ref-2');
    expect(`${sentText(stage)}${message.text}${click.text}`).not.toMatch(/SELECT|citizens|Mette|1234|at .*\.ts/);
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
  test('without credentials it says that it believes everyone, and where it listens', () => {
    expect(stage.lines[0]).toMatchObject({ code: 'no-credentials', host: '127.0.0.1' });
  });
});
