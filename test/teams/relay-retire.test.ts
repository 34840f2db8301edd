import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApprovalRequest, PostedCard } from '../../src/requests/request.ts';
import type { Behaviour } from '../support/fake-connector.ts';
import { edit, post, relayStage, request } from './relay-stage.ts';

let stage: Awaited<ReturnType<typeof relayStage>>;

beforeEach(async () => {
  stage = await relayStage();
});
afterEach(() => stage.close());

const DAY_MINUTES = 24 * 60;
const minutes = (count: number): number => count * 60_000;
const card = (activityId: string, conversationId = 'chat-anna'): PostedCard => ({
  conversationId,
  activityId,
  person: 'anna',
  face: 'lead',
});
const both = [card('card-1'), card('card-2')];
const cardsLeft = async (): Promise<string[]> =>
  (await stage.stored()).requests.flatMap(({ cards }) => cards.map(({ activityId }) => activityId));
const log = (code: string) => stage.lines.filter((line) => line['code'] === code);
const approved = (of: Partial<ApprovalRequest> = {}) => request({ state: 'approved', ...of });

describe('a card that cannot be edited any more', () => {
  test.each<[string, Behaviour, string, string]>([
    ['is not there', { status: 404 }, 'gone', 'http-404 Fake'],
    ['may not be changed', { status: 403, code: 'ServiceError' }, 'refused', 'http-403 ServiceError'],
    ['has become too large', { status: 413, code: 'MessageSizeTooBig' }, 'refused', 'http-413 MessageSizeTooBig'],
    ['is not understood', { status: 400, code: 'BadSyntax' }, 'refused', 'http-400 BadSyntax'],
  ])('because it %s is retired, and no other', async (_why, behaviour, why, connector) => {
    await stage.put([edit('anna', 'card-1'), edit('anna', 'card-2')], approved({ cards: both }));
    stage.connector.next(behaviour);
    await stage.relay().drain();
    expect((await stage.stored()).outbox).toEqual([]);
    expect(await cardsLeft()).toEqual(['card-2']);
    expect(stage.connector.calls).toHaveLength(2);
    expect(log('card-retired')).toEqual([expect.objectContaining({ row: 'edit~card-1', why, connector })]);
    expect(log('send-refused')).toEqual([]);
  });

  test('takes every edit with it that is still to be made', async () => {
    await stage.put([edit('anna', 'card-1'), edit('anna', 'card-1', { id: 'later' })], approved({ cards: both }));
    stage.connector.next({ status: 404 });
    await stage.relay().drain();
    expect(stage.connector.calls).toHaveLength(1);
    expect((await stage.stored()).outbox).toEqual([]);
    expect(await cardsLeft()).toEqual(['card-2']);
  });

  test.each([{ status: 403 }, { status: 403, code: 'BotNotInConversationRoster' }])(
    'because its group takes nothing (%j) is retired, and its reader stays reachable',
    async (behaviour) => {
      const row = edit('anna', 'card-1', { conversationId: 'group' });
      await stage.put([row], approved({ cards: [card('card-1', 'group'), card('card-2')] }));
      stage.connector.next(behaviour);
      await stage.relay().drain();
      expect(await cardsLeft()).toEqual(['card-2']);
      expect((await stage.store.read('person', 'testby', 'anna'))?.item).toHaveProperty('address');
    },
  );

  test('because its reader has blocked Makker waits until they are back', async () => {
    await stage.put([edit('anna', 'card-1')], approved({ cards: both }));
    stage.connector.next({ status: 403, code: 'ConversationBlockedByUser' });
    await stage.relay().drain();
    const { outbox } = await stage.stored();
    expect(outbox.map(({ id, sendAt }) => ({ id, sendAt }))).toEqual([{ id: 'edit~card-1', sendAt: undefined }]);
    expect(await cardsLeft()).toEqual(['card-1', 'card-2']);
  });

  test.each<[string, Behaviour | 'unmade']>([
    ['Teams is in trouble', { status: 502 }],
    ['our card cannot be made', 'unmade'],
  ])('for a day because %s is retired then', async (_why, behaviour) => {
    await stage.put([edit('anna', 'card-1')], approved({ cards: both }));
    if (behaviour !== 'unmade') stage.connector.always('chat-anna', behaviour);
    const cardFor = () => {
      if (behaviour === 'unmade') throw new Error('broken template');
      return { card: {}, summary: '' };
    };
    const relay = stage.relay({ cardFor, random: () => 0.5 });
    let minute = 0;
    while ((await stage.stored()).outbox.length > 0 && minute < 3 * DAY_MINUTES) {
      await relay.drain();
      minute += 15;
      stage.clock.time += minutes(15);
    }
    expect(minute).toBeGreaterThan(0.8 * DAY_MINUTES);
    expect(minute).toBeLessThan(2 * DAY_MINUTES);
    expect(await cardsLeft()).toEqual(['card-2']);
    expect(log('card-retired')).toEqual([expect.objectContaining({ why: 'too-long' })]);
  });
});

describe('a card that somebody is to decide on', () => {
  test.each([{ status: 413 }, { status: 400 }])(
    'and that Teams refuses (%j) is our mistake: logged as one, mended, and sent',
    async (behaviour) => {
      await stage.put([post('anna'), post('anna', { id: 'behind' })]);
      stage.connector.next(behaviour);
      const relay = stage.relay();
      await relay.drain();
      // Nothing is wrong with the conversation.
      expect(stage.connector.calls).toHaveLength(2);
      expect((await stage.stored()).outbox).toMatchObject([{ id: 'post~anna', attempts: 1 }]);
      expect(stage.codes()).toEqual(['send-refused']);
      stage.clock.time += minutes(1);
      await relay.drain();
      expect((await stage.stored()).outbox).toEqual([]);
      expect(await cardsLeft()).toHaveLength(2);
    },
  );

  test('is not sent any more once it has been decided, in whatever trouble it was', async () => {
    await stage.put([post('anna', { attempts: 500 }), post('bo')], approved());
    await stage.relay().drain();
    expect(stage.connector.calls).toEqual([]);
    expect((await stage.stored()).outbox).toEqual([]);
  });
});

describe('the news that a request has ended', () => {
  const news = post('anna', { id: 'news', card: { ...post('anna').card, face: 'asker' } });

  test('waits for whoever asked, however often it was tried', async () => {
    await stage.put([{ ...news, attempts: 500 }], approved());
    stage.connector.next({ status: 502 });
    const relay = stage.relay();
    await relay.drain();
    expect((await stage.stored()).outbox).toMatchObject([{ id: 'news', attempts: 501 }]);
    stage.clock.time += minutes(15);
    await relay.drain();
    expect((await stage.stored()).outbox).toEqual([]);
    expect(stage.connector.calls.map(({ status }) => status)).toEqual([502, 200]);
  });

  test('ends with a refusal: nobody has to act on it', async () => {
    await stage.put([news], approved());
    stage.connector.next({ status: 413 });
    await stage.relay().drain();
    expect((await stage.stored()).outbox).toEqual([]);
    expect(stage.codes()).toEqual(['send-refused']);
  });
});
