import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readShelf } from '../../src/rulebook-files.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { fillStore } from '../support/fill-store.ts';
import { MAKKER } from './makker-command.ts';
import { GENERATED_CATALOGUE, generatedRecords } from '../support/generated-records.ts';

const root = join(import.meta.dirname, '../..');
const CASES = 100_000;
/** The number that the draft changes: the price above which an offer is no longer green. */
const NUMBER = 'value: 2200';
const DRAFTED = 'value: 1500';

export interface ImpactTime {
  cases: number;
  /** From calling the command until it has ended. */
  seconds: number;
  /** The last thing it says: how many cases were open, and for how many something changes. */
  said: string;
}

/** How long `makker impact` takes for many generated cases in an embedded store, against a draft with one number changed. */
export const timeImpact = async (): Promise<ImpactTime> => {
  const plan = readShelf(join(root, 'rulebooks'))
    .texts()
    .find((one) => one.text.includes(NUMBER));
  if (plan === undefined) throw new Error(`no rulebook says ${NUMBER}`);
  const { municipality, version: today } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'makker-bench-impact-'));
  const [path, draft] = [join(folder, 'makker.db'), join(folder, 'draft.yaml')];
  writeFileSync(draft, plan.text.replace(NUMBER, DRAFTED));
  const store = createSqliteStore(path);
  await fillStore(store, generatedRecords({ municipality, today, count: CASES }), municipality, GENERATED_CATALOGUE);
  await store.close();
  const from = `${municipality}/${today}`;
  const args = [...MAKKER, 'impact', '--from', from, '--to', draft, '--today', today, '--format', 'csv'];
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, STORE_PATH: path },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(said);
  rmSync(folder, { recursive: true });
  return { cases: CASES, seconds, said: said.trimEnd().split('\n').at(-1) ?? '' };
};
