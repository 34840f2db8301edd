import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseRecord, staffOf } from '../../test/support/office.ts';
import { testbyRulebook } from '../../test/support/testby.ts';
import { enquiries, quarterlyInterview } from '../../test/support/testby-more.ts';
import { caseItem } from '../cases/case-item.ts';
import { matterItem } from '../cases/matter-item.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { digestIn } from './digest.ts';

const project = new URL('../../', import.meta.url).pathname;
let folder: string;
const storePath = () => join(folder, 'makker.sqlite');
const address = { conversationId: 'channel', serviceUrl: 'https://teams.example/', tenantId: 't', botId: 'b' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-digest-'));
  mkdirSync(join(folder, 'rulebooks'));
  copyFileSync(join(project, 'rulebooks/common.yaml'), join(folder, 'rulebooks/common.yaml'));
  const store = createSqliteStore(storePath());
  const nothing = { requests: [], agenda: [], outbox: [], audit: [] };
  for (const town of ['testby', 'prøveby']) {
    const id = town === 'testby' ? town : 'proeveby';
    mkdirSync(join(folder, 'rulebooks', id));
    const text = `${testbyRulebook}${quarterlyInterview}${enquiries}`.replace(
      'municipality: testby',
      `municipality: ${id}`,
    );
    writeFileSync(join(folder, 'rulebooks', id, '2026-01-01.yaml'), text);
    for (const person of staffOf(id)) await store.create('person', person);
    await store.create('team', {
      id: 'nord',
      municipality: id,
      name: `Team Nord ${town}`,
      leads: [],
      ...(id === 'testby' && { address }),
    });
    await store.create('case', caseItem(caseRecord(id, `${id}-1`), nothing));
  }
  await store.create('team', { id: 'syd', municipality: 'testby', name: 'Team Syd', leads: [] });
  const enquiry = { id: 'K-1', municipality: 'testby', team: 'nord', kind: 'company-enquiry' as const };
  const record = { ...enquiry, receivedAt: '2026-03-30T09:00:00+02:00' };
  await store.create('matter', matterItem(record, { agenda: [], taken: [] }));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const makker = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const status = await digestIn(
    { env: { STORE_PATH: storePath() }, rulebooks: join(folder, 'rulebooks') },
    { args, input: async () => '', out: (line) => out.push(line), err: (line) => err.push(line) },
    { now: () => Date.parse('2026-04-01T08:00:00Z') },
  );
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const dry = (team: string, ...more: string[]) => makker('--team', team, '--dry-run', ...more);

describe('makker digest', () => {
  test('prints the digest of any day by the rules of that day, whatever is stored of the agendas', async () => {
    const { status, out } = await dry('nord', '--municipality', 'testby', '--day', '2026-04-02');
    expect(status).toBe(0);
    expect(out).toContain('✕ 2 punkter er over tiden i Team Nord testby\n  torsdag den 2. april 2026');
    expect(out).toContain(
      '✕ Svar til virksomheden · TST-30\n  2 dage over tiden · henvendelse K-1\n  Næste skridt: besvar henvendelsen',
    );
    expect(out).toContain('testby-1 · kirsten Opdigtet\n  Næste skridt: hold en samtale');
    expect(out).not.toContain('Mette');
  });

  test('prints that of every municipality with such a team, and says where there is no channel', async () => {
    const { out } = await dry('nord');
    expect(out).toMatch(/^== proeveby: Team Nord prøveby ==\n[^]*nothing is sent: it has no channel[^]*\n== testby: /);
  });

  test('makes the digest of today once', async () => {
    const first = await makker('--team', 'nord', '--municipality', 'testby');
    expect(first.out).toMatch(/made: the running bot sends it$/);
    const again = await makker('--team', 'nord', '--municipality', 'testby');
    expect(again.out).toMatch(/made before: it is waiting$/);
  });

  test.each([
    [
      'a team nobody knows',
      ['--team', 'vest'],
      'there is no team vest; allowed: nord (proeveby), nord (testby), syd (testby)',
    ],
    [
      'a municipality nobody knows',
      ['--team', 'nord', '--municipality', 'x'],
      'no rulebook is loaded for x; allowed: ',
    ],
    [
      'to make that of another day',
      ['--team', 'nord', '--day', '2026-04-02'],
      "only today's digest (2026-04-01) can be made",
    ],
    [
      'a day before the first plan',
      ['--team', 'syd', '--day', '2025-12-31', '--dry-run'],
      'on 2025-12-31 there is none',
    ],
  ])('refuses %s', async (_, args, says) => {
    const { status, out, err } = await makker(...args);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(says);
  });

  test.each([
    [[], '--team is missing'],
    [['--team', 'nord', '--day', '1. april'], '"1. april" is no day; allowed: YYYY-MM-DD'],
    [['--team', 'nord', '--loud'], "Unknown option '--loud'"],
  ])('%j is wrong usage', async (args, says) => {
    const { status, err } = await makker(...args);
    expect(status).toBe(2);
    expect(err).toContain(says);
  });
});
