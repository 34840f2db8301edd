import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { start, type Running } from '../../../src/main.ts';
import { readProgramFiles } from '../../../src/program-files.ts';
import { openStore } from '../../../src/store/index.ts';
import { aroundCalls } from '../around-calls.ts';
import type { Order, Report } from './orders.ts';

/**
 * Makker in a process of its own, as it is put together for production but for the clock, and for a store that counts
 * its calls and at one of them kills the process. It begins and stops when it is told to, and can begin again.
 */
let running: Running | undefined;
let calls: string[] = [];
let passed = 0;
const looks = new Set<() => void>();

const report = (what: Report): void => void process.send?.(what);

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // The signal may arrive a moment later: nothing more is to happen until then.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

const begin = async ({ env, began, ...order }: Extract<Order, { order: 'start' }>): Promise<void> => {
  const read = readConfig({ PORT: '0', ...env });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const { dieAt, rulebooks } = order;
  passed = order.passed;
  calls = [];
  looks.clear();
  running = await start(read.config, {
    files: readProgramFiles(rulebooks),
    clock: { now: () => began + passed + performance.timeOrigin + performance.now() },
    log: createLog({ write: () => undefined }),
    random: () => 0,
    every: (_ms, look) => {
      looks.add(look);
      return () => looks.delete(look);
    },
    openStore: async (settings) =>
      aroundCalls(await openStore(settings), async (operation, call) => {
        calls.push(operation);
        const here = dieAt?.call === calls.length ? dieAt.when : undefined;
        if (here === 'before') die();
        const result = await call();
        if (here === 'after') die();
        return result;
      }),
  });
  report({ report: 'started', port: running.port });
};

process.on('message', async (order: Order) => {
  if (order.order === 'start') await begin(order);
  if (order.order === 'pass') {
    passed = order.passed;
    for (const look of looks) look();
  }
  if (order.order === 'stop') {
    await running?.close();
    report({ report: 'stopped', calls });
  }
});
process.on('disconnect', () => process.exit());
report({ report: 'ready' });
