import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KEY, answeredBy, citizenCase, commonText, plan, shelfWith } from '../../test/support/replay-town.ts';
import { createCases } from '../cases/case-store.ts';
import { systemClock } from '../clock.ts';
import { createJudge } from '../judge.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { accessIn } from './access.ts';
import { auditIn } from './audit.ts';
import type { Command } from './command.ts';
import { purgeIn } from './purge.ts';
import { replayIn } from './replay.ts';
import type { Surroundings } from './with-store.ts';

let folder: string;
let receipt: Receipt;
const env = () => ({ STORE_PATH: join(folder, 'makker.db'), RECEIPT_KEY: KEY });
const rulebooks = () => join(folder, 'rulebooks');
const put = (file: string, text: string): void => writeFileSync(join(rulebooks(), file), text);
const months = (count: number): string => `{ months: ${count}, reference: opdigtet }`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-purge-'));
  mkdirSync(join(rulebooks(), 'testby'), { recursive: true });
  put('common.yaml', commonText);
  put('testby/2026-01-01.yaml', plan);
  put('retention.yaml', `receiptFacts: ${months(24)}\nclosedCases: ${months(60)}\naccessLog: ${months(24)}\n`);
  const store = createSqliteStore(env().STORE_PATH);
  const shelf = shelfWith(plan);
  receipt = await answeredBy(shelf, store);
  await createCases({ store, judge: createJudge(shelf), clock: systemClock, key: KEY }).add(citizenCase);
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = async (
  command: (where: Surroundings, io: Parameters<Command>[0]) => ReturnType<Command>,
  ...args: string[]
) => {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    args,
    input: async () => '',
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
  };
  const status = await command({ env: env(), rulebooks: rulebooks() }, io);
  return { status, out: out.join('\n'), err: err.join('\n') };
};

describe('makker purge', () => {
  test('says what goes by whose number, and takes it away', async () => {
    const later = ['--day', '2099-01-01', '--dry-run'];
    const tried = await run(purgeIn, ...later);
    expect(tried).toMatchObject({ status: 0, err: '' });
    expect(tried.out).toContain('testby, as of 2099-01-01: would go');
    expect(tried.out).toContain("1 answers' facts (kept 24 months; opdigtet)");
    expect((await run(purgeIn)).out).toContain("0 answers' facts");
    put('testby/retention.yaml', `receiptFacts: ${months(1)}\n`);
    const gone = await run(purgeIn, '--municipality', 'testby');
    expect(gone).toMatchObject({ status: 0, err: '' });
    expect(gone.out).toContain(": gone\n  0 closed cases' personal facts");
    expect(gone.out).toContain("1 answers' facts (kept 1 months; opdigtet)");
    expect((await run(replayIn, receipt.id)).out).toContain('purged');
  });

  test('leaves nothing of what it took in the file, though Makker has it open', async () => {
    const running = createSqliteStore(env().STORE_PATH);
    const person = { ...citizenCase, citizen: { name: 'Hemmelinde Opdigtet' } };
    await answeredBy(shelfWith(plan), running, undefined, person);
    const readable = (): boolean =>
      readdirSync(folder)
        .filter((file) => file.startsWith('makker.db'))
        .some((file) => readFileSync(join(folder, file), 'latin1').includes('Hemmelinde'));
    expect(readable()).toBe(true);
    put('testby/retention.yaml', `receiptFacts: ${months(1)}\n`);
    expect(await run(purgeIn)).toMatchObject({ status: 0, err: '' });
    expect(readable()).toBe(false);
    await running.close();
  });

  test.each([
    ['a day to come', ['--day', '2099-01-01'], 2],
    ['no day', ['--day', 'tomorrow'], 2],
    ['an unknown option', ['--all'], 2],
    ['an unknown municipality', ['--municipality', 'andeby'], 1],
  ])('%s is refused', async (_, args, status) => {
    const refused = await run(purgeIn, ...args);
    expect(refused).toMatchObject({ status, out: '' });
    expect(refused.err).toMatch(/usage: makker purge|no rulebook is loaded for andeby; allowed: testby/);
  });

  test('names a case that cannot be purged, and purges what lies behind it', async () => {
    const store = createSqliteStore(env().STORE_PATH);
    const broken = { id: 'A-1', municipality: 'testby', team: 'nord', caseworker: 'kirsten', status: 'open' } as const;
    const { item } = (await store.read('case', 'testby', citizenCase.id)) ?? {};
    if (item === undefined) throw new Error('the case is there');
    await store.create('case', { ...item, ...broken, requests: JSON.parse('null') });
    await store.close();
    put('testby/retention.yaml', `receiptFacts: ${months(1)}\n`);
    const { status, err } = await run(purgeIn);
    expect(status).toBe(1);
    expect(err).toMatch(/^testby: A-1 could not be purged: .+\ntestby: all its other cases were gone through$/);
    expect((await run(replayIn, receipt.id)).out).toContain('purged');
  });

  test('a schedule that is no schedule takes nothing away anywhere', async () => {
    put('testby/retention.yaml', 'receiptFacts: { months: 0, reference: x }');
    await expect(run(purgeIn)).rejects.toThrow('rulebooks/testby/retention.yaml:1:25 receiptFacts.months');
  });
});

describe('makker access', () => {
  test('says who was shown what of a case, the command line too', async () => {
    await run(replayIn, receipt.id);
    await run(auditIn, 'show', citizenCase.id, '--municipality', 'testby');
    const { out, status } = await run(accessIn, '--case', citizenCase.id, '--municipality', 'testby');
    expect(status).toBe(0);
    expect(out.split('\n').map((line) => line.replace(/^\S+ {2}/, ''))).toEqual([
      expect.stringMatching(new RegExp(`^${citizenCase.id} {2}cli:.+: makker replay$`)),
      expect.stringMatching(new RegExp(`^${citizenCase.id} {2}cli:.+: makker audit show$`)),
    ]);
  });

  test('says what a person was shown, from a day to a day', async () => {
    const store = createSqliteStore(env().STORE_PATH);
    for (const on of ['2026-03-01', '2026-03-02', '2026-03-03'])
      for (const [caseId, person] of [
        ['C-1', 'kirsten'],
        ['C-2', 'mona'],
      ] as const)
        await store.create('access', {
          id: `${caseId}~${on}~x`,
          municipality: 'testby',
          caseId,
          person,
          at: `${on}T10:00:00.000Z`,
          how: 'deadlines',
        });
    await store.create('person', { id: 'mona', municipality: 'testby', name: 'Mona Opdigtet', roles: [] });
    await store.close();
    const where = ['--person', 'mona', '--municipality', 'testby'];
    const { out } = await run(accessIn, ...where, '--from', '2026-03-02');
    expect(out).toBe(
      ['2026-03-02', '2026-03-03'].map((on) => `${on}T10:00:00.000Z  C-2  Mona Opdigtet (mona): deadlines`).join('\n'),
    );
    const json = await run(accessIn, ...where, '--to', '2026-03-01', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ caseId: 'C-2', person: 'mona', how: 'deadlines' });
    expect((await run(accessIn, '--case', 'C-3', '--municipality', 'testby')).out).toBe('nobody was shown anything');
  });

  test.each([[[]], [['--case', 'C-1']], [['--person', 'mona', '--municipality', 'testby', '--from', 'x']]])(
    '%j is a wrong usage',
    async (args) => {
      const refused = await run(accessIn, ...args);
      expect(refused).toMatchObject({ status: 2, out: '' });
      expect(refused.err).toContain('usage: makker access');
    },
  );
});
