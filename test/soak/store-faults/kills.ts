import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile } from '../../../src/store/index.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { generatedCases } from '../../bench/generated-cases.ts';
import { seeded } from '../../bench/random.ts';
import { startCosmosServer } from '../../support/cosmos-server.ts';
import { fillStore } from '../../support/fill-store.ts';
import { HERE } from '../../end-to-end/town.ts';

const SEED = 20_261_122;
const CASES = 1000;
const MAKKER = join(import.meta.dirname, '../../../src/cli/makker.ts');

/** How often a command was killed in the middle, and everything that was wrong then or after it was run again. */
export interface Killed {
  command: string;
  killed: number;
  wrong: string[];
}

type Env = Record<string, string>;

/** Runs the command, and kills it after some milliseconds; its status, or that it was killed. */
const run = async (env: Env, args: string[], killAfter?: number): Promise<number | 'killed'> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAKKER, 'store', ...args], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [status]: (number | null)[] = await once(child, 'exit');
  clearTimeout(timer);
  return status ?? 'killed';
};

const soundness = (path: string, cases: number): string[] => {
  const found = checkFile(path);
  if ('problems' in found) return found.problems;
  return found.items['case'] === cases ? [] : [`${found.items['case']} cases in ${path}, not ${cases}`];
};

const fill = async (path: string): Promise<void> => {
  const store = createSqliteStore(path);
  const records = generatedCases(CASES).map((one, index) => ({ ...one.case, id: `S-${index}`, municipality: HERE }));
  await fillStore(store, records, HERE, []);
  await store.close();
};

/** Kills the command at so many moments of its time; after each, says what is wrong. */
const killing = async (
  command: string,
  times: number,
  round: (killAfter: number | undefined) => Promise<number | 'killed'>,
  wrongAfter: (status: number | 'killed') => string[] | Promise<string[]>,
): Promise<Killed> => {
  const random = seeded(SEED);
  const began = performance.now();
  const first = await round(undefined);
  const whole = performance.now() - began;
  const wrong = first === 0 ? await wrongAfter(0) : [`without a kill it ended with ${first}`];
  let killed = 0;
  for (let time = 0; time < times; time += 1) {
    const status = await round(whole * random());
    if (status === 'killed') killed += 1;
    wrong.push(...(await wrongAfter(status)));
  }
  return { command, killed, wrong };
};

/** Kills backup, restore and copy at any moment. What was there stays, nothing false appears, and the same again ends well. */
export const killCommands = async (times: number): Promise<Killed[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-killed-'));
  const server = await startCosmosServer({ allPartitions: true });
  const path = join(folder, 'makker.db');
  const good = join(folder, 'good.db');
  const env = { STORE_PATH: path, RECEIPT_KEY: 'invented'.repeat(4) };
  let number = 0;
  try {
    await fill(path);
    await run(env, ['backup', good]);
    const backup = await killing(
      'backup',
      times,
      (killAfter) => run(env, ['backup', join(folder, `backup-${(number += 1)}.db`)], killAfter),
      (status) => {
        const file = join(folder, `backup-${number}.db`);
        const there = existsSync(file);
        const missing = status === 0 && !there ? [`${file} is not there`] : [];
        return [...missing, ...(there ? soundness(file, CASES) : []), ...soundness(path, CASES)];
      },
    );
    const restore = await killing(
      'restore',
      times,
      (killAfter) => run(env, ['restore', good, '--replace'], killAfter),
      async () => {
        const between = existsSync(path) ? soundness(path, CASES) : [];
        const again = await run(env, ['restore', good, '--replace']);
        return [...between, ...(again === 0 ? [] : [`again: ${again}`]), ...soundness(path, CASES)];
      },
    );
    const copyEnv = () => ({
      ...env,
      COSMOS_ENDPOINT: server.endpoint,
      COSMOS_KEY: server.key,
      COSMOS_DATABASE: `copy-${number}`,
    });
    const copy = await killing(
      'copy',
      times,
      (killAfter) => {
        number += 1;
        return run(copyEnv(), ['copy', '--from', 'embedded', '--to', 'cosmos'], killAfter);
      },
      async (status) => {
        // A copy compares both stores item by item before it says that all is well.
        const again = status === 0 ? 0 : await run(copyEnv(), ['copy', '--from', 'embedded', '--to', 'cosmos']);
        return again === 0 ? [] : [`again: ${again}`];
      },
    );
    return [backup, restore, copy];
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
};
