import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Seen, readCard } from '../../end-to-end/card.ts';
import { ASK } from '../../end-to-end/scenes.ts';
import type { DieAt } from './orders.ts';

/** A message that Teams has taken. */
export interface Message {
  activityId: string;
  conversationId: string;
  /** Sent without being asked for; else it answers a message, at once or, where that took long, later. */
  unasked: boolean;
  /** What it shows: as posted, or as edited last. */
  card: Seen;
  edits: number;
}

/** The Bot Connector, as far as posting and editing go, with everything on everybody's screens. */
export interface Teams {
  serviceUrl: string;
  messages: Map<string, Message>;
  /** How many calls there were. */
  calls(): number;
  /** Kills before the call of this number is taken, or once it is and before it is answered. */
  killAt(at: DieAt, kill: () => void): void;
  /** Forgets everything. */
  reset(): void;
  close(): Promise<void>;
}

const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?\/?$/;

interface Body {
  attachments: [{ content: Record<string, unknown> }];
}

/** Opens a Teams with nobody in it. */
export const openTeams = async (): Promise<Teams> => {
  const messages = new Map<string, Message>();
  let given = 0;
  let calls = 0;
  let due: { at: DieAt; kill: () => void } | undefined;

  const take = (conversationId: string, activityId: string | undefined, isEdit: boolean, body: Body): string => {
    const id = isEdit ? (activityId ?? '') : `activity-${(given += 1)}`;
    const card = readCard(body.attachments[0].content);
    const before = messages.get(id);
    const unasked = before?.unasked ?? (activityId === undefined && card.buttons.every(({ title }) => title !== ASK));
    messages.set(id, { activityId: id, conversationId, unasked, card, edits: (before?.edits ?? -1) + 1 });
    return id;
  };

  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    calls += 1;
    const here = due?.at.call === calls ? due : undefined;
    const [, conversationId = '', activityId] =
      path.exec(request.url ?? '')?.map((part) => decodeURIComponent(part ?? '')) ?? [];
    if (here?.at.when === 'before') return here.kill();
    const id = take(
      conversationId,
      activityId === '' ? undefined : activityId,
      request.method === 'PUT',
      JSON.parse(text),
    );
    if (here !== undefined) return here.kill();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Teams has no port');

  return {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    messages,
    calls: () => calls,
    killAt: (at, kill) => {
      due = { at, kill };
    },
    reset: () => {
      messages.clear();
      calls = 0;
      due = undefined;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
