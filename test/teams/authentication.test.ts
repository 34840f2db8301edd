import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ISSUER, newKey, signed, signedWithPublicKey, unsignedToken } from '../support/token-server.ts';
import { APP, authenticationStage, BOTS_OWN_TOKEN, TENANT, type Authorization } from './authentication-stage.ts';

const OTHER_APP = 'c0000000-0000-4000-8000-00000000000c';
const OTHER_TENANT = 'd0000000-0000-4000-8000-00000000000d';
const ENTRA = `https://sts.windows.net/${TENANT}/`;
const SECONDS_IN_TOLERANCE = 4 * 60;
const SECONDS_BEYOND = 6 * 60;
const seconds = (): number => Math.floor(Date.now() / 1000);

const encodedAs = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

let stage: Awaited<ReturnType<typeof authenticationStage>>;
const forger = newKey('key-1', ['msteams']);
const unendorsed = newKey('key-unendorsed');
const otherChannel = newKey('key-other-channel', ['webchat', 'directline']);

beforeAll(async () => {
  stage = await authenticationStage();
  stage.keyServer.keys.push(unendorsed, otherChannel);
});
afterAll(() => stage.close());
beforeEach(() => stage.forget());

type Kind = keyof typeof stage.both;

describe.each<Kind>(['message', 'click'])('a %s with a good token', (kind) => {
  test.each<[string, () => string]>([
    ['of now', () => stage.bearer()],
    ['that ended within what two clocks may differ', () => stage.bearer({ exp: seconds() - SECONDS_IN_TOLERANCE })],
    ['that begins within what two clocks may differ', () => stage.bearer({ nbf: seconds() + SECONDS_IN_TOLERANCE })],
  ])('%s is answered', async (_what, token) => {
    expect((await stage.both[kind](token())).status).toBe(200);
    expect(stage.lookedFor()).toContain('directory');
    expect((await stage.anna())?.address).toMatchObject({ conversationId: 'chat-anna', tenantId: TENANT });
    expect(stage.codes()).not.toContain('unauthorized');
  });
});

test('the answer to a message goes out with a token that the bot got from its own tenant', async () => {
  await stage.message(stage.bearer());
  expect(stage.connector.calls).toMatchObject([{ method: 'POST', conversationId: 'chat-anna' }]);
  expect(stage.connector.credentials).toEqual([`Bearer ${BOTS_OWN_TOKEN}`]);
});

test('a click is answered in the response, and nothing is sent', async () => {
  const { body } = await stage.click(stage.bearer());
  expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  expect(stage.connector.calls).toEqual([]);
});

/** Refused with this status and code, and nothing else: nothing sent, stored, looked for, and one line in the log. */
async function refuses(
  kind: Kind,
  authorization: Authorization,
  status: number,
  code: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const before = stage.stored();
  const answer = await stage.both[kind](authorization, more);
  expect(answer).toEqual({ status, body: { code, message: expect.any(String) } });
  expect(stage.connector.calls).toEqual([]);
  expect(stage.login.asked).toEqual([]);
  expect(stage.stored()).toEqual(before);
  expect(stage.lookedFor()).not.toContain('directory');
  expect(stage.codes()).toEqual([code]);
  for (const part of [authorization].flat().flatMap((header) => header?.split(/[ .]/) ?? []))
    if (part.length > 10) expect(stage.written()).not.toContain(part);
  expect(stage.written()).not.toMatch(new RegExp(`Anna|object-anna|elsewhere\\.test|${OTHER_APP}`));
}

