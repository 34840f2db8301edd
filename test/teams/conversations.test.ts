import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Reply } from '../../src/conversation/assistant.ts';
import { hanging, saying, sentText, teamsStage } from './teams-stage.ts';

let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeEach(async () => {
  stage = await teamsStage({ answerWithinMs: 150 });
});
afterEach(() => stage.close());

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
    expect(sentText(stage)).not.toContain('Jeg kender dig ikke');
    expect(sentText(stage)).toContain('Hvad siger reglerne om virksomhedspraktik?');
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
