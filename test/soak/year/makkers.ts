import { setImmediate, setTimeout } from 'node:timers/promises';
import { readConfig } from '../../../src/config.ts';
import { isoInstant } from '../../../src/clock.ts';
import { createLog } from '../../../src/log.ts';
import { type Running, start } from '../../../src/main.ts';
import type { ProgramFiles } from '../../../src/program-files.ts';
import { openStore } from '../../../src/store/index.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { aroundCalls } from '../around-calls.ts';
import { dayAt } from './civil.ts';
import { TOWNS } from './readers.ts';

/** One or more Makkers at work on one file, by a clock that stands still until it is set. */
export interface Makkers {
  /** The first one of those that are at work. */
  first(): Running;
  /** Sets the clock, and how many are at work; lets every one look whether something has come due, and waits until all of it is done. */
  at(now: number, count: number): Promise<void>;
  /** What was logged as a problem. */
  problems: string[];
  close(): Promise<void>;
}

interface AtWork {
  running: Running;
  looks: Set<() => void>;
}

/** So many turns of the event loop without a call of the store: nobody is at work then. */
const QUIET_TURNS = 5;
/** So much longer than anything takes here that whatever is not sent by then never will be. */
const LONGEST_MS = 20_000;
const KEY = 'an invented key of some length, for good';

/** That the connector here wants no credentials is none. */
const isProblem = (line: string): boolean => line.includes('"code":') && !line.includes('"no-credentials"');

/** Opens nobody yet, on a file that may be new, by the rules and with the cards of these files. */
export const openMakkers = (path: string, files: ProgramFiles): Makkers => {
  const problems: string[] = [];
  const all: AtWork[] = [];
  const beside = createSqliteStore(path);
  let now = 0;
  let calls = 0;
  let underWay = 0;

  const open = async (): Promise<void> => {
    const read = readConfig({ PORT: '0', STORE_PATH: path, RECEIPT_KEY: KEY });
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    const looks = new Set<() => void>();
    const running = await start(read.config, {
      clock: { now: () => now },
      log: createLog({ write: (line) => void (isProblem(line) && problems.push(line)) }),
      files,
      every: (_ms, look) => {
        looks.add(look);
        return () => looks.delete(look);
      },
      openStore: async (settings) =>
        aroundCalls(await openStore(settings), async (_operation, call) => {
          calls += 1;
          underWay += 1;
          try {
            return await call();
          } finally {
            underWay -= 1;
          }
        }),
    });
    all.push({ running, looks });
  };

  const isSending = async (): Promise<boolean> => {
    for (const municipality of Object.keys(TOWNS)) {
      const today = await beside.list('digest', municipality, { limit: 1000, begins: `${dayAt(now)}~` });
      if (today.items.some(({ item: { sendAt } }) => sendAt !== undefined && sendAt <= isoInstant(now))) return true;
    }
    return false;
  };

  /** Resolves once nobody reads or writes any more and nothing waits to be sent. */
  const quiet = async (): Promise<void> => {
    const until = performance.now() + LONGEST_MS;
    while (performance.now() < until) {
      for (let turns = 0, before = calls; turns < QUIET_TURNS; turns += 1) {
        await setImmediate();
        if (underWay > 0 || calls > before) turns = 0;
        before = calls;
      }
      if (!(await isSending())) return;
      await setTimeout(1);
    }
    problems.push(`something still waits to be sent at ${isoInstant(now)}`);
  };

  return {
    problems,
    first: () => {
      const [one] = all;
      if (one === undefined) throw new Error('nobody is at work');
      return one.running;
    },
    at: async (instant, count) => {
      now = instant;
      while (all.length > count) await all.pop()?.running.close();
      while (all.length < count) await open();
      for (const { looks } of all) for (const look of looks) look();
      if (count > 0) await quiet();
    },
    close: async () => {
      for (const { running } of all) await running.close();
      await beside.close();
    },
  };
};
