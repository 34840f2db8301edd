import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { restoreFile } from '../store/index.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { storeIn } from './store.ts';

let folder: string;
let path: string;
let backup: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-store-'));
  path = join(folder, 'makker.db');
  backup = join(folder, 'backup.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const makker = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io = { args, input: async () => '', out: (l: string) => out.push(l), err: (l: string) => err.push(l) };
  const status = await storeIn({ env: { STORE_PATH: path } }, io);
  return { status, out: out.join('\n'), err: err.join('\n') };
};

const offer = (id: string) => ({ id, name: id, municipality: 'testby', kind: 'guidance' as const, tiers: {} });
const names = async (): Promise<string[]> => {
  const store = createSqliteStore(path);
  const { items } = await store.list('catalogue', 'testby', { limit: 100 });
  await store.close();
  return items.map(({ item }) => item.id);
};
const fill = async (...ids: string[]) => {
  const store = createSqliteStore(path);
  for (const id of ids) await store.create('catalogue', offer(id));
  await store.close();
};
/** Overwrites the middle of the file, as a failing disk does. */
const damage = (file: string, from = 4096) => {
  const bytes = readFileSync(file);
  bytes.fill(0xee, from, from + 8192);
  writeFileSync(file, bytes);
};
/** A store whose last write is still to come into its file, as a process that was killed leaves it; then damaged. */
const damagedAfterKill = async () => {
  await fill('a');
  await makker('backup', backup);
  const killed = createSqliteStore(path);
  await killed.create('catalogue', offer('last'));
  const copy = join(folder, 'killed.db');
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${copy}${end}`);
  await killed.close();
  path = copy;
  damage(path, 40_960);
};
const inFiles = (...files: string[]) => files.map((file) => readFileSync(file).toString('hex'));
const keptAs = (out: string): string => /what was there before is kept as (.*)/.exec(out)?.[1] ?? '';

describe('A backup', () => {
  test('is made while others write, holds what was there, and is put back with what came since kept aside', async () => {
    await fill('a', 'b');
    const bot = createSqliteStore(path);
    const [made] = await Promise.all([makker('backup', backup), bot.create('catalogue', offer('during'))]);
    expect(made).toMatchObject({ status: 0, err: '' });
    expect(made.out).toMatch(/\d catalogue\nit is whole; SHA-256 [\da-f]{64}/);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    await bot.create('catalogue', offer('since'));

    const inUse = await makker('restore', backup, '--replace');
    expect(inUse).toMatchObject({ status: 1, err: `${path} is in use: stop Makker first` });
    await bot.close();
    expect((await makker('restore', backup)).err).toContain(`there is a store at ${path}: --replace keeps it aside`);
    expect(await names()).toContain('since');

    const restored = await makker('restore', backup, '--replace');
    expect(restored).toMatchObject({ status: 0, err: '' });
    expect(await names()).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await names()).not.toContain('since');
    path = keptAs(restored.out);
    expect(await names()).toContain('since');
  });

  test('never takes the place of another file, and leaves nothing of itself when it fails', async () => {
    await fill('a');
    writeFileSync(backup, 'precious');
    expect((await makker('backup', backup)).err).toBe(`${backup} is there already: name another file`);
    expect(readFileSync(backup, 'utf8')).toBe('precious');
    damage(path);
    expect((await makker('backup', join(folder, 'other.db'))).err).toContain('is damaged');
    expect(readdirSync(folder).filter((name) => !name.startsWith('makker.db'))).toEqual(['backup.db']);
  });

  test('is made although it cannot be noted beside the store, and says so', async () => {
    await fill('a');
    mkdirSync(`${path}.last-backup`);
    const { status, out, err } = await makker('backup', backup);
    expect([status, out]).toEqual([0, expect.stringContaining('1 catalogue\nit is whole')]);
    expect(err).toMatch(/^it is not noted beside the store, so makker doctor names an older one, or none \(.+\)$/);
    rmSync(path);
    expect((await makker('restore', backup)).status).toBe(0);
  });

  test.each([
    [
      'another has changed',
      (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(4096)])),
      'is not as it was when it was made',
    ],
    ['is damaged', (file: string) => (rmSync(`${file}.json`), damage(file)), 'is damaged'],
    ['is cut short', (file: string) => (rmSync(`${file}.json`), truncateSync(file, 20_480)), 'is damaged'],
    ['is no store', (file: string) => (rmSync(`${file}.json`), writeFileSync(file, 'Kære alle')), 'not a database'],
  ])('that %s is refused, and the store stays as it is', async (_how, spoil, why) => {
    await fill('a');
    await makker('backup', backup);
    await fill('since');
    spoil(backup);
    const { status, err } = await makker('restore', backup, '--replace');
    expect([status, err]).toEqual([1, expect.stringContaining(why)]);
    expect(await names()).toEqual(['a', 'since']);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('that was being put back when the power went is put back by the same command, and no empty store takes its place', async () => {
    await fill('a');
    await makker('backup', backup);
    renameSync(path, `${path}.restoring`);
    expect(() => createSqliteStore(path)).toThrow('was stopped half way: run makker store restore again');
    expect((await makker('restore', backup)).status).toBe(0);
    expect(await names()).toEqual(['a']);
  });

  test('that is no good after another was stopped half way leaves it known that there was a store', async () => {
    await fill('a');
    await makker('backup', backup);
    const bad = join(folder, 'bad.db');
    copyFileSync(backup, bad);
    damage(bad);
    renameSync(path, `${path}.restoring`);
    expect((await makker('restore', bad)).err).toContain('take another backup');
    expect(() => createSqliteStore(path)).toThrow('was stopped half way');
    expect((await makker('restore', backup)).status).toBe(0);
    expect(await names()).toEqual(['a']);
  });

  test('that the disk has no room for after another was stopped half way leaves that known too, to its owner only', async () => {
    await fill('a');
    await makker('backup', backup);
    chmodSync(backup, 0o644);
    renameSync(path, `${path}.restoring`);
    const cli = [process.execPath, join(import.meta.dirname, 'makker.ts'), 'store', 'restore', backup];
    const full = spawnSync('sh', ['-c', 'ulimit -f 16; exec "$@"', 'sh', ...cli], { env: { STORE_PATH: path } });
    expect([full.status, String(full.stderr)]).toEqual([1, expect.stringContaining('EFBIG')]);
    expect(statSync(`${path}.restoring`).mode & 0o777).toBe(0o600);
    expect(() => createSqliteStore(path)).toThrow('was stopped half way');
    expect((await makker('restore', backup)).status).toBe(0);
  });

  test('that is refused where there never was a store leaves none, and nothing of itself', async () => {
    writeFileSync(backup, 'Kære alle');
    expect((await makker('restore', backup)).status).toBe(1);
    expect(readdirSync(folder)).toEqual(['backup.db']);
  });

  test('of a newer Makker is refused', async () => {
    await fill('a');
    await makker('backup', backup);
    rmSync(`${backup}.json`);
    const newer = new DatabaseSync(backup);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect((await makker('restore', backup, '--replace')).err).toContain('schema version 99');
  });
});

describe('A damaged store', () => {
  test('is reported with the command and the backup that mend it, is not written to, and is kept aside', async () => {
    await fill('a');
    await makker('backup', backup);
    damage(path);
    const before = readFileSync(path);
    expect(() => createSqliteStore(path)).toThrow(
      new RegExp(`is damaged .* makker store restore BACKUP --replace .* the last backup is ${backup}, made 2`),
    );
    expect((await makker('check')).status).toBe(1);
    expect(readFileSync(path).equals(before)).toBe(true);
    const { status, out } = await makker('restore', backup, '--replace');
    expect(status).toBe(0);
    expect(await names()).toEqual(['a']);
    expect(readFileSync(keptAs(out)).equals(before)).toBe(true);
  });

  test('keeps what was still to come into its file, whoever looks at it, and is kept aside with it', async () => {
    await damagedAfterKill();
    const before = inFiles(path, `${path}-wal`);
    expect(() => createSqliteStore(path)).toThrow('is damaged');
    expect((await makker('check')).status).toBe(1);
    await makker('backup', join(folder, 'other.db'));
    expect(inFiles(path, `${path}-wal`)).toEqual(before);
    const aside = keptAs((await makker('restore', backup, '--replace')).out);
    expect(await names()).toEqual(['a']);
    expect(inFiles(aside, `${aside}-wal`)).toEqual(before);
  });

  test('is not taken away while Makker has it open', async () => {
    await fill('a');
    await makker('backup', backup);
    const bot = createSqliteStore(path);
    await bot.create('catalogue', offer('since'));
    damage(path, 40_960);
    const before = inFiles(path, `${path}-wal`);
    const { status, err } = await makker('restore', backup, '--replace');
    expect([status, err]).toEqual([1, `${path} is in use: stop Makker first`]);
    expect(inFiles(path, `${path}-wal`)).toEqual(before);
    await bot.close();
  });

  test('that was being taken away when that was stopped is told, and none of it is lost', async () => {
    await damagedAfterKill();
    const before = inFiles(path, `${path}-wal`);
    const [first, second] = [`${path}.before-2026-03-01`, `${path}.before-2026-03-02`];
    mkdirSync(`${first}-wal`);
    await expect(restoreFile(backup, path, { replace: true, at: '2026-03-01' })).rejects.toThrow('EISDIR');
    expect(() => createSqliteStore(path)).toThrow('was stopped half way');
    await restoreFile(backup, path, { replace: false, at: '2026-03-02' });
    expect(await names()).toEqual(['a']);
    expect(inFiles(first, `${second}-wal`)).toEqual(before);
  });

  test('that was cut to nothing is no new store', async () => {
    await fill('a');
    await makker('backup', backup);
    truncateSync(path);
    expect(() => createSqliteStore(path)).toThrow(/is damaged \(it is empty.* the last backup is/);
    expect((await makker('check')).err).toContain('is damaged');
    expect((await makker('backup', join(folder, 'other.db'))).err).toContain('is damaged');
    expect((await makker('restore', backup, '--replace')).status).toBe(0);
    expect(await names()).toEqual(['a']);
  });

  test('that is found out while Makker is at work is not read or written any more', async () => {
    const store = createSqliteStore(path);
    const many = Array.from({ length: 2000 }, (_, n) => ({ ...offer(`o${n}`), name: 'x'.repeat(2000) }));
    await store.createTogether(many.map((item) => ({ kind: 'catalogue', item })));
    await store.scrub();
    await store.create('catalogue', offer('last'));
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 40_960), Buffer.alloc(bytes.length - 40_960, 0xee)]));
    const before = inFiles(path, `${path}-wal`);
    const damaged = { code: 'store-damaged' };
    await expect(store.list('catalogue', 'testby', { limit: 1000 })).rejects.toMatchObject(damaged);
    await expect(store.read('directory', 'directory', 'x')).rejects.toMatchObject(damaged);
    await expect(store.create('catalogue', offer('new'))).rejects.toMatchObject(damaged);
    await store.close();
    expect(inFiles(path, `${path}-wal`)).toEqual(before);
  });
});

test('A whole store is said to be whole', async () => {
  await fill('a', 'b');
  expect(await makker('check')).toEqual({ status: 0, out: `${path} is whole: 2 catalogue`, err: '' });
});

test('What stands in a hostile file moves no cursor, and no line of it passes for one of Makker’s', async () => {
  await fill('a');
  const db = new DatabaseSync(path);
  const hostile = `x\u001b[2J\n${path} is whole`;
  db.prepare("INSERT INTO item (kind, municipality, id, version, body) VALUES (?, 'testby', ?, 1, '{}')").run(
    hostile,
    'b',
  );
  expect((await makker('check')).out).toBe(`${path} is whole: 1 catalogue, 1 x\u{fffd}[2J\u{fffd}${path} is whole`);
  db.prepare("UPDATE item SET id = ?, body = 'no json'").run(hostile);
  db.close();
  const { err } = await makker('check');
  expect(err).toContain('x\u{fffd}[2J');
  expect(err).not.toContain('\u001b');
  expect(err).not.toMatch(/^\S+ is whole/m);
});

test('Another program’s database is refused and left alone', async () => {
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE song (title TEXT)');
  other.close();
  expect(() => createSqliteStore(path)).toThrow('not a store of Makker');
  expect((await makker('check')).err).toContain('not a store of Makker');
});

test.each([
  [[], '"" allowed: check'],
  [['backup'], 'backup: which file?'],
  [['copy', '--from', 'embedded'], '--from and --to: allowed: embedded and cosmos'],
  [['check', '--replace'], '--replace goes with restore'],
])('makker store %j says what is allowed', async (args, wrong) => {
  const { status, err } = await makker(...args);
  expect([status, err.replace('?', '')]).toEqual([2, expect.stringContaining(wrong.replace('?', ''))]);
  expect(existsSync(path)).toBe(false);
});
