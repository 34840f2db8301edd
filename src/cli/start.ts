import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { civilDateAt, systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { findDemo } from '../demo/find-demo.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { start } from '../main.ts';
import { freePort } from './playground/free-port.ts';
import { openChats } from './playground/open-chats.ts';
import { canOpenBrowser } from './playground/playground.ts';
import { welcome } from './welcome.ts';

/** Beside the embedded store, so that everything a trial leaves behind is in one folder. */
const playgroundDirectory = ({ store }: Config): string =>
  join(store.kind === 'embedded' ? dirname(store.path) : '.data', 'playground');

/** A trial run: the bot on loopback with the invented data, and a Playground for each of two people. */
const tryOut = async (config: Config, withPlaygrounds: boolean): Promise<void> => {
  const demo = findDemo(join(import.meta.dirname, '../../rulebooks'), civilDateAt(systemClock.now()));
  const running = await start({ ...config, port: await freePort(config.port) });
  const added = demo === undefined ? 0 : await loadDemo(demo, running);
  const endpoint = `http://127.0.0.1:${running.port}/api/messages`;
  const openBrowser = canOpenBrowser(process.platform, process.env);
  const directory = playgroundDirectory(config);
  const chats =
    demo === undefined || !withPlaygrounds ? [] : await openChats(demo, { endpoint, directory, openBrowser });
  const stop = async () => {
    for (const chat of chats) chat.stop();
    await Promise.all(chats.map(({ ended }) => ended));
    await running.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const people = chats.map(({ url, person }) => ({ url, name: person.name, as: person.roles[0]?.role ?? 'guest' }));
  console.log(welcome({ endpoint, added, chats: people, ask: demo?.ask ?? [] }));
};

const { values } = parseArgs({ options: { 'no-playground': { type: 'boolean', default: false } } });
const result = readConfig(process.env);
if ('problems' in result) {
  console.error(result.problems.join('\n'));
  process.exitCode = 1;
} else if (result.config.bot !== undefined) {
  // With credentials this is the real bot: no invented people, and no client that cannot prove who it is.
  await start(result.config);
} else await tryOut(result.config, !values['no-playground']);
