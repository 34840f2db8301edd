import { once } from 'node:events';
import { createServer } from 'node:http';
import { z } from 'zod';

/** What the connector was asked. */
export interface Request {
  /** When it came: an instant in milliseconds. */
  at: number;
  method: 'POST' | 'PUT';
  conversationId: string;
  /** Of an edit. */
  activityId?: string;
  card: Record<string, unknown>;
}

/**
 * What becomes of a request. `taken`: the message is there for everybody to see, whatever Makker hears of it; a status of
 * 200 takes it always. Without a status there is no answer at all: the connection stays silent, or is dropped.
 */
export type Ending =
  | { status: number; taken?: true; retryAfter?: string; code?: string }
  | { silent: 'hangs' | 'drops'; taken?: true };

/** Whether the message is there afterwards. */
export const isTaken = (ending: Ending): boolean =>
  ending.taken === true || ('status' in ending && ending.status === 200);

/** A request and what became of it. */
export type Call = Omit<Request, 'card'> & { ending: Ending; about: string };

export interface Connector {
  serviceUrl: string;
  calls: Call[];
  close(): Promise<void>;
}

const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?\/?$/;
const body = z.object({ attachments: z.tuple([z.object({ content: z.record(z.string(), z.unknown()) })]) });

/**
 * The Bot Connector as far as posting and editing go, with the ends that are wanted of it. It keeps of each request what it
 * was about, not the card.
 */
export const openConnector = async (
  end: (request: Request) => { about: string; ending: Ending },
): Promise<Connector> => {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const at = Date.now();
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const [, conversationId = '', activityId] =
      path.exec(request.url ?? '')?.map((part) => decodeURIComponent(part ?? '')) ?? [];
    const edited = request.method === 'PUT' && activityId !== undefined;
    const { content: card } = body.parse(JSON.parse(text)).attachments[0];
    const asked = { at, method: edited ? ('PUT' as const) : ('POST' as const), conversationId };
    const whole = { ...asked, ...(edited && { activityId }) };
    const { about, ending } = end({ ...whole, card });
    calls.push({ ...whole, about, ending });
    if ('silent' in ending) {
      if (ending.silent === 'drops') request.socket.destroy();
      return;
    }
    response.writeHead(ending.status, {
      'content-type': 'application/json',
      ...(ending.retryAfter !== undefined && { 'retry-after': ending.retryAfter }),
    });
    const id = edited ? activityId : `activity-${calls.length}`;
    response.end(JSON.stringify(ending.status === 200 ? { id } : { error: { code: ending.code ?? 'Soak' } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the connector has no port');
  return {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    calls,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** The most that came within so many milliseconds, whenever they began. */
export const mostWithin = (times: readonly number[], within: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[from] ?? at) >= within) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
};
