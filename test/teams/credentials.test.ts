import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector.ts';
import { startLoginServer, type LoginServer } from '../support/login-server.ts';

const TENANT = 'b0000000-0000-4000-8000-00000000000b';
const clock = { now: () => Date.parse('2023-06-01T10:00:00Z') };
const log = createLog({ write: () => undefined });
let connector: FakeConnector;
let login: LoginServer;

beforeAll(async () => {
  connector = await startFakeConnector();
  login = await startLoginServer('the-token-of-the-bot');
});
afterAll(() => Promise.all([login.close(), connector.close()]));

/** A message on its own from this app; the SDK keeps an app's token for as long as the process lives. */
const post = (appId: string, attemptMs = 10_000) => {
  const bot: Config['bot'] = { appId, password: 'invented', tenantId: TENANT, openIdMetadata: 'https://keys.test/' };
  const adapter = createAdapter({ bot, clock, log, attemptMs });
  const messenger = createMessenger({ adapter, appId, serviceHosts: ['127.0.0.1'], clock });
  const to = { conversationId: 'chat', serviceUrl: connector.serviceUrl, tenantId: TENANT, botId: '28:bot' };
  return messenger.post(to, { card: { type: 'AdaptiveCard' }, summary: 'A card' });
};

test('a message on its own is sent with a token asked for in the name of this app, of its own tenant', async () => {
  login.mode = 'answers';
  expect(await post('app-1')).toMatchObject({ outcome: 'sent' });
  expect(connector.credentials).toEqual(['Bearer the-token-of-the-bot']);
  const [asked] = login.asked;
  expect(asked?.path).toContain(`/${TENANT}/oauth2/v2.0/token`);
  expect(asked?.form.get('client_id')).toBe('app-1');
  expect(asked?.form.get('scope')).toContain('https://api.botframework.com/.default');
});

test.each<[LoginServer['mode'], number]>([
  ['hangs', 100],
  ['refuses', 10_000],
])('while the login %s, a message waits for another try', async (mode, attemptMs) => {
  login.mode = mode;
  connector.calls.length = 0;
  expect(await post(`app-${mode}`, attemptMs)).toEqual({ outcome: 'retry', code: 'no-answer' });
  expect(connector.calls).toEqual([]);
});
