import { Agent, get, request } from 'node:http';
import { TENANT } from './office.ts';

/** What the server answered, and after how many milliseconds. */
export interface Answered {
  status: number;
  text: string;
  took: number;
}

/** Sends activities as Teams does: over connections that stay open, many at once. */
export const createTeams = (port: number, serviceUrl: string) => {
  const agent = new Agent({ keepAlive: true });
  let sent = 0;
  const look = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get({ agent, port, host: '127.0.0.1', path: '/healthz' }, (response) => {
        response.resume();
        response.once('end', () => resolve());
      }).once('error', reject);
    });
  const post = (activity: Record<string, unknown>): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const posting = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          path: '/api/messages',
          method: 'POST',
          headers: { 'content-type': 'application/json' },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString(),
              took: performance.now() - began,
            }),
          );
        },
      );
      posting.once('error', reject);
      posting.end(JSON.stringify(activity));
    });
  const from = (who: string) => ({
    id: `activity-${(sent += 1)}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${who}`, aadObjectId: `object-${who}` },
    recipient: { id: '28:bot' },
    conversation: { id: `chat-${who}`, conversationType: 'personal', tenantId: TENANT },
  });
  return {
    /** Opens so many connections. Node takes one new one in each round of its event loop, and that is not what is measured. */
    connect: async (count: number): Promise<void> => {
      await Promise.all(Array.from({ length: count }, look));
    },
    say: (who: string, text: string) => post({ ...from(who), type: 'message', text }),
    click: (who: string, verb: string, data: Record<string, unknown>) =>
      post({
        ...from(who),
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'a-card',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    close: () => agent.destroy(),
  };
};
export type Teams = ReturnType<typeof createTeams>;

/** Does all of the works, so many at a time; their results in the order of the works. */
export const inFlight = async <W, R>(
  works: readonly W[],
  atOnce: number,
  carry: (work: W) => Promise<R>,
): Promise<R[]> => {
  const results = new Array<R>(works.length);
  const waiting = works.entries();
  const hand = async (): Promise<void> => {
    for (const [index, work] of waiting) results[index] = await carry(work);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return results;
};
