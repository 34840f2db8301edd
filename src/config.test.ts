import { describe, expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

const [appId, tenantId] = ['a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'];
const credentials = { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: tenantId };
const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://db.test', COSMOS_KEY: 'k', COSMOS_DATABASE: 'makker' };
const accepted = (env: Record<string, string>) => {
  const result = readConfig(env);
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.config;
};

describe('the settings', () => {
  test('need nothing: the embedded store, on loopback, at the usual port', () => {
    expect(accepted({})).toEqual({
      host: '127.0.0.1',
      port: 3978,
      production: false,
      store: { kind: 'embedded', path: '.data/makker.db' },
      receiptKey: { file: '.data/receipt.key' },
      serviceHosts: ['smba.trafficmanager.net', '127.0.0.1', '::1', 'localhost', '[::1]'],
    });
  });

  test('with credentials open the server and close the loopback service', () => {
    const config = accepted({ ...credentials, NODE_ENV: 'production', SERVICE_HOSTS: 'a.test, B.test' });
    expect(config).toMatchObject({ host: '0.0.0.0', production: true, serviceHosts: ['a.test', 'b.test'] });
    const openIdMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
    expect(config.bot).toEqual({ appId, password: 'secret', tenantId, openIdMetadata });
  });

  test('take the ids of app and tenant however they are written, as Teams writes them in small letters', () => {
    const written = { MicrosoftAppId: ` ${appId.toUpperCase()}`, MicrosoftAppTenantId: tenantId.toUpperCase() };
    expect(accepted({ ...credentials, ...written }).bot).toMatchObject({ appId, tenantId });
  });

  test.each(['https://keys.test/metadata', 'http://127.0.0.1:1/metadata', 'http://[::1]:1/metadata'])(
    'may name %s as the place of the signing keys',
    (openIdMetadata) => {
      const { bot } = accepted({ ...credentials, BotOpenIdMetadata: openIdMetadata });
      expect(bot).toMatchObject({ openIdMetadata });
    },
  );

  test('take an empty setting as not set', () => {
    expect(accepted({ PORT: '', MicrosoftAppId: '' })).toEqual(accepted({}));
  });

  test('give the metrics to whoever has the token', () => {
    expect(accepted({ METRICS_TOKEN: 'k'.repeat(32) })).toMatchObject({ metricsToken: 'k'.repeat(32) });
  });

  test('name the Cosmos account', () => {
    expect(accepted({ ...cosmos, RECEIPT_KEY: 'k'.repeat(32) })).toMatchObject({
      store: { kind: 'cosmos', endpoint: 'https://db.test', key: 'k', database: 'makker' },
      receiptKey: { key: 'k'.repeat(32) },
    });
  });

  test('name the identity that Azure gives the machine, where the Cosmos account takes no key', () => {
    const azure = { IDENTITY_ENDPOINT: 'http://localhost:42356/msi/token', IDENTITY_HEADER: 'proof' };
    const { store } = accepted({ ...cosmos, ...azure, COSMOS_KEY: '', RECEIPT_KEY: 'k'.repeat(32) });
    const identity = { endpoint: azure.IDENTITY_ENDPOINT, header: 'proof' };
    expect(store).toEqual({ kind: 'cosmos', endpoint: 'https://db.test', database: 'makker', identity });
  });

  test.each([
    ['a port that is none', { PORT: 'http' }, /^PORT: .*PORT=3978/],
    ['a port too high', { PORT: '70000' }, /^PORT: .*65535/],
    ['an unknown store', { STORE: 'mongo' }, /^STORE: must be embedded or cosmos/],
    ['a short key', { RECEIPT_KEY: 'short' }, /^RECEIPT_KEY: .*openssl rand/],
    ['a token for the metrics that can be guessed', { METRICS_TOKEN: 'secret' }, /^METRICS_TOKEN: .*openssl rand/],
    ['half of the credentials', { MicrosoftAppId: appId }, /^MicrosoftAppPassword, MicrosoftAppTenantId: missing/],
    [
      'a tenant by its domain',
      { ...credentials, MicrosoftAppTenantId: 'by.test' },
      /^MicrosoftAppTenantId: must be the id/,
    ],
    ['an app by its name', { ...credentials, MicrosoftAppId: 'makker' }, /^MicrosoftAppId: must be the id of the app/],
    ['signing keys over an open line', { BotOpenIdMetadata: 'http://keys.test/' }, /^BotOpenIdMetadata: .*https:\/\//],
    ['signing keys at no address', { BotOpenIdMetadata: 'keys' }, /^BotOpenIdMetadata: must be an address/],
    ['production without credentials', { NODE_ENV: 'production' }, /^MicrosoftAppId, .*NODE_ENV=production/],
    [
      'production in capitals without credentials',
      { NODE_ENV: 'Production' },
      /^MicrosoftAppId, .*NODE_ENV=production/,
    ],
    ['a host without a name', { SERVICE_HOSTS: 'a.test,,b.test' }, /^SERVICE_HOSTS: .*SERVICE_HOSTS=smba/],
    ['hosts that are a blank', { SERVICE_HOSTS: ' ' }, /^SERVICE_HOSTS: /],
    ['an open host without credentials', { HOST: '0.0.0.0' }, /^HOST: must be one of 127\.0\.0\.1/],
    ['Cosmos without its key', { ...cosmos, COSMOS_KEY: '', RECEIPT_KEY: 'k'.repeat(32) }, /^COSMOS_KEY: missing/],
    ['Cosmos with a key of its own on each machine', cosmos, /^RECEIPT_KEY: missing; STORE=cosmos needs it/],
  ])('refuse %s', (_what, env, problem) => {
    expect(readConfig(env)).toEqual({ problems: [expect.stringMatching(problem)] });
  });
});
