import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseRecord, staffOf } from '../../test/support/office.ts';
import { caseItem } from '../cases/case-item.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { targetsIn } from './targets.ts';

const project = new URL('../../', import.meta.url).pathname;
let folder: string;
const storePath = () => join(folder, 'makker.sqlite');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-targets-'));
  mkdirSync(join(folder, 'rulebooks/testby'), { recursive: true });
  copyFileSync(join(project, 'rulebooks/common.yaml'), join(folder, 'rulebooks/common.yaml'));
  copyFileSync(join(project, 'test/rulebook/fixtures/targets.yaml'), join(folder, 'rulebooks/testby/2026-01-01.yaml'));
  const store = createSqliteStore(storePath());
  for (const person of staffOf('testby')) await store.create('person', person);
  const offers = [{ id: 'o1', kind: 'internship' as const, starts: '2026-02-02', ends: '2026-06-30' }];
  const nothing = { requests: [], agenda: [], outbox: [], audit: [] };
  for (let index = 0; index < 6; index += 1)
    await store.create('case', caseItem(caseRecord('testby', `C-${index}`, { offers }), nothing));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const makker = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const env = { STORE_PATH: storePath(), RECEIPT_KEY: 'an invented key of more than thirty-two letters' };
  const status = await targetsIn(
    { env, rulebooks: join(folder, 'rulebooks') },
    { args, input: async () => '', out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const list = (today = '2026-04-01') => makker('--municipality', 'testby', '--today', today);
const set = (...more: string[]) => makker('--municipality', 'testby', '--today', '2026-04-01', '--set', ...more);
const rest = ['--on', '2026-03-31', '--source', 'Rapport', '--as', 'lone'];

describe('makker targets', () => {
  test('says of each figure the goal, where it stands and whether it is reached', async () => {
    const { status, out } = await list();
    expect(status).toBe(0);
    expect(out).toContain(`◔ Citizens in company-based offers: Not reached yet
  ████████████░░░░
  Today, from the cases: 6 citizens
  Goal: at least 8 citizens · by 30 June 2026`);
    expect(out).toContain('? Agreements with companies: Needs a figure from outside');
    expect(out).toContain('TAL-14/agreements');
  });

  test('on a day after the goal’s says that it was missed, and of the plan that it has ended', async () => {
    const { out } = await list('2027-01-01');
    expect(out).toContain("✕ Citizens in company-based offers: Not reached, but by a figure from after the goal's day");
    expect(out).toContain('31 December 2026');
  });

  test('of a municipality or a day without a rulebook says what there is, status 1', async () => {
    expect(await makker('--municipality', 'anderby')).toMatchObject({
      status: 1,
      err: 'no rulebook is loaded for anderby; allowed: testby',
    });
    expect(await list('2025-12-31')).toMatchObject({ status: 1, err: expect.stringContaining('2026-01-01') });
  });

  test.each([[[]], [['--municipality', 'testby', '--today', 'soon']], [['--municipality', 'testby', '--replace']]])(
    '%j is wrong usage, status 2',
    async (args) => {
      expect(await makker(...args)).toMatchObject({ status: 2, err: expect.stringContaining('usage: makker targets') });
    },
  );
});

describe('makker targets --set', () => {
  test('enters a figure with its date and source, once; another needs --replace', async () => {
    expect(await set('TAL-14/agreements', '55', ...rest)).toMatchObject({
      status: 0,
      out: 'stored: TAL-14/agreements on 2026-03-31: 55 (Rapport), entered by lone',
    });
    expect((await list()).out).toContain('31 March 2026: 55 agreements. Source: Rapport');
    expect(await set('TAL-14/agreements', '60', ...rest)).toMatchObject({
      status: 1,
      err: expect.stringContaining('nothing was stored; there is TAL-14/agreements on 2026-03-31: 55'),
    });
    expect((await set('TAL-14/agreements', '60', ...rest, '--replace')).out).toContain('60 (Rapport)');
    expect((await list()).out).toContain('31 March 2026: 60 agreements');
  });

  test.each([
    ['a figure the plan does not have', 'TAL-99/x', '55', rest, 'allowed: TAL-10/citizens'],
    ['a word', 'TAL-15/spending', 'much', rest, 'VALUE must be a number'],
    ['a blank', 'TAL-15/spending', ' ', rest, 'VALUE must be a number'],
    ['what could be a thousand or one', 'TAL-15/spending', '1.600', rest, 'VALUE must be a number'],
    ['half an agreement', 'TAL-14/agreements', '5.5', rest, 'whole number'],
    ['a day to come', 'TAL-15/spending', '55', [...rest, '--on', '2026-04-02'], 'future'],
    ['somebody who may not', 'TAL-15/spending', '55', [...rest, '--as', 'kirsten'], 'kirsten may not'],
    ['somebody who is not here', 'TAL-15/spending', '55', [...rest, '--as', 'nobody'], 'nobody may not'],
  ])('refuses %s and stores nothing', async (_, figure, value, more, told) => {
    const before = (await list()).out;
    expect(await set(figure, value, ...more)).toMatchObject({ status: 1, err: expect.stringContaining(told) });
    expect((await list()).out).toBe(before);
  });

  test('refuses a day to come whatever day is asked about', async () => {
    const later = await set('TAL-15/spending', '55', ...rest, '--on', '2999-01-01', '--today', '2999-01-02');
    expect(later).toMatchObject({ status: 1, err: expect.stringContaining('future') });
  });

  test('without a source is wrong usage', async () => {
    expect((await set('TAL-15/spending', '55', '--on', '2026-03-31', '--as', 'lone')).status).toBe(2);
  });
});
