import { dirname, join } from 'node:path';
import { civilDateAt, systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { loadDemos } from '../demo/load-demos.ts';
import { readDemos } from '../demo/read-demos.ts';
import { shownDemo } from '../demo/shown-demo.ts';
import { start } from '../main.ts';
import { freePort } from './playground/free-port.ts';
import { openChats } from './playground/open-chats.ts';
import { canOpenBrowser } from './playground/playground.ts';
import { START_USAGE, type StartOptions, readStartOptions } from './start-options.ts';
import { welcome } from './welcome.ts';

/** Beside the embedded store, so that everything a trial leaves behind is in one folder. */
const playgroundDirectory = ({ store }: Config): string =>
  join(store.kind === 'embedded' ? dirname(store.path) : '.data', 'playground');

const onStop = (stop: () => Promise<void>): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
};

const serve = async (config: Config): Promise<number> => {
  const running = await start(config);
  onStop(() => running.close());
  return 0;
};

/** A trial run: the bot on loopback with all invented municipalities, and a Playground for each of two people of one. */
const tryOut = async (config: Config, { municipality, withPlaygrounds }: StartOptions): Promise<number> => {
  const demos = readDemos(join(import.meta.dirname, '../../rulebooks'), civilDateAt(systemClock.now()));
  const shown = shownDemo(demos, municipality);
  if ('unknown' in shown) {
    console.error(`there is no demo of ${shown.unknown}; there is ${shown.known.join(', ') || 'none'}`);
    return 1;
  }
  const { demo } = shown;
  const running = await start({ ...config, port: await freePort(config.port) });
  const added = await loadDemos(demos, running);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const endpoint = `http://${host}:${running.port}/api/messages`;
  const openBrowser = canOpenBrowser(process.platform, process.env);
  const directory = playgroundDirectory(config);
  const chats =
    demo === undefined || !withPlaygrounds ? [] : await openChats(demo, { endpoint, directory, openBrowser });
  let stopping = false;
  for (const { url, person, ended } of chats)
    void ended.then(() => {
      if (!stopping) console.error(`${person.name}'s Playground (${url}) has ended; start again to open it anew`);
    });
  onStop(async () => {
    stopping = true;
    for (const chat of chats) chat.stop();
    await Promise.all(chats.map(({ ended }) => ended));
    await running.close();
  });
  const people = chats.map(({ url, person }) => ({ url, name: person.name, as: person.roles[0]?.role ?? 'guest' }));
  const others = demos.flatMap((each) => (each === demo ? [] : each.municipality));
  console.log(
    welcome({ endpoint, added, chats: people, shown: demo?.municipality ?? '', ask: demo?.ask ?? [], others }),
  );
  return 0;
};

/** Answers the exit status. */
const main = async (args: string[]): Promise<number> => {
  const options = readStartOptions(args);
  if (options === undefined) {
    console.error(START_USAGE);
    return 2;
  }
  const result = readConfig(process.env);
  if ('problems' in result) {
    console.error(result.problems.join('\n'));
    return 1;
  }
  // With credentials this is the real bot: no invented people, and no client that cannot prove who it is.
  return result.config.bot === undefined ? tryOut(result.config, options) : serve(result.config);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
