import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { agendaOn } from '../../src/agenda/due-on.ts';
import { projectAgenda } from '../../src/agenda/project.ts';
import { demoIn } from '../../src/cli/demo.ts';
import { understand } from '../../src/conversation/understanding/understand.ts';
import { inventMunicipality } from '../../src/demo/invented-municipality.ts';
import { readInvented } from '../../src/demo/read-invented.ts';
import { questionsOf } from '../../src/impact/questions-of.ts';
import { createJudge } from '../../src/judge.ts';
import { containsCpr } from '../../src/privacy/cpr.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';

const rulebooks = new URL('../../rulebooks', import.meta.url).pathname;
const files = readInvented(new URL('../../demo', import.meta.url).pathname);
const shelf = readShelf(rulebooks);
const judge = createJudge(shelf);
const today = '2026-11-23';
const invented = (municipality: string, count: number, seed = 1) =>
  inventMunicipality(files, { municipality, today, count, seed });

describe('An invented municipality', () => {
  test('has case numbers that are understood in a sentence', () => {
    for (const { id } of invented('rebild', 3, 99).cases)
      expect(understand(`Hvilke frister er der i ${id}?`, { today }).entities.caseId).toBe(id);
  });

  test('is the same for the same seed, another for another', () => {
    const text = (seed: number) => JSON.stringify([...invented('rebild', 50, seed).cases]).replaceAll(/OPD-\d+/g, '');
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  test.each(['holbaek', 'jammerbugt', 'hedensted', 'rebild'])(
    '%s has the benefits in the shares of its plan',
    (name) => {
      const cases = [...invented(name, 800).cases];
      for (const [benefit, share] of Object.entries(files.sharesOf(name)))
        expect(cases.filter((one) => one.benefit.type === benefit).length / 800).toBeCloseTo(share, 1);
    },
  );

  test('is whole: each case has a caseworker of its team, each team leads, and no number is like a CPR number', () => {
    const { people, teams, cases } = invented('holbaek', 300);
    const workers = new Map(people.map((person) => [person.id, person.roles]));
    for (const record of cases) {
      expect(workers.get(record.caseworker)).toEqual([{ role: 'caseworker', team: record.team }]);
      expect(containsCpr(JSON.stringify(record))).toBe(false);
    }
    for (const { leads } of teams) expect(leads.map((lead) => workers.has(lead))).toEqual([true, true]);
  });

  test('of every plan: something is met, due soon and overdue, and answers come out in every way', () => {
    const outcomes = new Set<string>();
    for (const municipality of shelf.municipalities()) {
      const { cases, catalogue } = invented(municipality, 200);
      const statuses = new Set<string>();
      for (const record of cases) {
        const { entries } = projectAgenda(judge(record, { kind: 'deadlines' }, catalogue, today), today);
        for (const { status } of agendaOn(entries, today)) statuses.add(status);
        for (const asked of questionsOf(record, today)) {
          const judgement = judge(asked.record, asked.question, catalogue, today);
          if ('outcome' in judgement) outcomes.add(judgement.outcome);
        }
      }
      expect([...statuses].toSorted()).toEqual(expect.arrayContaining(['due-soon', 'met', 'overdue']));
    }
    expect([...outcomes].toSorted()).toEqual(['allowed', 'denied', 'needs-approval', 'needs-info', 'not-yet']);
  });
});

describe('makker demo', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'makker-invented-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = () => join(folder, 'makker.db');
  const makker = async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const io = { args, input: async () => '', out: (l: string) => out.push(l), err: (l: string) => err.push(l) };
    return { status: await demoIn({ env: { STORE_PATH: path() }, rulebooks }, io), out, err };
  };

  test('fills a store once: called again it adds nothing, with more cases only those', async () => {
    const added = async (cases: string) => (await makker('--cases', cases, '--municipality', 'rebild')).out;
    expect(await added('40')).toEqual(['rebild: 78 new records; 40 cases in all']);
    expect(await added('40')).toEqual(['rebild: 0 new records; 40 cases in all']);
    expect((await added('45'))[0]).toContain('5 new records; 45 cases in all');
  });

  test('puts nothing anywhere when somebody in one of the municipalities is of no demo', async () => {
    const store = createSqliteStore(path());
    await store.create('person', { id: 'ane', name: 'Ane', municipality: 'rebild', roles: [] });
    await store.close();
    const { status, err } = await makker('--cases', '10');
    expect({ status, err }).toMatchObject({ status: 1, err: [expect.stringContaining('people who are of no demo')] });
    const after = createSqliteStore(path());
    expect(await after.countCases('hedensted')).toBe(0);
    await after.close();
  });

  test('prints one record a line, and says what is wrong with how it is called', async () => {
    const { out } = await makker('--cases', '3', '--municipality', 'rebild', '--print');
    expect(out.map((line) => JSON.parse(line)).filter((record) => 'citizen' in record)).toHaveLength(3);
    expect(await makker('--cases', '0')).toMatchObject({
      status: 2,
      err: [expect.stringContaining('allowed: 1 to'), expect.anything()],
    });
    expect(await makker('--cases', '3', '--municipality', 'x')).toMatchObject({ status: 1 });
  });
});
