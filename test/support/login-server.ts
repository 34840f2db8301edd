import { once } from 'node:events';
import http, { createServer } from 'node:http';
import https from 'node:https';
import { jest } from '@jest/globals';

/** Microsoft's login, on this machine. */
export interface LoginServer {
  /** Paths and forms that tokens were asked for with. */
  asked: { path: string; form: URLSearchParams }[];
  /** How it behaves from now on. */
  mode: 'answers' | 'hangs' | 'refuses';
  close(): Promise<void>;
}

const isForLogin = (given: unknown): given is https.RequestOptions =>
  typeof given === 'object' && given !== null && 'hostname' in given && given.hostname === 'login.microsoftonline.com';

/**
 * Answers in place of login.microsoftonline.com, which the SDK's sign-in library cannot be told to leave: everything this
 * process asks of it goes to a server here. The program itself is as it is in production.
 */
export async function startLoginServer(accessToken: string): Promise<LoginServer> {
  const asked: LoginServer['asked'] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    response.setHeader('content-type', 'application/json');
    const path = request.url ?? '';
    const tenant = path.split('/')[1] ?? '';
    const base = `https://login.microsoftonline.com/${tenant}`;
    if (service.mode === 'hangs') return;
    if (service.mode === 'refuses') {
      response.statusCode = 401;
      response.end(JSON.stringify({ error: 'invalid_client', error_description: 'Invented refusal.' }));
    } else if (request.method === 'POST') {
      asked.push({ path, form: new URLSearchParams(text) });
      response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: accessToken }));
    } else
      response.end(
        JSON.stringify({
          issuer: `${base}/v2.0`,
          authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
          token_endpoint: `${base}/oauth2/v2.0/token`,
          jwks_uri: `${base}/discovery/v2.0/keys`,
        }),
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the login server has no port');
  const { port } = address;
  const spy = jest.spyOn(https, 'request').mockImplementation((given: unknown) => {
    if (!isForLogin(given)) throw new Error('nothing but the login is asked for over https here');
    return http.request({ ...given, protocol: 'http:', hostname: '127.0.0.1', port, agent: http.globalAgent });
  });
  const service: LoginServer = {
    asked,
    mode: 'answers',
    close: async () => {
      spy.mockRestore();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return service;
}