describe.each<Kind>(['message', 'click'])('a %s is refused, and nothing is done, with', (kind) => {
  test.each<[string, () => Authorization]>([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['a header of blanks', () => '   '],
    ['no token in the header', () => 'Bearer'],
    ['an empty token', () => 'Bearer '],
    ['another scheme', () => `Basic ${Buffer.from('anna:secret').toString('base64')}`],
    ['a good token in another scheme', () => stage.bearer().replace('Bearer', 'Token')],
    ['a good token without a scheme', () => stage.bearer().replace('Bearer ', '')],
    ['two tokens in a header', () => `${stage.bearer()} ${signed(forger, stage.claims())}`],
    ['a good token in the first of two headers', () => [stage.bearer(), 'Bearer made.up.token']],
    ['a good token in two headers', () => [stage.bearer(), stage.bearer()]],
    ['a token that is none', () => 'Bearer made.up.token'],
    ['a token whose claims cannot be read', () => `Bearer ${encodedAs({ typ: 'JWT' })}.${encodedAs('Anna')}.x`],
    ['a token with claims only', () => `Bearer ${encodedAs(stage.claims())}`],
  ])('%s', (_what, header) => refuses(kind, header(), 401, 'unauthorized'));

  test.each<[string, () => Record<string, unknown>]>([
    ['for another app', () => ({ aud: OTHER_APP })],
    ['for nobody', () => ({ aud: undefined })],
    ['for the service itself', () => ({ aud: ISSUER })],
    ['of another issuer', () => ({ iss: 'https://elsewhere.test' })],
    ['of no issuer', () => ({ iss: undefined })],
    ['that has ended', () => ({ exp: seconds() - SECONDS_BEYOND })],
    ['that never ends', () => ({ exp: undefined })],
    ['that has not begun', () => ({ nbf: seconds() + SECONDS_BEYOND })],
    ['for another address of the service', () => ({ serviceurl: 'https://elsewhere.test/' })],
    ['for no address of the service', () => ({ serviceurl: undefined })],
  ])('a token %s', (_what, changes) => refuses(kind, stage.bearer(changes()), 401, 'unauthorized'));

  test('a good token for another address than the one that the answer would go to', () =>
    refuses(kind, stage.bearer(), 401, 'unauthorized', { serviceUrl: `${stage.connector.serviceUrl}other/` }));

  test.each<[string, () => string]>([
    ['signed by a forger in the name of a good key', () => signed(forger, stage.claims())],
    [
      'whose claims were changed afterwards',
      () => {
        const [header, , signature] = signed(stage.key, stage.claims({ aud: OTHER_APP })).split('.');
        const [, claims] = signed(stage.key, stage.claims()).split('.');
        return `${header}.${claims}.${signature}`;
      },
    ],
    ['without its signature', () => signed(stage.key, stage.claims()).replace(/[^.]*$/, '')],
    ['that says it needs no signature', () => unsignedToken(stage.key, stage.claims())],
    ['whose secret is the public key', () => signedWithPublicKey(stage.key, stage.claims())],
    ['signed in another way than the service does', () => signed(stage.key, stage.claims(), { alg: 'RS512' })],
    ['of a key nobody knows', () => signed(stage.key, stage.claims(), { kid: 'key-unknown' })],
    ['of a key without a name', () => signed(stage.key, stage.claims(), { kid: undefined })],
    ['of a key named like a property', () => signed(stage.key, stage.claims(), { kid: '__proto__' })],
    ['of a key that vouches for other channels', () => signed(otherChannel, stage.claims())],
    ['of a key that vouches for no channel', () => signed(unendorsed, stage.claims())],
  ])('a token %s', (_what, token) => refuses(kind, `Bearer ${token()}`, 401, 'unauthorized'));

  // The SDK would take them, for any address of the service: the bot's own token, say, from whoever it is shown to.
  test.each<[string, () => Record<string, unknown>]>([
    ['Entra for this app', () => ({ iss: ENTRA, tid: TENANT, ver: '1.0', appid: APP })],
    [
      'Entra for this app, in its newer form',
      () => ({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, tid: TENANT, ver: '2.0', azp: APP }),
    ],
    ['Entra for another bot', () => ({ iss: ENTRA, tid: TENANT, ver: '1.0', appid: OTHER_APP })],
    [
      'the emulator',
      () => ({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: APP }),
    ],
  ])('a token of %s', (_what, changes) => refuses(kind, stage.bearer(changes()), 401, 'unauthorized'));

  test.each<[string, Record<string, unknown>]>([
    [
      'another tenant',
      { conversation: { id: 'chat-anna', tenantId: OTHER_TENANT }, channelData: { tenant: { id: OTHER_TENANT } } },
    ],
    ['no tenant', { conversation: { id: 'chat-anna' }, channelData: {} }],
    ['two tenants, ours in the conversation', { channelData: { tenant: { id: OTHER_TENANT } } }],
    ['two tenants, ours in the channel', { conversation: { id: 'chat-anna', tenantId: OTHER_TENANT } }],
  ])('a good token, but from %s', (_what, more) => refuses(kind, stage.bearer(), 403, 'tenant-refused', more));
});

test('a token without a word of the activity is refused before anybody is looked for, however large the activity', async () => {
  await refuses('message', undefined, 401, 'unauthorized', { text: 'x'.repeat(90_000) });
});

test('an activity of the tenant that names it in one place only is answered', async () => {
  expect((await stage.message(stage.bearer(), { conversation: { id: 'chat-anna' } })).status).toBe(200);
  expect((await stage.message(stage.bearer(), { channelData: {} })).status).toBe(200);
});
