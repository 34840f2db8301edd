import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { median } from './measure.ts';

const STARTS = 3;
const POLL_MS = 10;

/** A port that nobody listens on just now. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
};

const isWell = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
};

const stop = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
};

const root = join(import.meta.dirname, '../..');
const { scripts } = z
  .object({ scripts: z.object({ serve: z.string() }) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
/** The process of a server, without npm. */
const SERVE = [process.execPath, ...scripts.serve.split(' ').slice(1)];
const NPM_START = ['npm', 'start', '--', '--no-playground'];

const startOnce = async (folder: string, [command = '', ...args]: readonly string[]): Promise<number> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PORT: String(port), STORE_PATH: join(folder, 'makker.db') },
    stdio: 'ignore',
    detached: true,
  });
  while (!(await isWell(port))) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}`);
    await setTimeout(POLL_MS);
  }
  const took = performance.now() - began;
  await stop(child);
  return took;
};

export interface StartupTimes {
  /** Milliseconds from `npm start` until it is ready, on an empty folder. */
  first: number;
  /** The same with the data of the first start there, at the median. */
  again: number;
  /** The same of a server's process alone. */
  serve: number;
}

/** How long `npm start -- --no-playground`, and a server's process, take until they are ready. */
export const timeStartup = async (): Promise<StartupTimes> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-bench-'));
  const first = await startOnce(folder, NPM_START);
  await setTimeout(500);
  const [again, serve]: [number[], number[]] = [[], []];
  for (let nth = 0; nth < STARTS; nth += 1) {
    again.push(await startOnce(folder, NPM_START));
    serve.push(await startOnce(folder, SERVE));
  }
  rmSync(folder, { recursive: true });
  return { first, again: median(again), serve: median(serve) };
};
