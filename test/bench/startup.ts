import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
  } catch {
    return false;
  }
};

const stop = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
};

const startOnce = async (folder: string): Promise<number> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--', '--no-playground'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: String(port), STORE_PATH: join(folder, 'makker.db') },
    stdio: 'ignore',
    detached: true,
  });
  while (!(await isWell(port))) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    await setTimeout(POLL_MS);
  }
  const took = performance.now() - began;
  await stop(child);
  return took;
};

export interface StartupTimes {
  /** Milliseconds from `npm start` until the server answers, on an empty folder. */
  first: number;
  /** The same with the data of the first start there, at the median. */
  again: number;
}

/** How long `npm start -- --no-playground` takes until the server answers. */
export const timeStartup = async (): Promise<StartupTimes> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-bench-'));
  const first = await startOnce(folder);
  await setTimeout(500);
  const again: number[] = [];
  for (let nth = 0; nth < STARTS; nth += 1) again.push(await startOnce(folder));
  rmSync(folder, { recursive: true });
  return { first, again: median(again) };
};
