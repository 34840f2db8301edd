import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { impactIn } from '../../src/cli/impact.ts';
import type { Case } from '../../src/contract/case.ts';
import type { Store } from '../../src/store/port.ts';
import { fillStore } from '../support/fill-store.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { COMMON, guidance, PLAN_2026, planWith, record, TODAY } from './small-plan.ts';

/** A store under test: the settings that name it, and the way to put something into it. */
export interface ImpactStore {
  env: Record<string, string>;
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** Ids that a file or a spreadsheet could stumble over. */
const AWKWARD = ['=1+1', 'S "3", nord', '@S-4'];
const dear = (id: string): Case => record(id, { offers: [guidance(1800)] });
const numbered = Array.from({ length: 600 }, (_, nth) => `S-${String(nth).padStart(4, '0')}`);
const CASES: Case[] = [
  ...numbered.map((id, nth) => (nth % 3 === 0 ? dear(id) : record(id))),
  ...AWKWARD.map(dear),
  { ...dear('S-9000'), status: 'closed' },
];

/** `makker impact` from its arguments to what it prints, on one kind of store. */
export const commandSuite = (name: string, begin: () => Promise<ImpactStore>): void => {
  describe(name, () => {
    let under: ImpactStore;
    let folder: string;
    const draft = (text: string): string => {
      const path = join(folder, 'draft.yaml');
      writeFileSync(path, text);
      return path;
    };
    const cheaper = () => draft(planWith(['value: 2000', 'value: 1500']));
    const run = async (args: string[], status?: (line: string) => void) => {
      const [out, err]: string[][] = [[], []];
      const io = {
        args,
        input: async () => '',
        out: (line: string) => out?.push(line),
        err: (line: string) => err?.push(line),
      };
      const exit = await impactIn(
        { env: under.env, rulebooks: join(folder, 'rulebooks') },
        status === undefined ? io : { ...io, status },
      );
      return { exit, out: out ?? [], err: err ?? [] };
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'makker-impact-'));
      const write = (path: string, text: string): void => {
        mkdirSync(join(folder, 'rulebooks', path, '..'), { recursive: true });
        writeFileSync(join(folder, 'rulebooks', path), text);
      };
      write('common.yaml', COMMON);
      write('testby/2026-01-01.yaml', PLAN_2026);
      write('testby/2027-01-01.yaml', planWith(['2026-', '2027-'], ['value: 2000', 'value: 1000']));
      write('naboby/2026-01-01.yaml', planWith(['municipality: testby', 'municipality: naboby']));
      under = await begin();
      const store = await under.open();
      await fillStore(store, CASES, 'testby', []);
      await fillStore(store, [{ ...dear('N-1'), municipality: 'naboby' }], 'naboby', []);
      await store.close();
    });
    afterAll(async () => {
      await under.remove();
      rmSync(folder, { recursive: true });
    });

    test('a version against itself: nothing changes', async () => {
      const version = ['testby/2026-01-01', 'testby/2026-01-01'] as const;
      const { exit, out } = await run(['--from', version[0], '--to', version[1], '--today', TODAY]);
      expect(exit).toBe(0);
      expect(out).toEqual([
        `from testby/2026-01-01 to testby/2026-01-01, on ${TODAY}`,
        '603 open cases; nothing changes for any of them',
      ]);
    });

