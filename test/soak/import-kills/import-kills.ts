import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { auditIntact } from '../../../src/cases/audit.ts';
import { eachItem } from '../../../src/each-item.ts';
import { canonicalJson } from '../../../src/receipts/canonical-json.ts';
import { readShelf } from '../../../src/rulebook-files.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { writeCaseFile } from '../../bench/importing/case-file.ts';
import { seeded } from '../../bench/random.ts';
import type { Part } from '../part.ts';

const root = join(import.meta.dirname, '../../..');
const CASES = 4000;
const KILLS = 16;
const SEED = 20_261;

/** What happened in an import's process: killed before it ended, or not. */
const importOnce = async (file: string, municipality: string, path: string, killAfter?: number): Promise<boolean> => {
  const args = ['--disable-warning=ExperimentalWarning', 'src/cli/makker.ts', 'import', file];
  const child = spawn(process.execPath, [...args, '--municipality', municipality], {
    cwd: root,
    env: { ...process.env, STORE_PATH: path },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  if (killAfter !== undefined) {
    const waiting = new AbortController();
    const late = setTimeout(killAfter, true, { signal: waiting.signal }).catch(() => false);
    if (await Promise.race([late, ended.then(() => false)])) child.kill('SIGKILL');
    waiting.abort();
  }
  const [code, signal] = await ended;
  if (signal === null && code !== 0) throw new Error(`an import ended with ${code}`);
  return signal !== null;
};

/** Everything a store holds of its cases but when and under which key it was written, as one hash; and what is not whole. */
const stateOf = async (path: string, municipality: string) => {
  const store = createSqliteStore(path);
  const hash = createHash('sha256');
  let [cases, broken] = [0, 0];
  for await (const item of eachItem((page) => store.findCases(municipality, { by: 'all' }, page))) {
    const { audit, seal: _, ...rest } = item;
    if (!auditIntact(audit)) broken += 1;
    cases += 1;
    hash.update(canonicalJson({ ...rest, audit: audit.map(({ what, details }) => ({ what, details })) }));
  }
  await store.close();
  return { hash: hash.digest('hex'), cases, broken };
};

/** Two exports after each other, the second with other hours, an import of each killed at any moment and run again. */
export const importKills: Part = async () => {
  const [plan] = readShelf(join(root, 'rulebooks')).texts();
  if (plan === undefined) throw new Error('there is no rulebook');
  const { municipality, version: today } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'makker-soak-import-'));
  const files = [join(folder, 'monday.csv'), join(folder, 'tuesday.csv')];
  const [monday = '', tuesday = ''] = files;
  writeCaseFile(monday, municipality, today, CASES);
  writeFileSync(tuesday, readFileSync(monday, 'latin1').replaceAll(';kontanthjaelp;', ';fleksjob;'), 'latin1');

  const wholePath = join(folder, 'whole', 'makker.db');
  const took: number[] = [];
  for (const file of files) {
    const began = performance.now();
    await importOnce(file, municipality, wholePath);
    took.push(performance.now() - began);
  }
  const whole = await stateOf(wholePath, municipality);

  const random = seeded(SEED);
  let [killed, wrong, broken] = [0, 0, 0];
  for (let nth = 0; nth < KILLS; nth += 1) {
    const path = join(folder, `killed-${nth}`, 'makker.db');
    for (const [index, file] of files.entries()) {
      const after = Math.round(random() * (took[index] ?? 0));
      if (await importOnce(file, municipality, path, after)) killed += 1;
      await importOnce(file, municipality, path);
    }
    const state = await stateOf(path, municipality);
    broken += state.broken;
    if (state.hash === whole.hash) continue;
    wrong += 1;
    console.error(`Seed ${SEED}, store ${nth}: ${state.cases} cases, another state than without a kill`);
  }
  rmSync(folder, { recursive: true });
  return {
    bars: [
      {
        what: `Stores that end otherwise than without a kill, of ${KILLS} with two imports of ${CASES} cases`,
        measured: String(wrong),
        bar: 'none',
        holds: wrong === 0,
      },
      { what: 'Histories that are not whole', measured: String(broken), bar: 'none', holds: broken === 0 },
      {
        what: 'Imports killed before they had ended',
        measured: String(killed),
        bar: 'at least 20',
        holds: killed >= 20,
      },
    ],
    means: `An export of ${CASES} cases is imported, then another in which benefits have changed; each import is killed (SIGKILL) at a random moment and run again to its end. Records, agendas, what queries look for and histories are compared by hash with a store that nobody killed; the times of the entries are left out.`,
  };
};
