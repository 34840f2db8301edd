import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CaseQuery } from '../../src/store/port.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { caseItem } from './builders.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'makker-store-'));
  path = join(folder, 'makker.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs a script beside this one in a process of its own. */
const run = (script: string, ...args: string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script), path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The number the case stands at, after checking that item, scalar and list key agree on it and the file is whole. */
const standsAt = async (): Promise<number> => {
  const store = createSqliteStore(path);
  const number = (await store.read('case', 'testby', 'S-1'))?.item.audit[0]?.seq ?? 0;
  const seqs = async (query: CaseQuery) =>
    (await store.findCases('testby', query, { limit: 10 })).items.map(({ item }) => item.audit[0]?.seq);
  expect(await seqs({ by: 'name', key: `key-${number}` })).toEqual([number]);
  expect(await seqs({ by: 'name', key: `key-${number + 1}` })).toEqual([]);
  expect(await seqs({ by: 'caseworker', caseworker: `worker-${number}` })).toEqual([number]);
  expect(await seqs({ by: 'nextSoon', on: `${number}` })).toEqual([number]);
  await store.close();
  const db = new DatabaseSync(path);
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(db.prepare('SELECT count(*) AS keys FROM case_key').get()).toEqual({ keys: 1 });
  db.close();
  return number;
};

test('what a killed process was told is stored is stored, and nothing is half stored', async () => {
  let acknowledged = 0;
  for (const acknowledgements of [1, 7, 20, 33]) {
    const child = run('count-up.ts', '1000000');
    let seen = 0;
    for await (const line of createInterface(child.stdout)) {
      acknowledged = Number(line);
      seen += 1;
      if (seen === acknowledgements) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    const number = await standsAt();
    // The one write that was under way may have been committed before its acknowledgement was printed.
    expect([acknowledged, acknowledged + 1]).toContain(number);
  }
});

test('a process killed in the middle of a replace or a create leaves what was there before', async () => {
  const store = createSqliteStore(path);
  const before = caseItem('testby', 'S-1', { nameKeys: ['before', 'both'], nextSoon: '2026-01-01' });
  await store.create('case', before);
  for (const what of ['replace', 'create']) {
    const child = run('die-half-way.ts', what);
    await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
  }
  const idsFor = async (query: CaseQuery) =>
    (await store.findCases('testby', query, { limit: 10 })).items.map(({ item }) => item.id);
  expect((await store.read('case', 'testby', 'S-1'))?.item).toEqual(before);
  expect(await store.read('case', 'testby', 'S-2')).toBeUndefined();
  expect(await idsFor({ by: 'all' })).toEqual(['S-1']);
  expect(await idsFor({ by: 'name', key: 'before' })).toEqual(['S-1']);
  expect(await idsFor({ by: 'name', key: 'after' })).toEqual([]);
  expect(await idsFor({ by: 'nextSoon', on: '2026-12-31' })).toEqual(['S-1']);
  await store.close();
});

test('processes that open a new file at the same moment share it, and no change of one is lost to another', async () => {
  const children = Array.from({ length: 3 }, () => run('count-up.ts', '40'));
  for (const child of children) child.stdout.resume();
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0, 0]);
  expect(await standsAt()).toBe(120);
});

test('while another process still reads what was there before, nothing is said to be overwritten', async () => {
  const store = createSqliteStore(path);
  await store.create('case', caseItem('testby', 'S-1'));
  const other = new DatabaseSync(path);
  other.exec('BEGIN');
  other.prepare('SELECT count(*) FROM item').get();
  await expect(store.scrub()).rejects.toThrow('another process still reads');
  other.close();
  await store.scrub();
  await store.close();
});

test('while another process writes, reads answer; a write that gets no turn within a second fails and changes nothing', async () => {
  const store = createSqliteStore(path);
  await store.create('case', caseItem('testby', 'S-1'));
  const etag = (await store.read('case', 'testby', 'S-1'))?.etag ?? '';
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  expect((await store.read('case', 'testby', 'S-1'))?.etag).toBe(etag);
  await expect(store.replace('case', caseItem('testby', 'S-1', { team: 'ny' }), etag)).rejects.toThrow('locked');
  other.exec('ROLLBACK');
  other.close();
  expect((await store.read('case', 'testby', 'S-1'))?.etag).toBe(etag);
  expect(await store.replace('case', caseItem('testby', 'S-1', { team: 'ny' }), etag)).toMatchObject({
    outcome: 'replaced',
  });
  await store.close();
});
