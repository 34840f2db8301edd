import { createHash, timingSafeEqual } from 'node:crypto';
import type restify from 'restify';
import { isLoopback } from '../config.ts';
import type { Log } from '../log.ts';

/** What the server can be asked about Makker itself. */
export interface Health {
  /** `ready`, or what is in the way. */
  ready(): Promise<string>;
  /** The figures, and in which form they are written. */
  metrics(): Promise<{ type: string; text: string }>;
}

/** Headers by which a proxy tells that it asks for somebody else. */
const FORWARDED = /^(?:forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip)$/;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compared by digests, so that neither the time nor the length tells anything of the token. */
const hasToken = (request: restify.Request, token: string): boolean => {
  const [given = '', ...others] = request.headersDistinct['authorization'] ?? [];
  return others.length === 0 && timingSafeEqual(digest(given), digest(`Bearer ${token}`));
};

/** Whether a client on this machine asks for itself: behind a proxy, or by a name that leads here, it may be anybody. */
const isFromHere = ({ socket, headers }: restify.Request): boolean => {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const asked = `http://${headers.host ?? ''}`;
  const name = URL.canParse(asked) ? new URL(asked).hostname.replace(/^\[|\]$/g, '') : '';
  return isLoopback(address) && isLoopback(name) && !Object.keys(headers).some((header) => FORWARDED.test(header));
};

/**
 * Serves whether the process lives (`/healthz`), whether it can work (`/readyz`) and its figures (`/metrics`): with a
 * token to whoever has it, else to this machine only.
 */
export function serveHealth(
  server: restify.Server,
  { health, metricsToken, log }: { health: Health; metricsToken?: string | undefined; log: Log },
): void {
  // A store that is away is no reason to kill the process: whoever starts it anew meets the same store.
  server.get('/healthz', (_request: restify.Request, response: restify.Response, next: restify.Next) => {
    response.send(200, { status: 'ok' });
    next();
  });

  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const status = await health.ready();
    response.send(status === 'ready' ? 200 : 503, { status });
  });

  server.get('/metrics', async (request: restify.Request, response: restify.Response) => {
    const allowed = metricsToken === undefined ? isFromHere(request) : hasToken(request, metricsToken);
    if (!allowed) {
      log.problem('metrics-refused');
      response.send(metricsToken === undefined ? 403 : 401, { code: 'metrics-refused' });
      return;
    }
    const { type, text } = await health.metrics();
    response.sendRaw(200, text, { 'content-type': type });
  });
}
