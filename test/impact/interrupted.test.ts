import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readShelf } from '../../src/rulebook-files.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { fillStore } from '../support/fill-store.ts';
import { generatedRecords } from '../support/generated-records.ts';

const project = new URL('../../', import.meta.url).pathname;
const [texts] = readShelf(join(project, 'rulebooks')).texts();
const municipality = texts?.municipality ?? '';
const today = texts?.version ?? '';
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-interrupted-'));
  const store = createSqliteStore(join(folder, 'makker.db'));
  await fillStore(store, generatedRecords({ municipality, today, count: 12_000 }), municipality, []);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a run that is ended by %s says so, ends by it and leaves nothing behind',
  async (signal) => {
    const hash = () =>
      createHash('sha256')
        .update(readFileSync(join(folder, 'makker.db')))
        .digest('hex');
    const before = hash();
    const version = `${municipality}/${today}`;
    const args = ['src/cli/makker.ts', 'impact', '--from', version, '--to', version, '--today', today];
    const child = spawn(process.execPath, args, {
      cwd: project,
      env: { ...process.env, STORE_PATH: join(folder, 'makker.db') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => {
      const underWay = err.includes('cases read');
      err += data.toString();
      // Asked once, when it is under way.
      if (!underWay && err.includes('cases read')) child.kill(signal);
    });
    const [code, endedBy]: unknown[] = await once(child, 'close');
    expect({ code, endedBy, out: /interrupted/.test(out) }).toEqual({ code: null, endedBy: signal, out: true });
    expect(err).not.toContain('100 %');
    expect(readdirSync(folder)).toEqual(['makker.db']);
    expect(hash()).toBe(before);
  },
);
