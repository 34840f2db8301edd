import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readShelf } from '../../../src/rulebook-files.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { MAKKER } from '../makker-command.ts';
import { OWN_SERVER } from '../../support/own-server.ts';
import { median } from '../measure.ts';
import { writeCaseFile } from './case-file.ts';

const root = join(import.meta.dirname, '../../..');
const CASES = 100_000;
const ROUNDS = 3;
const PEAK = join(import.meta.dirname, 'peak.ts');
export interface ImportTime {
  cases: number;
  rows: number;
  /** Of the file, in megabytes. */
  size: number;
  /** Seconds from starting the process until it has ended, at the median. */
  makker: number;
  bare: number;
  /** The same file once more, when nothing changes. */
  again: number;
  /** The most memory the process of an import had at any time, in megabytes: the worst of all. */
  peak: number;
  said: string;
}

interface Run {
  seconds: number;
  peak: number;
  said: string;
}

/** Runs a script in a process of its own; it says at its end how much memory it had at most. */
const run = async (args: readonly string[], env: Record<string, string>): Promise<Run> => {
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', PEAK, ...args], {
    cwd: root,
    env: { ...process.env, ...OWN_SERVER, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, told, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(told);
  const peak = Number(readFileSync(env['PEAK_FILE'] ?? '', 'utf8'));
  return { seconds, peak, said: said.trimEnd().split('\n').at(-1) ?? '' };
};

/** How many characters an item of the store has in the middle: the bare work writes as many bytes. */
const bodyLength = async (path: string, municipality: string): Promise<number> => {
  const store = createSqliteStore(path);
  const { items } = await store.findCases(municipality, { by: 'all' }, { limit: 1000 });
  await store.close();
  return Math.round(items.reduce((sum, { item }) => sum + JSON.stringify(item).length, 0) / items.length);
};

/** How long an import of many cases takes, against the file parsed and as many bytes written to SQLite with nothing in between. */
export const timeImport = async (): Promise<ImportTime> => {
  const [plan] = readShelf(join(root, 'rulebooks')).texts();
  if (plan === undefined) throw new Error('there is no rulebook');
  const { municipality, version: today } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'makker-bench-import-'));
  const file = join(folder, 'cases.csv');
  const rows = writeCaseFile(file, municipality, today, CASES);
  const env = { PEAK_FILE: join(folder, 'peak') };
  const [ours, theirs, later]: [Run[], Run[], Run[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const STORE_PATH = join(folder, `round-${round}`, 'makker.db');
    const args = [...MAKKER, 'import', file, '--municipality', municipality];
    ours.push(await run(args, { ...env, STORE_PATH }));
    const length = String(await bodyLength(STORE_PATH, municipality));
    theirs.push(await run([join(import.meta.dirname, 'bare.ts'), file, join(folder, `bare-${round}.db`), length], env));
    later.push(await run(args, { ...env, STORE_PATH }));
  }
  const size = statSync(file).size / 1e6;
  rmSync(folder, { recursive: true });
  const middle = (runs: readonly Run[]): number => median(runs.map(({ seconds }) => seconds));
  return {
    ...{ cases: CASES, rows, size, makker: middle(ours), bare: middle(theirs), again: middle(later) },
    peak: Math.max(...ours.map(({ peak }) => peak), ...later.map(({ peak }) => peak)),
    said: ours[0]?.said ?? '',
  };
};
