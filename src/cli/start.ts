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

const onStop = (stop: () => Promise<void>): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
};

const serve = async (config: Config): Promise<void> => {
  const running = await start(config);
  onStop(() => running.close());
};

/** A trial run: the bot on loopback with the invented data, and a Playground for each of two people. */
const tryOut = async (config: Config, withPlaygrounds: boolean): Promise<void> => {
  const demo = findDemo(join(import.meta.dirname, '../../rulebooks'), civilDateAt(systemClock.now()));
  const running = await start({ ...config, port: await freePort(config.port) });
  const added = demo === undefined ? 0 : await loadDemo(demo, running);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const endpoint = `http://${host}:${running.port}/api/messages`;
  const openBrowser = canOpenBrowser(process.platform, process.env);
  const directory = playgroundDirectory(config);
  const chats =
    demo === undefined || !withPlaygrounds ? [] : await openChats(demo, { endpoint, directory, openBrowser });
  onStop(async () => {
    for (const chat of chats) chat.stop();
    await Promise.all(chats.map(({ ended }) => ended));
    await running.close();
  });
  const people = chats.map(({ url, person }) => ({ url, name: person.name, as: person.roles[0]?.role ?? 'guest' }));
  console.log(welcome({ endpoint, added, chats: people, ask: demo?.ask ?? [] }));
};

const options = { 'no-playground': { type: 'boolean', default: false } } as const;

/** Answers the exit status. */
const main = async (args: string[]): Promise<number> => {
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind !== 'option' || !(token.name in options));
  if (unknown !== undefined) {
    console.error(`npm start takes one option: npm start -- --no-playground. It does not know ${args[unknown.index]}`);
    return 2;
  }
  const result = readConfig(process.env);
  if ('problems' in result) {
    console.error(result.problems.join('\n'));
    return 1;
  }
  // With credentials this is the real bot: no invented people, and no client that cannot prove who it is.
  if (result.config.bot !== undefined) await serve(result.config);
  else await tryOut(result.config, values['no-playground'] !== true);
  return 0;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
