import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** How the connector answers one request; `hang` never answers. */
export type Behaviour = { status: number; retryAfter?: string; code?: string } | 'hang';

/** A request the connector got, in the order of arrival. */
export interface Call {
  method: 'POST' | 'PUT';
  conversationId: string;
  /** The edited activity, or the one that was replied to. */
  activityId?: string;
  /** The id under which a post was stored; absent when it was not answered with 200. */
  givenId?: string;
  status: number | 'hang';
  body: Record<string, unknown>;
}

export interface FakeConnector {
  serviceUrl: string;
  calls: Call[];
  /** The `authorization` headers it was shown, in the order of arrival. */
  credentials: (string | undefined)[];
  /** The next requests are answered like this, one behaviour each; the ones after them with 200. */
  next(...behaviours: Behaviour[]): void;
  /** Every request to this conversation is answered like this; `undefined` lifts it. */
  always(conversationId: string, behaviour: Behaviour | undefined): void;
  /** Gives up on every request that hangs: 504. */
  giveUp(): void;
  /** Resolves once that many requests have come. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

const activityPath = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?\/?$/;

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text === '' ? '{}' : text);
};

/** A server that behaves like the Bot Connector, as far as sending, replying and editing go, and writes all down. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const calls: Call[] = [];
  const credentials: FakeConnector['credentials'] = [];
  const queue: Behaviour[] = [];
  const standing = new Map<string, Behaviour>();
  const hanging: ServerResponse[] = [];
  const waiting: { count: number; done: () => void }[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const [, conversation, activityId] = activityPath.exec(request.url ?? '') ?? [];
    const { method } = request;
    if (conversation === undefined || (method !== 'POST' && method !== 'PUT')) {
      response.writeHead(404).end();
      return;
    }
    const conversationId = decodeURIComponent(conversation);
    credentials.push(request.headers.authorization);
    const behaviour = queue.shift() ?? standing.get(conversationId) ?? { status: 200 };
    const status = behaviour === 'hang' ? behaviour : behaviour.status;
    const givenId = method === 'PUT' ? activityId : `activity-${calls.length + 1}`;
    calls.push({
      method,
      conversationId,
      ...(activityId !== undefined && { activityId: decodeURIComponent(activityId) }),
      ...(status === 200 && givenId !== undefined && { givenId }),
      status,
      body,
    });
    for (const { count, done } of waiting) if (calls.length >= count) done();
    if (behaviour === 'hang') {
      hanging.push(response);
      return;
    }
    response.writeHead(behaviour.status, {
      'content-type': 'application/json',
      ...(behaviour.retryAfter !== undefined && { 'retry-after': behaviour.retryAfter }),
    });
    response.end(
      JSON.stringify(behaviour.status === 200 ? { id: givenId } : { error: { code: behaviour.code ?? 'Fake' } }),
    );
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake connector has no port');

  return {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    calls,
    credentials,
    next: (...behaviours) => void queue.push(...behaviours),
    always: (conversationId, behaviour) => {
      if (behaviour === undefined) standing.delete(conversationId);
      else standing.set(conversationId, behaviour);
    },
    giveUp: () => {
      for (const response of hanging.splice(0)) {
        response.statusCode = 504;
        response.end();
      }
    },
    received: (count) =>
      calls.length >= count
        ? Promise.resolve()
        : new Promise((done) => {
            waiting.push({ count, done });
          }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
