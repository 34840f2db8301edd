import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import type { CaseItem } from '../cases/case-item.ts';
import { createCases } from '../cases/case-store.ts';
import { recordEvent } from '../cases/record-event.ts';
import { recordFacts } from '../cases/record-facts.ts';
import { systemClock } from '../clock.ts';
import { createJudge } from '../judge.ts';
import { readShelf } from '../rulebook-files.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { importIn } from './import.ts';

const project = new URL('../../', import.meta.url).pathname;
const MAPPING = join(project, 'imports/fagsystem-a.yaml');
const KEY = 'an invented key of thirty-two characters';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-import-'));
  mkdirSync(join(folder, 'rulebooks/testby'), { recursive: true });
  copyFileSync(join(project, 'test/rulebook/fixtures/targets.yaml'), join(folder, 'rulebooks/testby/2026-01-01.yaml'));
  copyFileSync(join(project, 'rulebooks/common.yaml'), join(folder, 'rulebooks/common.yaml'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const makker = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const env = { STORE_PATH: join(folder, 'makker.db'), RECEIPT_KEY: KEY };
  const status = await importIn(
    { env, rulebooks: join(folder, 'rulebooks') },
    { args, input: async () => '', out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const here = ['--municipality', 'testby'];
const example = readFileSync(join(project, 'test/import/fagsystem-a.csv'));
const exampleWith = (change: (text: string) => string): Buffer =>
  Buffer.from(change(example.toString('latin1')), 'latin1');
const given = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const taken = (file: string, ...more: string[]) => makker(file, '--mapping', MAPPING, ...here, ...more);

/** Works in the store, as Makker would. */
const inStore = async <T>(work: (cases: ReturnType<typeof createCases>) => Promise<T>): Promise<T> => {
  const store = createSqliteStore(join(folder, 'makker.db'));
  const judge = createJudge(readShelf(join(folder, 'rulebooks')));
  const done = await work(createCases({ store, judge, clock: systemClock, key: KEY }));
  await store.close();
  return done;
};
const stored = (id: string): Promise<CaseItem | undefined> =>
  inStore(async (cases) => (await cases.read('testby', id))?.item);

describe('makker import of a table', () => {
  test('says how it was read, and stores each case whole, its offers and events with it', async () => {
    const { status, out } = await taken(given('a.csv', example));
    expect(status).toBe(0);
    expect(out).toContain('a.csv: 5 rows, read as Windows-1252, ; between cells, numbers as 1.234,50\nnot read: CPR');
    expect(out).toContain('cases: 3 new, 0 changed, 0 the same, 0 refused');
    expect((await stored('TST-2026-00001'))?.record).toEqual({
      id: 'TST-2026-00001',
      municipality: 'testby',
      team: 'nord',
      caseworker: 'kirsten',
      status: 'open',
      citizen: { name: 'Åse Opdigtet', birthDate: '1999-05-03', attendableHours: 12.5 },
      benefit: { type: 'kontanthjaelp', since: '2025-11-01' },
      readiness: { category: 'aktivitetsparat', since: '2025-11-15' },
      offers: [
        {
          id: 'O-1',
          kind: 'external-mentor',
          provider: 'Fjordens Mentorer',
          starts: '2026-02-02',
          ends: '2026-04-30',
          pricePerWeek: 1234.5,
        },
      ],
      events: [{ type: 'interview', on: '2026-01-12' }],
    });
  });

  test('changes nothing when the same file comes twice, nor with --dry-run', async () => {
    const dry = await taken(given('a.csv', example), '--dry-run');
    expect(dry).toMatchObject({ status: 0, out: expect.stringMatching(/3 new[^]*nothing was stored: --dry-run/) });
    await taken(given('a.csv', example));
    const once = await stored('TST-2026-00001');
    expect((await taken(given('a.csv', example))).out).toContain('0 new, 0 changed, 3 the same');
    expect(await stored('TST-2026-00001')).toEqual(once);
  });

  test('changes a case whose row has changed, and its history tells where', async () => {
    await taken(given('a.csv', example));
    const { out } = await taken(
      given(
        'b.csv',
        exampleWith((text) => text.replace('30-04-2026', '31-05-2026')),
      ),
    );
    expect(out).toContain('0 new, 1 changed, 2 the same');
    const item = await stored('TST-2026-00001');
    expect(item?.record.offers).toMatchObject([{ ends: '2026-05-31' }]);
    expect(item?.audit.at(-1)).toMatchObject({ what: 'case-imported', details: { facts: 'offers[O-1].ends' } });
    expect(item?.audit.at(-1)?.by).toMatch(/^cli:/);
  });

  test('leaves what was recorded in Makker since, and says so', async () => {
    await taken(given('a.csv', example));
    await inStore((cases) =>
      cases.change('testby', 'TST-2026-00001', (item) => {
        const by = { by: 'kirsten', at: '2026-04-01T10:00:00.000Z', today: '2026-04-01' };
        const facts = recordFacts(item, { 'citizen.attendableHours': 8 }, { ...by, seen: item.record });
        if ('refused' in facts) throw new Error('it can be recorded');
        const event = recordEvent(facts.item, { type: 'contact', on: '2026-03-30' }, { ...by, click: 'c1' });
        return 'refused' in event ? { refused: undefined } : { item: event.item, result: undefined };
      }),
    );
    const recorded = await stored('TST-2026-00001');
    const { out } = await taken(given('a.csv', example));
    expect(out).toContain('TST-2026-00001: citizen.attendableHours stays as it was recorded in Makker');
    expect(await stored('TST-2026-00001')).toEqual(recorded);
    await taken(
      given(
        'b.csv',
        exampleWith((text) => text.replace(';12,5;', ';9;').replace('30-04', '29-04')),
      ),
    );
    expect((await stored('TST-2026-00001'))?.record).toMatchObject({
      citizen: { attendableHours: 8 },
      offers: [{ ends: '2026-04-29' }],
      events: [{ type: 'interview' }, { type: 'contact' }],
    });
  });

  test('takes whole cases or nothing of them, and tells of each cell that is refused', async () => {
    const wrong = exampleWith((text) => text.replace('30-04-2026', '300285-0000').replace('Sygedagpenge', 'Syge'));
    const { status, out } = await taken(given('a.csv', wrong));
    expect(status).toBe(0);
    expect(out).toContain('a.csv row 3, Tilbud til (TST-2026-00001): "******-****" is no date; allowed: 2026-08-31');
    expect(out).toMatch(/row 5, Ydelse \(TST-2026-00002\): "Syge" means nothing here; allowed: [^\n]*sygedagpenge/);
    expect(out).toContain('1 new, 0 changed, 0 the same, 2 refused');
    expect(await stored('TST-2026-00001')).toBeUndefined();
  });

  test('puts the rows of a case together wherever they stand, and refuses rows that contradict each other', async () => {
    const apart = exampleWith((text) => {
      const [head = '', first = '', ...rest] = text.split('\r\n');
      return [head, ...rest.filter(Boolean), first, `${first.replace('kirsten', 'mona')}`].join('\r\n');
    });
    const { out } = await taken(given('a.csv', apart));
    expect(out).toContain(
      'a.csv row 7, Sagsbehandler (TST-2026-00001): another row of the same record says something else',
    );
    const sorted = exampleWith((text) =>
      text
        .split('\r\n')
        .filter(Boolean)
        .toReversed()
        .toSorted((a, b) => Number(b.startsWith('Sagsnr')) - Number(a.startsWith('Sagsnr')))
        .join('\n'),
    );
    expect((await taken(given('b.csv', sorted))).out).toContain('1 new, 0 changed, 2 the same, 0 refused');
  });

  test('puts an offer’s bids together, and takes away what a later file has no value for', async () => {
    const head =
      'id;team;caseworker;citizen.name;visitedOn;benefit.type;benefit.since;offers.id;offers.kind;offers.starts';
    const rows = (visited: string): string =>
      [
        `${head};offers.goal;offers.bids.provider;offers.bids.pricePerWeek`,
        `C-7;nord;kirsten;Åse Opdigtet;${visited};fleksjob;05-01-2026;o1;guidance;02-02-2026;education;Nord;`,
        'C-7;;;;;;;o1;;;;Syd;1.900',
      ].join('\n');
    await makker(given('a.csv', rows('01-02-2026')), ...here);
    const once = await stored('C-7');
    expect(once?.record.offers?.[0]?.bids).toEqual([{ provider: 'Nord' }, { provider: 'Syd', pricePerWeek: 1900 }]);
    expect((await makker(given('a.csv', rows('01-02-2026')), ...here)).out).toContain('0 changed, 1 the same');
    expect((await makker(given('a.csv', rows('').replace('education', '')), ...here)).out).toContain('1 changed');
    const later = await stored('C-7');
    expect(later?.record).not.toHaveProperty('visitedOn');
    expect(later?.record.offers?.[0]).toEqual({ ...once?.record.offers?.[0], goal: undefined });
  });

  test('reads quoted cells, a byte order mark and commas', async () => {
    const text =
      '\uFEFFid,team,caseworker,citizen.name,benefit.type,benefit.since\nC-9,nord,kirsten,"Å, ""B""",fleksjob,2026-01-05\n';
    const { out } = await makker(given('a.csv', text), ...here);
    expect(out).toContain('read as UTF-8, , between cells, numbers as 1,234.50');
    expect((await stored('C-9'))?.record.citizen.name).toBe('Å, "B"');
  });

  test('reads a sheet of a workbook, with its own days and numbers', async () => {
    const rows = [
      ['SAG_ID', 'NAVN', 'TEAM_KODE', 'INITIALER', 'LUKKET', 'YDELSE_KODE', 'YDELSE_START', 'HAR_ARBEJDSGIVER'],
      ['B-1', 'Dan Opdigtet', 102, 'anders', 0, 40, new Date(Date.UTC(2026, 0, 5)), true],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'Sager', rows }] });
    const mapping = join(project, 'imports/fagsystem-b.yaml');
    const { status, out } = await makker(given('b.xlsx', bytes), '--mapping', mapping, ...here);
    expect({ status, out }).toMatchObject({
      status: 0,
      out: expect.stringContaining('not in the file, stays as it is: foerste_fravaer'),
    });
    expect((await stored('B-1'))?.record).toMatchObject({
      team: 'sygedagpenge',
      benefit: { type: 'sygedagpenge', since: '2026-01-05' },
      hasEmployer: true,
    });
  });

  test.each([
    [
      'headings without an id',
      'a.csv',
      'Navn;Nr\nÅse;1\n',
      'row 1, id: no column says which record a row is of; allowed headings: sagsnr',
    ],
    [
      'a quotation mark that is not closed',
      'a.csv',
      'Sagsnr;Borger\n1;"Å\n',
      'a quotation mark stands inside a cell or is not closed',
    ],
    ['what is no workbook', 'a.xlsx', 'Sagsnr', 'it cannot be read as a workbook'],
  ])('refuses %s, and stores nothing', async (_, name, text, told) => {
    expect(await taken(given(name, text))).toMatchObject({ status: 1, err: expect.stringContaining(told) });
  });
});

describe('makker import of JSON Lines', () => {
  const record = {
    ...{ id: 'C-1', municipality: 'testby', team: 'nord', caseworker: 'kirsten' },
    ...{ citizen: { name: 'Mette Opdigtet', cpr: '300285-0000' }, benefit: { type: 'fleksjob', since: '2026-01-05' } },
  };
  const lines = (...records: object[]): string => records.map((one) => JSON.stringify(one)).join('\n');

  test('takes what each line is of, tells of each refused one, and keeps no CPR number', async () => {
    const file = given(
      'a.jsonl',
      lines(
        { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: ['lone'] },
        { id: 'lone', municipality: 'testby', name: 'Lone Opdigtet', roles: [{ role: 'functional-lead' }] },
        { id: 'mentor', municipality: 'testby', name: 'Mentor', kind: 'external-mentor', tiers: { '*': 'green' } },
        { id: 'H-1', municipality: 'testby', team: 'nord', kind: 'complaint', receivedAt: '2026-01-05T08:15:00Z' },
        record,
        record,
        { ...record, id: 'C-2', municipality: 'vesterby' },
        { ...record, id: 'C-3', benefit: { type: 'su', since: '2026-01-05' } },
        { hello: 1 },
      ),
    );
    const { status, out } = await makker(file);
    expect(status).toBe(0);
    for (const told of [
      'teams: 1 new',
      'people: 1 new',
      'offers of the catalogue: 1 new',
      'enquiries and complaints: 1 new',
      'cases: 1 new, 0 changed, 0 the same, 0 refused\n4 lines refused',
      'row 6, id: it stands in line 5 already',
      'row 7, municipality: no such municipality here; allowed: testby',
      'row 8, benefit.type: "su": allowed: a-dagpenge',
      'row 9, (line): it is no record; allowed: cases (with citizen)',
    ])
      expect(out).toContain(told);
    expect(readFileSync(join(folder, 'makker.db')).includes('300285')).toBe(false);
    expect((await makker(file)).out).toContain('cases: 0 new, 0 changed, 1 the same, 0 refused');
  });

  test.each([
    [{ ...record, team: '300285-0000' }, 'team'],
    [{ ...record, offers: [{ id: '3002850000', kind: 'guidance', starts: '2026-02-02' }] }, 'offers.0.id'],
    [{ ...record, events: [{ type: 'interview', on: '2026-02-02', by: 'bo 300285-0000' }] }, 'events.0.by'],
    [{ id: 'bo', name: 'Bo 300285-0000', roles: [] }, 'name'],
    [{ id: 'nord', name: 'Nord', leads: ['lone', '300285-0000'] }, 'leads.1'],
  ])('refuses a CPR number where no free text stands: %#', async (line, place) => {
    const { status, out } = await makker(given('a.jsonl', lines(line)), ...here);
    expect([status, out]).toEqual([1, expect.stringContaining(`row 1, ${place}: it looks like a CPR number`)]);
    expect(out).not.toContain('0000');
  });

  test('says no CPR number that stands in the name of a file', async () => {
    const { out } = await makker(given('bo 300285-0000.jsonl', lines(record)));
    expect(out).toContain('bo ******-****.jsonl: JSON Lines');
    expect((await makker('300285-0000.jsonl')).err).toBe('cannot read ******-****.jsonl');
  });

  test('is refused where a letter is no UTF-8', async () => {
    const told = 'a.jsonl row 1, (row): a byte here is no UTF-8';
    expect(await makker(given('a.jsonl', Buffer.from('{"id":"Å"}', 'latin1')))).toMatchObject({
      err: expect.stringContaining(told),
    });
  });

  test('of which every line is refused is refused itself', async () => {
    expect(await makker(given('a.jsonl', '{}\nnot json\n'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('everything in the file was refused'),
    });
  });
});

describe('Wrong usage of makker import, status 2, says what is allowed:', () => {
  test.each([
    [[], 'one file stands after import'],
    [['a.pdf'], 'a.pdf ends in none of .csv'],
    [['a.csv', '--of', 'sager'], '--of sager; allowed: cases, people'],
    [['a.jsonl', '--mapping', 'x.yaml'], 'JSON Lines are in the contract’s own form'],
  ])('%j', async (args, told) => {
    expect(await makker(...args)).toMatchObject({ status: 2, err: expect.stringContaining(told) });
  });
});
