import { fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Order, Report } from './orders.ts';

/** A process with Makker in it, from outside. Whatever is asked of a dead one comes to nothing. */
export interface MakkerProcess {
  /** The port it listens on, or `undefined` when it died while it started. */
  start(order: Omit<Extract<Order, { order: 'start' }>, 'order'>): Promise<number | undefined>;
  pass(passed: number): void;
  /** Stops Makker and leaves the process: which operations of the store it called; `undefined` when it died first. */
  stop(): Promise<string[] | undefined>;
  isDead(): boolean;
  kill(): void;
  /** Resolves when it is gone. */
  gone: Promise<void>;
  /** Ends the process. */
  end(): Promise<void>;
}

/** Begins a process, which loads the program and waits. */
export const createMakkerProcess = (): MakkerProcess => {
  const child = fork(join(import.meta.dirname, 'makker.ts'), {
    // What one process has compiled the next ones need not.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'makker-soak-compiled') },
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'],
  });
  let dead = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (status, signal) => {
      dead = true;
      // Anything but a kill is a failure of the program, and the soak is not to call it a restart.
      if (signal !== 'SIGKILL' && status !== 0) console.error(`Makker ended by itself with ${status ?? signal}`);
      resolve();
    });
  });
  const waiting = new Map<Report['report'], (report: Report) => void>();
  child.on('message', (report: Report) => waiting.get(report.report)?.(report));
  const heard = (name: Report['report']): Promise<Report | undefined> =>
    Promise.race([
      new Promise<Report>((resolve) => {
        waiting.set(name, resolve);
      }),
      gone.then(() => undefined),
    ]);
  const ready = heard('ready');
  const tell = (order: Order): void => {
    if (!dead) child.send(order, () => undefined);
  };

  return {
    start: async (order) => {
      await ready;
      const started = heard('started');
      tell({ order: 'start', ...order });
      const report = await started;
      return report?.report === 'started' ? report.port : undefined;
    },
    pass: (passed) => tell({ order: 'pass', passed }),
    stop: async () => {
      const stopped = heard('stopped');
      tell({ order: 'stop' });
      const report = await stopped;
      return report?.report === 'stopped' ? report.calls : undefined;
    },
    isDead: () => dead,
    kill: () => void child.kill('SIGKILL'),
    gone,
    end: async () => {
      await ready;
      if (!dead) child.disconnect();
      await gone;
    },
  };
};
