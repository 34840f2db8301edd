import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GENERATED_CATALOGUE, generatedRecords } from '../../test/support/generated-records.ts';
import { accessIn } from './access.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { exportIn } from './export.ts';
import { importIn } from './import.ts';
import type { Surroundings } from './with-store.ts';

const project = new URL('../../', import.meta.url).pathname;
const KEY = 'an invented key of thirty-two characters';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-export-'));
  mkdirSync(join(folder, 'rulebooks/testby'), { recursive: true });
  copyFileSync(join(project, 'test/rulebook/fixtures/targets.yaml'), join(folder, 'rulebooks/testby/2026-01-01.yaml'));
  copyFileSync(join(project, 'rulebooks/common.yaml'), join(folder, 'rulebooks/common.yaml'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type In = (surroundings: Surroundings, io: CommandIo) => Promise<ExitStatus>;
const run = async (command: In, store: string, ...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { STORE_PATH: join(folder, store), RECEIPT_KEY: KEY };
  const io = {
    args,
    input: async () => '',
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
  };
  const status = await command({ env, rulebooks: join(folder, 'rulebooks') }, io);
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const office = [
  { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: ['lone'], digestAt: '07:30' },
  {
    ...{ id: 'lone', name: 'Lone Opdigtet', aadObjectId: 'aad-lone', tenantId: 'tenant-1', municipality: 'testby' },
    ...{ roles: [{ role: 'functional-lead' }], from: '2026-01-01' },
  },
  ...GENERATED_CATALOGUE.map((item) => ({ ...item, municipality: 'testby' })),
  { id: 'H-1', municipality: 'testby', team: 'nord', kind: 'complaint', receivedAt: '2026-01-05T08:15:00Z' },
];

describe('makker export', () => {
  test('writes what import reads back to the same, and keeps whose cases were shown', async () => {
    const records = [...generatedRecords({ municipality: 'testby', today: '2026-04-01', count: 40 })];
    const lines = [...office, ...records].map((record) => JSON.stringify(record)).join('\n');
    writeFileSync(join(folder, 'in.jsonl'), lines);
    await run(importIn, 'a.db', join(folder, 'in.jsonl'));

    const first = await run(exportIn, 'a.db', '--municipality', 'testby');
    writeFileSync(join(folder, 'out.jsonl'), first.out);
    expect((await run(importIn, 'b.db', join(folder, 'out.jsonl'))).out).toContain('cases: 40 new');
    const second = await run(exportIn, 'b.db');
    expect(hashOf(second.out)).toBe(hashOf(first.out));
    expect(
      first.out
        .split('\n')
        .map((line) => JSON.parse(line))
        .slice(-40),
    ).toEqual(JSON.parse(JSON.stringify(records)));

    const shown = await run(accessIn, 'a.db', '--case', 'SAG-000007', '--municipality', 'testby');
    expect(shown.out).toMatch(/SAG-000007 {2}cli:\S+: makker export$/);
  });

  test('writes ids as they are, so that two cases stay two', async () => {
    const nord = { ...office[0], conversationId: '19:7f0101901234ab@thread.tacv2' };
    const [one] = [...generatedRecords({ municipality: 'testby', today: '2026-04-01', count: 1 })];
    const records = [nord, { ...one, id: 'A0101901234' }, { ...one, id: 'A0201901234' }];
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    writeFileSync(join(folder, 'in.jsonl'), lines);
    await run(importIn, 'a.db', join(folder, 'in.jsonl'));
    expect((await run(exportIn, 'a.db')).out).toBe(lines);
  });

  test('writes only what is asked for', async () => {
    writeFileSync(join(folder, 'in.jsonl'), office.map((record) => JSON.stringify(record)).join('\n'));
    await run(importIn, 'a.db', join(folder, 'in.jsonl'));
    const { out, err } = await run(exportIn, 'a.db', '--of', 'teams');
    expect(out).toBe(JSON.stringify(office[0]));
    expect(err).toContain('1 records of testby, and of no municipality without a rulebook here');
  });

  test.each([
    [['--of', 'sager'], 2, 'usage: makker export'],
    [['--municipality', 'vesterby'], 1, 'no rulebook is loaded for vesterby; allowed: testby'],
  ])('says what is allowed: %j', async (args, status, told) => {
    expect(await run(exportIn, 'a.db', ...args)).toMatchObject({ status, err: expect.stringContaining(told) });
  });
});
