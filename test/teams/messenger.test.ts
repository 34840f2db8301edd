import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLog } from '../../src/log.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { startFakeConnector, type Behaviour, type FakeConnector } from '../support/fake-connector.ts';

const message = { card: { type: 'AdaptiveCard', version: '1.5' }, summary: 'A card' };
const now = Date.parse('2023-06-01T10:00:00Z');
let connector: FakeConnector;

beforeAll(async () => {
  connector = await startFakeConnector();
});
afterAll(() => connector.close());
beforeEach(() => {
  connector.calls.length = 0;
});

const clock = { now: () => now };
const messenger = createMessenger({
  adapter: createAdapter({ clock, log: createLog({ write: () => undefined }), attemptMs: 1000 }),
  appId: '',
  serviceHosts: ['127.0.0.1'],
  clock,
});
const address = (serviceUrl = connector.serviceUrl) => ({
  conversationId: 'a:lead',
  serviceUrl,
  tenantId: 'tenant',
  botId: '28:bot',
  userId: '29:lead',
});

describe('a message on its way out', () => {
  test('is posted to the conversation, not as a reply, and its id comes back', async () => {
    expect(await messenger.post(address(), message)).toEqual({ outcome: 'sent', activityId: 'activity-1' });
    expect(connector.calls).toEqual([
      {
        method: 'POST',
        conversationId: 'a:lead',
        givenId: 'activity-1',
        status: 200,
        body: expect.objectContaining({
          type: 'message',
          summary: 'A card',
          from: { id: '28:bot', name: 'Makker' },
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
        }),
      },
    ]);
  });

  test('says nothing in empty strings: clients that check what they take refuse them', async () => {
    await messenger.post(address(), message);
    expect(JSON.stringify(connector.calls)).not.toContain('""');
  });

  test('or replaces the card that stands there', async () => {
    expect(await messenger.edit(address(), 'card-7', message)).toEqual({ outcome: 'sent', activityId: 'card-7' });
    expect(connector.calls).toMatchObject([{ method: 'PUT', conversationId: 'a:lead', activityId: 'card-7' }]);
  });

  test.each<[string, Behaviour, 'post' | 'edit', unknown]>([
    [
      'throttled with a time',
      { status: 429, retryAfter: '7' },
      'post',
      { outcome: 'retry', code: 'http-429 Fake', afterMs: 7000 },
    ],
    [
      'throttled until a time',
      { status: 429, retryAfter: 'Thu, 01 Jun 2023 10:00:09 GMT' },
      'edit',
      { outcome: 'retry', code: 'http-429 Fake', afterMs: 9000 },
    ],
    ['throttled without a time', { status: 429 }, 'post', { outcome: 'retry', code: 'http-429 Fake' }],
    ['in conflict', { status: 412 }, 'post', { outcome: 'retry', code: 'http-412 Fake' }],
    ['in trouble', { status: 502 }, 'post', { outcome: 'retry', code: 'http-502 Fake' }],
    ['too slow behind its gateway', { status: 504 }, 'edit', { outcome: 'retry', code: 'http-504 Fake' }],
    ['closed to us', { status: 403 }, 'post', { outcome: 'unreachable', code: 'http-403 Fake' }],
    ['without that conversation', { status: 404 }, 'post', { outcome: 'unreachable', code: 'http-404 Fake' }],
    ['without that card', { status: 404 }, 'edit', { outcome: 'gone', code: 'http-404 Fake' }],
    ['given too much', { status: 413 }, 'post', { outcome: 'refused', code: 'http-413 Fake' }],
    ['given nonsense', { status: 400 }, 'post', { outcome: 'refused', code: 'http-400 Fake' }],
    ['refusing the edit of this card', { status: 403 }, 'edit', { outcome: 'refused', code: 'http-403 Fake' }],
    [
      'blocked by its reader',
      { status: 403, code: 'ConversationBlockedByUser' },
      'edit',
      { outcome: 'unreachable', code: 'http-403 ConversationBlockedByUser' },
    ],
    [
      'naming no code',
      { status: 413, code: 'a text that says too much' },
      'post',
      { outcome: 'refused', code: 'http-413' },
    ],
    ['redirecting', { status: 307 }, 'post', { outcome: 'refused', code: 'http-307 Fake' }],
  ])('when the service is %s, it is tried once and the end is a value', async (_what, behaviour, doing, expected) => {
    connector.next(behaviour);
    const sent =
      doing === 'post' ? await messenger.post(address(), message) : await messenger.edit(address(), 'card-7', message);
    expect(sent).toEqual(expected);
    expect(connector.calls).toHaveLength(1);
  });

  test('when the service hangs, the attempt ends by itself', async () => {
    connector.next('hang');
    expect(await messenger.post(address(), message)).toEqual({ outcome: 'retry', code: 'no-answer' });
    expect(connector.calls).toHaveLength(1);
  });

  test('when nobody answers at the address, it can be tried again', async () => {
    const gone = await startFakeConnector();
    await gone.close();
    expect(await messenger.post(address(gone.serviceUrl), message)).toEqual({ outcome: 'retry', code: 'no-answer' });
  });

  test.each(['https://elsewhere.test/', 'http://127.0.0.1.elsewhere.test/', 'ftp://127.0.0.1/', 'nonsense'])(
    'never goes to %s',
    async (serviceUrl) => {
      expect(await messenger.post(address(serviceUrl), message)).toEqual({
        outcome: 'unreachable',
        code: 'service-url-refused',
      });
    },
  );
});
