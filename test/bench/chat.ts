import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDateAt, systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import { loadDemos } from '../../src/demo/load-demos.ts';
import { readDemos } from '../../src/demo/read-demos.ts';
import { shownDemo } from '../../src/demo/shown-demo.ts';
import { createLog } from '../../src/log.ts';
import { start } from '../../src/main.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createServer } from '../../src/teams/server.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { median } from './measure.ts';

const quiet = createLog({ write: () => undefined });
const WARM_UP = 250;
const ASKED = 200;

export interface ChatTimes {
  question: string;
  /** The size of the card's activity as JSON, in characters. */
  characters: number;
  /** Milliseconds at the median from posting the message until it is answered with 200; the card has gone out by then. */
  makker: number;
  echo: number;
}

/** Asks Makker and a bot that only sends a ready card of the same size, turn by turn, over the same kind of server. */
export const timeChat = async (): Promise<ChatTimes> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-bench-'));
  const connector = await startFakeConnector();
  const serviceHosts = ['127.0.0.1'];
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    production: false,
    store: { kind: 'embedded', path: join(folder, 'makker.db') },
    receiptKey: { key: 'a key for the benchmark only, of no use' },
    serviceHosts,
  };
  const makker = await start(config, { log: quiet });
  const demos = readDemos(join(import.meta.dirname, '../../rulebooks'), civilDateAt(systemClock.now()));
  const shown = shownDemo(demos);
  const demo = 'demo' in shown ? shown.demo : undefined;
  const question = demo?.ask[0]?.say;
  const asker = demo?.people.find(({ id }) => id === demo.viewers.caseworker);
  if (demo === undefined || question === undefined || asker === undefined) throw new Error('the demo has a question');
  await loadDemos(demos, makker);

  let count = 0;
  const ask = async (port: number): Promise<{ took: number; sent: Record<string, unknown> }> => {
    count += 1;
    const sentBefore = connector.calls.length;
    const body = JSON.stringify({
      type: 'message',
      id: `message-${count}`,
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      timestamp: new Date(systemClock.now()).toISOString(),
      from: { id: '29:asker', name: 'Asker', aadObjectId: asker.aadObjectId },
      recipient: { id: '28:bot', name: 'Makker' },
      conversation: { id: 'chat', conversationType: 'personal', tenantId: asker.tenantId },
      channelData: { tenant: { id: asker.tenantId } },
      locale: 'da-DK',
      text: question,
    });
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await response.text();
    const took = performance.now() - began;
    const card = connector.calls.slice(sentBefore).find((call) => 'attachments' in call.body);
    if (!response.ok || card === undefined) throw new Error(`no card came; the server answered ${response.status}`);
    return { took, sent: card.body };
  };

  const { sent } = await ask(makker.port);
  const { attachments } = sent;
  const echo = createServer({
    config: { host: '127.0.0.1', port: 0, serviceHosts },
    adapter: createAdapter({ clock: systemClock, log: quiet, attemptMs: 10_000 }),
    bot: async (context) => {
      await context.sendActivity({ type: 'message', attachments: Array.isArray(attachments) ? attachments : [] });
    },
    health: { ready: async () => 'ready', metrics: async () => ({ type: 'text/plain', text: '' }) },
    log: quiet,
  });
  const { port } = await echo.listen();
  const times = { makker: new Array<number>(), echo: new Array<number>() };
  for (let round = 0; round < WARM_UP + ASKED; round += 1) {
    const ours = await ask(makker.port);
    const theirs = await ask(port);
    if (round < WARM_UP) continue;
    times.makker.push(ours.took);
    times.echo.push(theirs.took);
  }
  await echo.close();
  await makker.close();
  await connector.close();
  rmSync(folder, { recursive: true });
  return { question, characters: JSON.stringify(sent).length, makker: median(times.makker), echo: median(times.echo) };
};
