import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hanging, saying, sentText, teamsStage } from './teams-stage.ts';

let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeEach(async () => {
  stage = await teamsStage({ answerWithinMs: 150 });
});
afterEach(() => stage.connector.close());

describe('asked to stop', () => {
  test('it gives the answer that it is working at', async () => {
    const work = hanging();
    const asked = new Promise<void>((resolve) => {
      stage.script.say = () => {
        resolve();
        return work.answer();
      };
    });
    const sent = stage.send();
    await asked;
    const stopped = stage.stop();
    work.finish({ view: saying('Ja') });
    expect((await sent).status).toBe(200);
    await stopped;
    expect(sentText(stage)).toContain('Ja');
  });

  test('it gives the answer that it has promised', async () => {
    const work = hanging();
    stage.script.say = work.answer;
    await stage.send();
    expect(sentText(stage)).toContain('Svaret kommer her i chatten');
    const stopped = stage.stop();
    work.finish({ view: saying('Ja') });
    await stopped;
    expect(stage.connector.calls[1]).toMatchObject({ conversationId: 'chat-anna', body: { summary: 'Ja' } });
  });

  test('it takes nothing more', async () => {
    await stage.stop();
    await expect(stage.send()).rejects.toThrow('fetch failed');
  });
});
