import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { teamsStage } from './teams-stage.ts';

let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeEach(async () => {
  stage = await teamsStage({ answerWithinMs: 150 });
});
afterEach(() => stage.close());

const search = (text: string, of: Record<string, unknown> = {}) =>
  stage.click(
    { commandId: 'findCase', parameters: [{ name: 'text', value: text }], queryOptions: { skip: 0, count: 25 } },
    { name: 'composeExtension/query', replyToId: undefined, ...of },
  );
const pick = (caseId: string) => stage.click({ caseId }, { name: 'composeExtension/selectItem', replyToId: undefined });
const log = (): string => JSON.stringify(stage.lines);

describe('a search', () => {
  test('is answered with a list whose lines lead to the card that is put into the message', async () => {
    expect(await search('mette')).toMatchObject({
      status: 200,
      body: {
        composeExtension: {
          type: 'result',
          attachmentLayout: 'list',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: { type: 'AdaptiveCard' },
              preview: {
                contentType: 'application/vnd.microsoft.card.thumbnail',
                content: { title: 'A-1', text: 'mette', tap: { type: 'invoke', value: { caseId: 'A-1' } } },
              },
            },
          ],
        },
      },
    });
    expect((await pick('A-1')).body).toMatchObject({
      composeExtension: { type: 'result', attachments: [{ content: { type: 'AdaptiveCard' } }] },
    });
    expect(stage.codes()).toEqual([]);
  });

  test('is taken as from a place where others read along, and makes nowhere the own chat', async () => {
    await search('mette', { conversation: { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' } });
    await search('mette');
    expect(stage.searched.map(({ turn }) => turn.conversation.type)).toEqual(['channel', 'channel']);
    expect(stage.people.get('tenant~object-anna')).not.toHaveProperty('address');
    expect(stage.released).toEqual([]);
  });

  test('is in the language of the person', async () => {
    stage.script.search = () => Promise.resolve([]);
    const found = await search('x', { from: { id: '29:eve', aadObjectId: 'object-eve' } });
    expect(found.body.composeExtension).toEqual({
      type: 'message',
      text: 'None of your open cases has that number or name.',
    });
  });

  test('shows no markup and no CPR number of a name', async () => {
    stage.script.search = async (turn, wanted) => {
      const hits = [
        { caseId: 'A-1', about: '<img src=x> 300285-0000 & co', view: (await stage.script.say(turn, '')).view },
      ];
      return wanted.skip === 0 ? hits : [];
    };
    const { text } = await search('');
    expect(text).not.toMatch(/<img|300285/);
  });

  test('that takes too long is answered in time, in words', async () => {
    stage.script.search = () => new Promise(() => undefined);
    stage.script.caseCard = () => new Promise(() => undefined);
    for (const answer of [await search('Mette Opdigtet'), await pick('A-1')]) {
      expect(answer.status).toBe(200);
      expect(answer.body.composeExtension).toMatchObject({
        type: 'message',
        text: expect.stringContaining('Prøv igen'),
      });
    }
    expect(stage.codes()).toEqual(['answer-slow', 'answer-slow']);
    expect(log()).not.toContain('Opdigtet');
  });

  test('that fails is answered in words, with a reference that the log has too, and nothing of the error', async () => {
    stage.script.search = () => Promise.reject(new Error('SELECT name FROM citizens'));
    const { status, text, body } = await search('Mette Opdigtet');
    expect(status).toBe(200);
    expect(body.composeExtension).toMatchObject({ type: 'message', text: expect.stringContaining('ref-1') });
    expect(text).not.toContain('SELECT');
    expect(stage.codes()).toEqual(['turn-failed']);
    expect(log()).toContain('ref-1');
    expect(log()).not.toContain('Opdigtet');
  });

  test('that finds a case whose card cannot be made is answered in words', async () => {
    await stage.close();
    stage = await teamsStage({
      cards: {
        render: () => {
          throw new Error('template secret');
        },
      },
    });
    const { status, text } = await search('mette');
    expect(status).toBe(200);
    expect(text).toContain('Det er min fejl');
    expect(text).not.toContain('secret');
  });
});
