import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Office, caseRecord, openOffice } from '../../test/support/office.ts';
import { commonText, plan } from '../../test/support/replay-town.ts';
import { audited, type AuditEntry } from '../cases/audit.ts';
import type { CaseItem } from '../cases/case-item.ts';
import { createCases } from '../cases/case-store.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { auditIn } from './audit.ts';

const KEY = 'an invented key of more than thirty-two letters';
let folder: string;
let store: Store;
let office: Office;
const path = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-audit-'));
  mkdirSync(path('rulebooks/testby'), { recursive: true });
  writeFileSync(path('rulebooks/common.yaml'), commonText);
  writeFileSync(path('rulebooks/testby/2026-01-01.yaml'), plan);
  store = createSqliteStore(path('makker.db'));
  office = await openOffice(store, 'testby', undefined, KEY);
  for (const caseId of ['C-1', 'C-2', 'C-3']) {
    await office.asked(caseId);
    await office.approve('lone', await office.request(caseId));
  }
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const makkerWith = async (key: string, ...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const status = await auditIn(
    { env: { STORE_PATH: path('makker.db'), RECEIPT_KEY: key }, rulebooks: path('rulebooks') },
    { args, input: async () => '', out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const makker = (...args: string[]) => makkerWith(KEY, ...args);

/** As somebody with the database and without the key would. */
const tamper = async (caseId: string, how: (item: CaseItem) => CaseItem): Promise<void> => {
  const stored = await store.read('case', 'testby', caseId);
  if (stored === undefined) throw new Error(`there is no case ${caseId}`);
  await store.replace('case', how(stored.item), stored.etag);
};
const unsealed = (item: CaseItem): CaseItem => {
  const { seal: _, ...rest } = item;
  return rest;
};
/** The entries in a chain of their own, computed anew. */
const chained = (entries: AuditEntry[]): AuditEntry[] => {
  let item: { audit: AuditEntry[] } = { audit: [] };
  for (const { at, by, what, details } of entries) item = audited(item, { at, by, what, details });
  return item.audit;
};
const entryBy = (entry: AuditEntry, by: string): AuditEntry => ({ ...entry, by });
const note = (item: CaseItem): CaseItem =>
  audited(item, { at: '2026-04-02T10:00:00.000Z', by: 'mona', what: 'noted', details: {} });
/** Something happens in the case, as it does in the running program. */
const happens = (caseId: string, times = 1) =>
  office.cases.change('testby', caseId, (item) => {
    let after = item;
    for (let time = 0; time < times; time += 1) after = note(after);
    return { item: after, result: 'done' };
  });

describe('makker audit verify', () => {
  test('says how many cases and entries are whole', async () => {
    expect(await makker('verify')).toEqual({ status: 0, out: 'cases: 3, entries: 12; all whole', err: '' });
  });

  test.each<[string, (item: CaseItem) => CaseItem, string]>([
    [
      'an entry is changed',
      (item) => ({ ...item, audit: item.audit.map((one) => (one.seq === 3 ? entryBy(one, 'lars') : one)) }),
      'entry 3: changed',
    ],
    [
      'an entry is given something to say besides',
      (item) => ({ ...item, audit: item.audit.map((one) => ({ ...one, more: 'approved by all' })) }),
      'in place 1: no entry as Makker writes them',
    ],
    [
      'an entry is taken out',
      (item) => ({ ...item, audit: item.audit.filter(({ seq }) => seq !== 2) }),
      'entries 2 to 2: missing',
    ],
    [
      'something else stands where the history was',
      (item) => ({ ...item, audit: JSON.parse('"none"') }),
      'in place 1: no entry',
    ],
    ['the end is cut off', (item) => ({ ...item, audit: item.audit.slice(0, 2) }), 'the seal does not fit'],
    ['everything is taken out', (item) => ({ ...item, audit: [] }), 'the seal does not fit'],
    ['an entry is added with a chain that holds', note, 'the seal does not fit'],
    [
      'the chain is computed anew',
      (item) => ({ ...item, audit: chained(item.audit.map((one) => entryBy(one, 'lars'))) }),
      'the seal does not fit',
    ],
    [
      'the seal is taken away after that',
      (item) => ({ ...unsealed(item), audit: chained(item.audit.slice(0, 1)) }),
      'not sealed',
    ],
  ])('finds it when %s, before and after more has happened in the case', async (_, how, wrong) => {
    await tamper('C-2', how);
    const { status, out } = await makker('verify', '--municipality', 'testby');
    expect(status).toBe(1);
    expect(out).toContain(`testby C-2: ${wrong}`);
    expect(out).toContain('1 not whole');
    expect(out).not.toMatch(/C-[13]/);
    await happens('C-2');
    // A seal that was taken away is not told as tampering, but the history says from where on it is sealed.
    const later = wrong === 'not sealed' ? 'sealed only after it was begun, the last of them: testby C-2' : wrong;
    expect((await makker('verify', '--case', 'C-2')).out).toContain(later);
  });

  test('finds it when the history of one case stands in another', async () => {
    const { item } = (await store.read('case', 'testby', 'C-1')) ?? {};
    await tamper('C-2', (own) => ({ ...own, audit: item?.audit ?? [], seal: item?.seal ?? '' }));
    expect((await makker('verify')).out).toContain('testby C-2: the seal does not fit');
  });

  test('reads what was moved out of a case, and finds it when that is changed or gone', async () => {
    for (let turn = 0; turn < 5; turn += 1) await happens('C-1', 50);
    expect(await makker('verify', '--case', 'C-1')).toMatchObject({
      status: 0,
      out: 'cases: 1, entries: 254; all whole',
    });
    const block = await store.read('history', 'testby', 'testby~C-1~000001');
    if (block === undefined) throw new Error('a block was moved out');
    const entries = block.item.entries.map((one) => (one.seq === 40 ? entryBy(one, 'lars') : one));
    await store.replace('history', { ...block.item, entries }, block.etag);
    expect((await makker('verify')).out).toContain('testby C-1: entry 40: changed');
    await store.remove('history', 'testby', block.item.id);
    expect((await makker('verify')).out).toContain('testby C-1: entries 1 to 64: missing; they were moved out');
  });

  test('tells a case stored before there were seals as not sealed, until it is sealed', async () => {
    await tamper('C-3', unsealed);
    const { status, out } = await makker('verify');
    expect({ status, out }).toEqual({
      status: 1,
      out: expect.stringMatching(/^testby C-3: not sealed: .*\ncases: 3, entries: 12; 1 not whole$/),
    });
    expect((await makker('seal')).out).toContain('1 histories sealed');
    expect((await makker('seal')).out).toContain('0 histories sealed');
    expect(await makker('verify')).toMatchObject({ status: 0, out: expect.stringContaining('entries: 13; all whole') });
  });

  test('under another receipt key finds no seal that fits', async () => {
    const { status, out } = await makkerWith(KEY.toUpperCase(), 'verify');
    expect(status).toBe(1);
    expect(out).toContain('3 not whole');
  });

  test('of a case that is not there says so', async () => {
    expect(await makker('verify', '--case', 'C-9')).toMatchObject({ status: 1, err: 'there is no case C-9 in testby' });
  });
});

describe('makker audit heads', () => {
  const keep = async (): Promise<string> => {
    writeFileSync(path('heads'), `${(await makker('heads')).out}\n`);
    return path('heads');
  };

  test('kept elsewhere show that a whole case was put back to what it was', async () => {
    const before = (await store.read('case', 'testby', 'C-1'))?.item;
    if (before === undefined) throw new Error('the case is there');
    await happens('C-1');
    const heads = await keep();
    await happens('C-2');
    expect(await makker('verify', '--heads', heads)).toMatchObject({ status: 0 });
    await tamper('C-1', () => before);
    expect(await makker('verify')).toMatchObject({ status: 0 });
    const { status, out } = await makker('verify', '--heads', heads);
    expect(status).toBe(1);
    expect(out).toContain('testby C-1: entry 5: missing; it was there when the heads were kept');
    // Something else happens in its place.
    await office.cases.change('testby', 'C-1', (item) => ({
      item: audited(item, { at: '2026-04-03T10:00:00.000Z', by: 'lone', what: 'noted', details: {} }),
      result: 'done',
    }));
    expect((await makker('verify', '--heads', heads)).out).toContain('testby C-1: entry 5: another than when');
  });

  test('name a case that is gone', async () => {
    const other = createCases({ store, judge: office.judge, key: KEY, clock: { now: () => 0 } });
    await other.add(caseRecord('testby', 'C-4'));
    const heads = await keep();
    await store.close();
    rmSync(path('makker.db'));
    store = createSqliteStore(path('makker.db'));
    const { status, out } = await makker('verify', '--heads', heads);
    expect(status).toBe(1);
    expect(out).toContain('testby C-4: the case is gone');
    expect((await makker('verify', '--heads', heads, '--case', 'C-4')).out).not.toContain('C-1');
  });

  test('that were changed, shortened or made under another key are not relied on', async () => {
    await keep();
    const { out } = await makker('heads');
    const lines = out.split('\n');
    for (const text of [
      out.replace('"entries":4', '"entries":3'),
      lines.slice(1).join('\n'),
      lines.slice(0, 2).join('\n'),
      '',
    ]) {
      writeFileSync(path('heads'), text);
      const { status, err } = await makker('verify', '--heads', path('heads'));
      expect(status).toBe(1);
      expect(err).toMatch(/its (keyed hash does not fit|last line is not)/);
    }
    expect((await makker('verify', '--heads', path('nowhere'))).err).toContain('cannot be read');
  });
});

describe('makker audit', () => {
  test.each([[[]], [['verify', 'C-1']], [['show', 'C-1']], [['show', '--municipality', 'testby']], [['prove']]])(
    'with %j shows how it is used',
    async (args) => {
      expect(await makker(...args)).toMatchObject({
        status: 2,
        err: expect.stringContaining('usage: makker audit verify'),
      });
    },
  );

  test('for a municipality without a rulebook names those there are', async () => {
    expect(await makker('verify', '--municipality', 'anderby')).toMatchObject({
      status: 1,
      err: 'no rulebook is loaded for anderby; allowed: testby',
    });
  });
});

describe('makker audit show', () => {
  test('tells the whole history of a case, an entry a line, with its requests and answers', async () => {
    const { status, out, err } = await makker('show', 'C-1', '--municipality', 'testby');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const decision = 'testby~C-1~u1';
    expect(out.split('\n')).toEqual([
      "Case C-1, testby; times are Copenhagen's",
      'The history is whole.',
      '',
      'What happened',
      '      1  2026-04-01 12:00  makker: case added',
      expect.stringMatching(
        /^ {6}2 {2}2026-04-01 12:00 {2}kirsten Opdigtet \(kirsten\): request opened · request testby~C-1~r1 · decision testby~C-1~u1 · facts [0-9a-f]{64} · expiresOn 2026-04-15/,
      ),
      expect.stringContaining(
        '  3  2026-04-01 12:00  lone Opdigtet (lone): sign off given · request testby~C-1~r1 · rule RULE-1',
      ),
      expect.stringContaining(
        '  4  2026-04-01 12:00  lone Opdigtet (lone): request approved · request testby~C-1~r1 · extended o1',
      ),
      '',
      'Requests',
      '  testby~C-1~r1: approved',
      `    extend-offer o1 until 2026-05-31, on decision ${decision}`,
      '    asked by kirsten Opdigtet (kirsten) at 2026-04-01 12:00, last day 2026-04-15',
      '    RULE-1 discussion: approved by lone Opdigtet (lone) as functional-lead on 2026-04-01',
      '    approved at 2026-04-01 12:00 by lone Opdigtet (lone)',
      '',
      'Answers, each to be looked into with makker replay and its decision',
      `  2026-04-01 12:00  kirsten Opdigtet (kirsten): needs-approval · RULE-1 approval · rulebook testby 1 · decision ${decision}`,
    ]);
  });

  test('as JSON has the same, with the hashes, and of the staff only whoever occurs', async () => {
    await happens('C-1', 200);
    await happens('C-1');
    const { out } = await makker('show', 'C-1', '--municipality', 'testby', '--json');
    const shown: unknown = JSON.parse(out);
    expect(shown).toMatchObject({
      municipality: 'testby',
      case: 'C-1',
      whole: true,
      findings: [],
      entries: expect.arrayContaining([expect.objectContaining({ seq: 205, by: 'mona', what: 'noted', details: {} })]),
      requests: [{ id: 'testby~C-1~r1', state: 'approved', kind: 'extend-offer', offer: 'o1' }],
      answers: [{ id: 'testby~C-1~u1', outcome: 'needs-approval' }],
    });
    expect(shown).toHaveProperty('entries.length', 205);
    expect(shown).toHaveProperty('people', {
      kirsten: 'kirsten Opdigtet',
      lone: 'lone Opdigtet',
      mona: 'mona Opdigtet',
    });
  });

  test('masks a CPR number in a reason, and neither shows the citizen nor lets a text move the cursor', async () => {
    await office.asked('C-5');
    const number = ['010190', '1234'].join('-');
    await office.decline('lone', await office.request('C-5'), `Nej, ${number}\u001b[2J`);
    for (const more of [[], ['--json']]) {
      const { out } = await makker('show', 'C-5', '--municipality', 'testby', ...more);
      expect(out).toContain('Nej, ******-****');
      expect(out).not.toContain(number);
      expect(out).not.toContain('\u001b');
      expect(out).not.toContain('Mette');
    }
  });

  test('tells what was written to a sign-off besides, masked too', async () => {
    await office.asked('C-7');
    const number = ['010190', '1234'].join('-');
    await office.approve('lone', await office.request('C-7'), { reason: `Husk ${number}` });
    const { out } = await makker('show', 'C-7', '--municipality', 'testby');
    expect(out).toContain('as functional-lead on 2026-04-01: Husk ******-****');
    const { out: json } = await makker('show', 'C-7', '--municipality', 'testby', '--json');
    expect(JSON.parse(json)).toHaveProperty('requests.0.needs.0.remark', 'Husk ******-****');
  });

  test('names whom a substitute signed for', async () => {
    const mona = await store.read('person', 'testby', 'mona');
    const substituteFor = [{ person: 'lone', from: '2026-04-01', to: '2026-04-10' }];
    await store.replace('person', { ...office.person('mona'), substituteFor }, mona?.etag ?? '');
    await office.asked('C-6');
    await office.approve('mona', await office.request('C-6'));
    expect((await makker('show', 'C-6', '--municipality', 'testby')).out).toContain(
      'RULE-1 discussion: approved by mona Opdigtet (mona) in the name of lone Opdigtet (lone) as functional-lead on 2026-04-01',
    );
  });

  test('of a tampered case shows it all the same, and says what is wrong', async () => {
    await tamper('C-1', note);
    const { status, out } = await makker('show', 'C-1', '--municipality', 'testby');
    expect(status).toBe(0);
    expect(out).toContain('THE HISTORY IS NOT WHOLE:\n  the seal does not fit');
  });

  test('of a case that is not there says so', async () => {
    const { status, err } = await makker('show', 'C-9', '--municipality', 'testby');
    expect({ status, err }).toEqual({ status: 1, err: 'there is no case C-9 in testby' });
  });
});
