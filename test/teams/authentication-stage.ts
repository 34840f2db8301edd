import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { jest } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { start } from '../../src/main.ts';
import { personItem } from '../store/builders.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { startLoginServer } from '../support/login-server.ts';
import { ISSUER, newKey, signed, startKeyServer } from '../support/token-server.ts';
import { activityFrom } from './teams-stage.ts';

export const APP = 'a0000000-0000-4000-8000-00000000000a';
export const TENANT = 'b0000000-0000-4000-8000-00000000000b';
/** What the bot shows the connector. */
export const BOTS_OWN_TOKEN = 'the-token-of-the-bot';
const PASSWORD = 'invented password';
/** What a turn may write. */
const KINDS = "('case', 'person', 'team', 'directory', 'talk', 'greeting', 'receipt', 'receipt-facts')";
/** The token of a request: in a header, in several, or nowhere. */
export type Authorization = string | string[] | undefined;

const textOf = async (message: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of message) text += String(chunk);
  return text;
};

/** The whole of Makker with credentials, and around it the connector, the login and the service that publishes keys. */
export async function authenticationStage() {
  const folder = mkdtempSync(join(tmpdir(), 'makker-authentication-'));
  const path = join(folder, 'makker.db');
  const key = newKey('key-1', ['msteams', 'webchat']);
  const keyServer = await startKeyServer(key);
  const connector = await startFakeConnector();
  const login = await startLoginServer(BOTS_OWN_TOKEN);
  const log: string[] = [];
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const read = readConfig({
    STORE_PATH: path,
    HOST: '127.0.0.1',
    PORT: '0',
    MicrosoftAppId: APP,
    MicrosoftAppPassword: PASSWORD,
    MicrosoftAppTenantId: TENANT,
    BotOpenIdMetadata: keyServer.metadata,
    SERVICE_HOSTS: '127.0.0.1',
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const running = await start(read.config, {
    clock,
    log: createLog({ write: (line) => log.push(line) }),
    every: () => () => undefined,
  });
  const anna = personItem('rebild', 'anna', { name: 'Anna', tenantId: TENANT, aadObjectId: 'object-anna' });
  await running.store.create('person', anna);
  const entry = { id: `${TENANT}~object-anna`, personId: 'anna', personMunicipality: 'rebild' };
  await running.store.create('directory', { ...entry, municipality: 'directory' });
  const database = new DatabaseSync(path, { readOnly: true });
  const reads = jest.spyOn(running.store, 'read');
  // The SDK writes there on its own.
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let sent = 0;

  const claims = (changes: Record<string, unknown> = {}): Record<string, unknown> => {
    const now = Math.floor(Date.now() / 1000);
    const { serviceUrl: serviceurl } = connector;
    return { serviceurl, nbf: now - 60, exp: now + 3600, iss: ISSUER, aud: APP, ...changes };
  };
  const post = async (authorization: Authorization, activity: Record<string, unknown>) => {
    const body = JSON.stringify(
      activityFrom(connector.serviceUrl, {
        id: `activity-${(sent += 1)}`,
        conversation: { id: 'chat-anna', conversationType: 'personal', tenantId: TENANT },
        channelData: { tenant: { id: TENANT } },
        ...activity,
      }),
    );
    const call = request({ port: running.port, path: '/api/messages', method: 'POST' });
    call.setHeader('content-type', 'application/json');
    if (authorization !== undefined) call.setHeader('authorization', authorization);
    call.end(body);
    const [response]: IncomingMessage[] = await once(call, 'response');
    if (response === undefined) throw new Error('no response came');
    return { status: response.statusCode, body: JSON.parse(await textOf(response)) };
  };
  const message = (authorization: Authorization, more: Record<string, unknown> = {}) =>
    post(authorization, { text: 'hjælp', ...more });
  const click = (authorization: Authorization, more: Record<string, unknown> = {}) =>
    post(authorization, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      text: undefined,
      replyToId: 'card-1',
      value: { action: { verb: 'approve', data: { requestId: 'r-1' } } },
      ...more,
    });

  return {
    key,
    keyServer,
    /** Where the key server has its keys. */
    ownKeys: keyServer.keysAddress,
    connector,
    login,
    log,
    clock,
    claims,
    /** The header with a token of these claims, signed with this key. */
    bearer: (changes: Record<string, unknown> = {}, by = key) => `Bearer ${signed(by, claims(changes))}`,
    message,
    click,
    both: { message, click },
    /** What a turn could have changed, each item with its version. */
    stored: () =>
      database.prepare(`SELECT kind, id, version, body FROM item WHERE kind IN ${KINDS} ORDER BY number`).all(),
    /** Kinds of items looked for. */
    lookedFor: () => reads.mock.calls.map(([kind]) => kind),
    anna: async () => (await running.store.read('person', 'rebild', 'anna'))?.item,
    /** Everything written anywhere: our log, and what the SDK says past it. */
    written: () => `${log.join('')}${errors.mock.calls.flat().map(String).join('\n')}`,
    /** Codes of the log since it was last cleared. */
    codes: () => log.map((line) => JSON.parse(line).code),
    forget: () => {
      log.length = 0;
      errors.mockClear();
      reads.mockClear();
      connector.calls.length = 0;
      connector.credentials.length = 0;
      login.asked.length = 0;
    },
    close: async () => {
      database.close();
      await running.close();
      await Promise.all([login.close(), connector.close(), keyServer.close()]);
      errors.mockRestore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
