import { setTimeout } from 'node:timers/promises';
import { QUESTION, words } from '../../end-to-end/scenes.ts';
import type { FakeConnector } from '../../support/fake-connector.ts';
import { createTeams } from '../clicks/teams.ts';

const LONGEST_MS = 30_000;

/** What somebody who asked saw in the end, and how long they waited until they saw anything. */
export interface Seen {
  saw: 'answer' | 'failed' | 'nothing';
  /** The code that stood on it; the log has the same. */
  reference?: string;
  firstMs: number;
  lastMs: number;
}

/** Somebody who asks, and somebody who asks whether Makker is ready. */
export const createAsker = (port: number, connector: FakeConnector) => {
  const teams = createTeams(port, connector.serviceUrl);
  const failedTitle = words('teams.failed-title');
  const slow = words('teams.slow-message');
  return {
    ask: async (): Promise<Seen> => {
      const from = connector.calls.length;
      const began = performance.now();
      await teams.say('ane', QUESTION);
      const firstMs = performance.now() - began;
      for (;;) {
        const texts = connector.calls.slice(from).map(({ body }) => JSON.stringify(body));
        const last = texts.findLast((text) => !text.includes(slow));
        const lastMs = performance.now() - began;
        if (last !== undefined) {
          const failed = last.includes(failedTitle);
          const reference = /denne kode: ([\w-]+)/.exec(last)?.[1];
          return { saw: failed ? 'failed' : 'answer', ...(reference !== undefined && { reference }), firstMs, lastMs };
        }
        if (lastMs > LONGEST_MS) return { saw: 'nothing', firstMs, lastMs };
        await setTimeout(20);
      }
    },
    ready: async (): Promise<number> => {
      // Until then the answer from before may still hold.
      await setTimeout(2000);
      return (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
    },
    close: () => teams.close(),
  };
};
export type Asker = ReturnType<typeof createAsker>;
