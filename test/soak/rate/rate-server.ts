import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OWN_SERVER } from '../../support/own-server.ts';

/** A process with Makker in it, from outside. */
export interface RateServer {
  port: number;
  setTime(instant: string): void;
  /** The memory it has now, and the most it had since it was last asked to forget; in bytes. */
  memory(): { now: number; most: number };
  forgetMost(): void;
  problems: string[];
  close(): Promise<void>;
}

const report = z.object({ port: z.number().optional(), problem: z.string().optional() });

const root = join(import.meta.dirname, '../../..');
const { scripts } = z
  .object({ scripts: z.object({ serve: z.string() }) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
/** What stands between the program and the file that it runs. */
const flagsOf = (script: string): string[] => script.split(' ').slice(1, -1);

/** Starts Makker on what is in a folder, at an instant, with the settings of `npm run serve` on a server of one's own. */
export const startRateServer = async (folder: string, begins: string): Promise<RateServer> => {
  const child = fork(join(import.meta.dirname, 'server.ts'), [folder, begins], {
    execArgv: flagsOf(scripts.serve),
    env: { ...process.env, ...OWN_SERVER },
  });
  const ended = once(child, 'exit');
  const problems: string[] = [];
  const started = new Promise<number>((resolve) => {
    child.on('message', (message) => {
      const heard = report.parse(message);
      if (heard.problem !== undefined) problems.push(heard.problem);
      if (heard.port !== undefined) resolve(heard.port);
    });
  });
  const tooSoon = ended.then((): never => {
    throw new Error('Makker did not start');
  });
  const port = await Promise.race([started, tooSoon]);
  tooSoon.catch(() => undefined);
  const figure = (name: string): number => {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
    return 1024 * Number(line?.[1]);
  };
  return {
    port,
    setTime: (instant) => void child.send(instant),
    memory: () => ({ now: figure('VmRSS'), most: figure('VmHWM') }),
    // The kernel begins anew to note the most.
    forgetMost: () => writeFileSync(`/proc/${child.pid}/clear_refs`, '5'),
    problems,
    close: async () => {
      child.disconnect();
      await ended;
    },
  };
};
