import { once } from 'node:events';
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';

/** Who signs the tokens of the Bot Framework. */
export const ISSUER = 'https://api.botframework.com';

/** A key to sign with, and what the key server says of it. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  endorsements?: string[];
}

/** A new key, as the key server would name it. */
export function newKey(kid: string, endorsements?: string[]): SigningKey {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, ...pair, ...(endorsements !== undefined && { endorsements }) };
}

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** What is signed: header and claims. */
const unsigned = (header: Record<string, unknown>, claims: Record<string, unknown>): string =>
  `${encoded({ typ: 'JWT', ...header })}.${encoded(claims)}`;

/** A token signed with the key; `header` says otherwise than the key where a test wants it to. */
export function signed(
  key: SigningKey,
  claims: Record<string, unknown>,
  header: { alg?: 'RS256' | 'RS512'; kid?: string | undefined } = {},
): string {
  const { alg = 'RS256' } = header;
  const content = unsigned({ alg, kid: key.kid, ...header }, claims);
  const hash = alg.replace('RS', 'RSA-SHA');
  return `${content}.${createSign(hash).update(content).sign(key.privateKey, 'base64url')}`;
}

/** A token that claims to need no signature. */
export const unsignedToken = (key: SigningKey, claims: Record<string, unknown>): string =>
  `${unsigned({ alg: 'none', kid: key.kid }, claims)}.`;

/** A token whose secret is the public key: believed by whoever lets the token choose how it is checked. */
export function signedWithPublicKey(key: SigningKey, claims: Record<string, unknown>): string {
  const content = unsigned({ alg: 'HS256', kid: key.kid }, claims);
  const secret = key.publicKey.export({ type: 'spki', format: 'pem' });
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/** The service that publishes the Bot Framework's signing keys. */
export interface KeyServer {
  /** The address of its OpenID metadata. */
  metadata: string;
  /** What it publishes. */
  keys: SigningKey[];
  /** Where its metadata says that they are. */
  keysAddress: string;
  /** How it behaves from now on. */
  mode: 'answers' | 'fails' | 'hangs';
  /** How often the metadata has been asked for. */
  asked: number;
  close(): Promise<void>;
}

/** Starts a key server on this machine. */
export async function startKeyServer(...keys: SigningKey[]): Promise<KeyServer> {
  const answer = (response: ServerResponse, body: unknown): void => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    if (request.url === '/metadata') service.asked += 1;
    if (service.mode === 'hangs') return;
    if (service.mode === 'fails') {
      response.statusCode = 500;
      response.end();
      return;
    }
    if (request.url === '/metadata')
      answer(response, {
        issuer: ISSUER,
        jwks_uri: service.keysAddress,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    else
      answer(response, {
        keys: service.keys.map(({ kid, publicKey, endorsements }) => ({
          ...publicKey.export({ format: 'jwk' }),
          use: 'sig',
          kid,
          ...(endorsements !== undefined && { endorsements }),
        })),
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the key server has no port');
  const here = `http://127.0.0.1:${address.port}`;
  const service: KeyServer = {
    metadata: `${here}/metadata`,
    keysAddress: `${here}/keys`,
    keys,
    mode: 'answers',
    asked: 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return service;
}
