import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** A running Playground. `ended` settles when its process has gone, whoever ended it. */
export interface Playground {
  url: string;
  stop(): void;
  ended: Promise<unknown>;
}

export interface PlaygroundOptions {
  /** Its working directory; made if it is not there. Two Playgrounds must not share one. */
  directory: string;
  /** The text of its `.m365agentsplayground.yml`. */
  config: string;
  /** Where the bot takes activities. */
  endpoint: string;
  /** Preferred port; the Playground takes another when it is taken. */
  port: number;
  openBrowser: boolean;
}

type Environment = Record<string, string | undefined>;

/**
 * Whether a browser can be opened here. The Playground dies when it tries and there is no program for it, so on Linux
 * both a display and `xdg-open` must be there.
 */
export const canOpenBrowser = (platform: string, env: Environment): boolean => {
  if (platform !== 'linux') return true;
  const display = env['DISPLAY'] ?? env['WAYLAND_DISPLAY'];
  const onPath = (env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'xdg-open')));
  return display !== undefined && display !== '' && onPath;
};

/** It says that it listens before it has read its configuration, and dies without a word when it does not like it. */
const servesPage = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts Microsoft's Playground and waits until it serves its page. Throws, with its own log, when it does not. */
export const startPlayground = async (options: PlaygroundOptions): Promise<Playground> => {
  const { directory, endpoint, port } = options;
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, '.m365agentsplayground.yml'), options.config);
  const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const flags = ['-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'];
  const child = spawn(process.execPath, [program, ...flags], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'ignore'],
    // Its locale is what it tells the bot the person's language is.
    env: {
      ...process.env,
      LC_ALL: 'da_DK.UTF-8',
      TZ: 'Europe/Copenhagen',
      ...(options.openBrowser ? {} : { TEAMSAPPTESTER_BROWSER: 'none' }),
    },
  });
  const ended = new Promise<undefined>((resolve) => {
    child.once('exit', () => resolve(undefined));
    child.once('error', () => resolve(undefined));
  });
  const listening = new Promise<number>((resolve) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const found = /Listening on (\d+)/.exec(output);
      if (found !== null) resolve(Number(found[1]));
    });
  });
  const at = await Promise.race([listening, ended]);
  const url = at === undefined ? undefined : `http://localhost:${at}`;
  if (url === undefined || !(await servesPage(url))) {
    child.kill();
    await ended;
    const log = await readFile(join(directory, 'devTools', 'm365agentsplayground.log'), 'utf8').catch(() => '');
    throw new Error(`the Playground in ${directory} does not run\n${log}`);
  }
  return { url, stop: () => void child.kill(), ended };
};
