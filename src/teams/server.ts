import restify from 'restify';
import type { Config } from '../config.ts';
import { isLoopback } from '../config.ts';
import { CodedError, ERRORS, type ErrorCode } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Adapter } from './adapter.ts';
import type { createBot } from './bot.ts';
import { type Health, serveHealth } from './health-routes.ts';
import { readActivity, sdkActivity } from './incoming.ts';
import { tenantOf } from './place.ts';
import { isAllowedService } from './service-url.ts';

/** Teams sends at most about 100 KB; this leaves room without letting anyone fill the memory. */
const LARGEST_BODY = 256 * 1024;
const SLOWEST_REQUEST_MS = 30_000;
const LONGEST_FAREWELL_MS = 3000;

interface Answer {
  status: number;
  body: unknown;
}
interface Refusal extends Answer {
  body: { code: ErrorCode; message: string };
}

const refusal = (status: number, code: ErrorCode): Refusal => ({ status, body: { code, message: ERRORS[code].text } });

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;

/** What the framework refused on its own (unreadable JSON, a body too large, an unknown path), in our words. */
function frameworkRefusal(status: number): Refusal {
  if (status === 413) return refusal(413, 'body-too-large');
  if (status === 400 || status === 415) return refusal(status, 'body-not-json');
  if (status < 500) return refusal(status, 'request-refused');
  return refusal(500, 'turn-failed');
}

export interface Server {
  listen(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** The HTTP server: activities of Teams on /api/messages, and how Makker is. */
export function createServer(parts: {
  config: Pick<Config, 'host' | 'port' | 'bot' | 'serviceHosts' | 'metricsToken'>;
  adapter: Adapter;
  bot: ReturnType<typeof createBot>;
  health: Health;
  log: Log;
}): Server {
  const { config, adapter, bot, health, log } = parts;
  if (config.bot === undefined && !isLoopback(config.host))
    throw new CodedError('no-credentials', `without bot credentials the server must not listen on ${config.host}`);

  const server = restify.createServer({
    name: 'makker',
    formatters: {
      // The framework's own formatter would send the message of an error to the caller.
      'application/json': (_request: unknown, _response: unknown, body: unknown) =>
        JSON.stringify(body instanceof Error ? frameworkRefusal(statusOf(body)).body : body),
    },
  });
  server.server.requestTimeout = SLOWEST_REQUEST_MS;

  server.on('restifyError', (request, response, error, done) => {
    const answer = frameworkRefusal(statusOf(error));
    const { code } = answer.body;
    log.problem(code, { path: request.path(), status: answer.status });
    response.send(answer.status, answer.body);
    done();
  });

  const receive = async (body: unknown, authorization: string): Promise<Answer> => {
    const read = readActivity(body);
    if ('paths' in read) {
      log.problem('activity-malformed', { paths: read.paths });
      return refusal(400, 'activity-malformed');
    }
    const { activity } = read;
    if (!isAllowedService(activity.serviceUrl, config.serviceHosts)) {
      log.problem('service-url-refused', { serviceUrl: activity.serviceUrl });
      return refusal(400, 'service-url-refused');
    }
    const sent = sdkActivity(activity);
    try {
      const authenticated = await adapter.authenticate(sent, authorization);
      const tenantId = tenantOf(activity);
      if (config.bot !== undefined && tenantId !== config.bot.tenantId) {
        log.problem('tenant-refused', { tenantId });
        return refusal(403, 'tenant-refused');
      }
      const response = await adapter.turn(authenticated, sent, (context) => bot(context, activity));
      return { status: response?.status ?? 200, body: response?.body ?? {} };
    } catch (error) {
      if (error instanceof CodedError && error.code === 'unauthorized') {
        log.problem('unauthorized', { why: error.message });
        return refusal(401, 'unauthorized');
      }
      if (error instanceof CodedError && error.code === 'keys-unavailable') {
        log.problem('keys-unavailable', { err: error });
        return refusal(503, 'keys-unavailable');
      }
      log.problem('turn-failed', { err: error });
      return refusal(500, 'turn-failed');
    }
  };

  server.post(
    '/api/messages',
    (request, response, next) => {
      // JSON only, and as it is: a browser's page cannot post it to us unasked, and nothing can unfold in memory.
      const plain = request.headers['content-encoding'] === undefined && request.contentType() === 'application/json';
      const length = Number(request.headers['content-length'] ?? 0);
      const problem: Refusal | undefined = !plain
        ? refusal(415, 'body-not-json')
        : length > LARGEST_BODY
          ? refusal(413, 'body-too-large')
          : undefined;
      if (problem === undefined) return next();
      log.problem(problem.body.code, { status: problem.status });
      response.send(problem.status, problem.body);
      next(false);
    },
    ...restify.plugins.bodyParser({ maxBodySize: LARGEST_BODY }),
    async (request: restify.Request, response: restify.Response) => {
      // Of several headers, one might be what a proxy looked at and another what we would.
      const [authorization = '', ...others] = request.headersDistinct['authorization'] ?? [];
      const { status, body } = await receive(request.body, others.length === 0 ? authorization : '');
      response.send(status, body);
    },
  );

  // Microsoft's Playground looks in with GET before it posts; that is no request to log.
  server.get('/api/messages', (_request: restify.Request, response: restify.Response, next: restify.Next) => {
    response.header('allow', 'POST');
    response.send(405, refusal(405, 'request-refused').body);
    next();
  });

  serveHealth(server, { health, metricsToken: config.metricsToken, log });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(config.port, config.host, () => {
          if (config.bot === undefined) log.problem('no-credentials', { host: config.host });
          resolve({ port: server.address().port });
        });
      }),
    close: () =>
      new Promise((resolve) => {
        // Turns under way may finish; who keeps a connection open beyond that is cut off.
        const cut = setTimeout(() => server.server.closeAllConnections(), LONGEST_FAREWELL_MS);
        // What Teams holds open for the next request would keep it waiting.
        server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}