    test('a draft: the open cases of its municipality that change, in order, as CSV that reads back', async () => {
      const { exit, out } = await run(['--from', '2026-01-01', '--to', cheaper(), '--today', TODAY, '--format', 'csv']);
      expect(exit).toBe(0);
      const [header, ...rows] = parseCsv(`${out.join('\n')}\n`);
      expect(header).toEqual(['case', 'question', 'offer', 'part', 'turn', 'rules', 'before', 'after']);
      const shown = [...numbered.filter((_, nth) => nth % 3 === 0), "'=1+1", 'S "3", nord', "'@S-4"];
      expect(new Set(rows.map(([id]) => id))).toEqual(new Set(shown));
      expect(rows.length).toBe(shown.length);
      const ids = rows.flatMap(([id]) => id?.replace(/^'/, '') ?? []);
      expect(ids).toEqual(ids.toSorted());
      expect(rows.at(-1)?.slice(1)).toEqual([
        ...['extend-offer', 'forløb', 'answer', '', 'TST-02', 'allowed'],
        'needs-approval; approval under TST-02 (discussion: functional-lead)',
      ]);
    });

    test('as a table: by rule, with its first cases, and how many more there are', async () => {
      const { out } = await run(['--from', 'testby/2026-01-01', '--to', cheaper(), '--today', TODAY]);
      expect(out.slice(1, 6)).toEqual([
        '603 open cases; something changes for 203: 0 get a no, 0 no longer get one',
        'rule    cases  to a no  from a no  other answers  deadlines',
        'TST-02  203    0        0          203            0',
        '',
        'TST-02  Dear guidance is discussed.',
      ]);
      expect(out).toHaveLength(27);
      expect(out.at(-1)).toBe('  … and 183 more; --format csv lists them all');
      expect(out.join('\n')).not.toContain('Opdigtet');
    });

    test('a version that has not begun is read as on its first day, and says so', async () => {
      const { out } = await run([
        '--from',
        '2026-01-01',
        '--to',
        '2027-01-01',
        '--today',
        TODAY,
        '--municipality',
        'testby',
      ]);
      expect(out).toContain('the version of 2027-01-01 is read as on its first day');
      expect(out).toContain('603 open cases; something changes for 203: 0 get a no, 0 no longer get one');
    });

    test('how far it is: a line for each tenth where there is no terminal', async () => {
      const { err } = await run(['--from', '2027-01-01', '--to', '2027-01-01', '--today', TODAY]);
      expect(err).toEqual([
        '41 %: 250 of 604 cases read, something changes for 0',
        '82 %: 500 of 604 cases read, something changes for 0',
        '100 %: 604 of 604 cases read, something changes for 0',
      ]);
    });

    test('how far it is: a bar on a terminal, taken away at the end', async () => {
      const lines: string[] = [];
      const args = ['--from', '2027-01-01', '--to', '2027-01-01', '--today', TODAY];
      const { err } = await run(args, (line) => lines.push(line));
      expect(err).toEqual([]);
      expect(lines.filter((line) => line !== '')).toEqual([
        '████████████░░░░░░░░░░░░░░░░░░ 41 %  250 of 604 cases read, something changes for 0',
        '█████████████████████████░░░░░ 82 %  500 of 604 cases read, something changes for 0',
        '██████████████████████████████ 100 %  604 of 604 cases read, something changes for 0',
      ]);
      expect(lines.at(-1)).toBe('');
    });

    describe('is refused, status 1, with what there is to choose from:', () => {
      test.each([
        [
          'a version that is not there',
          ['testby/2025-01-01', '2026-01-01'],
          'testby has no version 2025-01-01; the versions: testby/2026-01-01, testby/2027-01-01',
        ],
        [
          'one that no municipality has',
          ['2025-01-01', '2025-01-01'],
          'no municipality has 2025-01-01 and 2025-01-01; the versions: naboby/2026-01-01, testby/2026-01-01, testby/2027-01-01',
        ],
        ['one that several have', ['2026-01-01', '2026-01-01'], 'say whose: --municipality naboby or testby'],
        [
          'two municipalities',
          ['naboby/2026-01-01', 'testby/2026-01-01'],
          'the versions of one municipality are compared, not naboby with testby',
        ],
        [
          'a municipality without a rulebook',
          ['fjernby/2026-01-01', '2026-01-01'],
          'fjernby has no rulebook; the versions: naboby/2026-01-01, testby/2026-01-01, testby/2027-01-01',
        ],
        [
          'a file that is not there',
          ['2026-01-01', 'kladde.yaml'],
          'kladde.yaml is neither a file nor a version; the versions: naboby/2026-01-01, testby/2026-01-01, testby/2027-01-01',
        ],
      ])('%s', async (_what, [from = '', to = ''], message) => {
        expect(await run(['--from', from, '--to', to, '--today', TODAY])).toEqual({ exit: 1, out: [], err: [message] });
      });
    });

    test('a draft with a mistake is refused with file, line, column and what may stand there', async () => {
      const path = draft(planWith(['fact: offer.pricePerWeek', 'fact: offer.pricePerWeak']));
      await expect(run(['--from', '2026-01-01', '--to', path])).rejects.toThrow(
        new RegExp(`${RegExp.escape(path)}:38:23 .*offer\\.pricePerWeak.*did you mean offer\\.pricePerWeek`),
      );
    });

    test.each([
      [[]],
      [['--from', '2026-01-01']],
      [['--from', 'a', '--to', 'b', '--format', 'xml']],
      [['--from', 'a', '--to', 'b', '--today', 'i dag']],
      [['--from', 'a', '--to', 'b', 'c']],
    ])('wrong usage is status 2 and tells how: %j', async (args) => {
      const { exit, out, err } = await run(args);
      expect({ exit, out }).toEqual({ exit: 2, out: [] });
      expect(err.join()).toMatch(/^usage: makker impact --from/);
    });
  });
};
