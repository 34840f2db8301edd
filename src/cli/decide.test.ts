import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readShelf } from '../rulebook-files.ts';
import { decideCommand } from './decide.ts';

/** Some municipality that has a rulebook here, and the first day it holds. */
const shelf = readShelf(new URL('../../rulebooks', import.meta.url).pathname);
const municipality = shelf.municipalities()[0] ?? '';
const before = shelf.on(municipality, '1999-01-01');
const firstDay = 'notBefore' in before ? before.notBefore : '';

const ask = (changes: object = {}, record: object = {}) => ({
  case: {
    id: 'C-1',
    municipality,
    team: 'a',
    caseworker: 'ida',
    citizen: { name: 'Opdigtet Borger', birthDate: '1980-01-01' },
    benefit: { type: 'kontanthjaelp', since: firstDay },
    ...record,
  },
  question: { kind: 'deadlines' },
  ...changes,
});

const run = async (args: string[], input: unknown) => {
  const out: string[] = [];
  const err: string[] = [];
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const status = await decideCommand({
    args,
    input: async () => text,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const lines = (out: string): unknown[] => out.split('\n').map((line) => JSON.parse(line));
const outlined = expect.objectContaining({ rulebook: expect.objectContaining({ municipality, validFrom: firstDay }) });

describe('one question', () => {
  test('is answered with a decision, status 0', async () => {
    const { status, out, err } = await run(['--today', firstDay], ask());
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual(outlined);
  });

  test('its own date stands over the one given', async () => {
    expect((await run(['--today', '1999-01-01'], ask({ today: firstDay }))).status).toBe(0);
  });

  test('that is refused says where and why, status 1', async () => {
    const { status, out, err } = await run(
      ['--today', firstDay],
      ask({}, { benefit: { type: 'su', since: firstDay } }),
    );
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^case\.benefit\.type: allowed: a-dagpenge,/);
  });

  test('from before the first rulebook is refused with its first day', async () => {
    const { status, err } = await run(['--today', '1999-01-01'], ask());
    expect({ status, err }).toEqual({
      status: 1,
      err: `today: the first rulebook is valid from ${firstDay}; on 1999-01-01 there is none`,
    });
  });

  test('about a municipality without a rulebook names those that have one', async () => {
    const { status, err } = await run(['--today', firstDay], ask({}, { municipality: 'testby' }));
    expect(status).toBe(1);
    expect(err).toContain('case.municipality: no rulebook is loaded for it; allowed: ');
    expect(err).toContain(municipality);
  });
});

describe('a stream', () => {
  test('is answered line by line, each with its id; a refused line does not stop the others', async () => {
    const stream = [
      JSON.stringify({ id: 'a', ...ask() }),
      '',
      '{ not json',
      JSON.stringify({ id: 'b', ...ask({ question: { kind: 'guess' } }) }),
      JSON.stringify({ id: 'c', ...ask({ today: '1999-01-01' }) }),
      JSON.stringify({ id: 4, ...ask() }),
    ].join('\n');
    const { status, out, err } = await run(['--today', firstDay], stream);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(lines(out)).toEqual([
      expect.objectContaining({ id: 'a', outcome: 'allowed' }),
      { id: null, error: { path: '', message: expect.stringContaining('this line is not JSON') } },
      { id: 'b', error: { path: 'question.kind', message: expect.any(String) } },
      { id: 'c', error: { path: 'today', message: expect.stringContaining(firstDay) } },
      expect.objectContaining({ id: 4, outcome: 'allowed' }),
    ]);
  });

  test('of one line with an id is a stream too', async () => {
    const { out } = await run(['--today', firstDay], { id: 'only', ...ask() });
    expect(lines(out)).toEqual([expect.objectContaining({ id: 'only', outcome: 'allowed' })]);
  });
});

describe('a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'makker-decide-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read in place of standard input', async () => {
    const file = join(folder, 'one.json');
    writeFileSync(file, JSON.stringify(ask({}, { id: 'C-2', status: 'closed' })));
    const { status, out } = await run(['--today', firstDay, file], 'not read');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ deadlines: [] });
  });

  test('that is not there: status 1', async () => {
    const file = join(folder, 'none.json');
    expect(await run([file], '')).toEqual({ status: 1, out: '', err: `cannot read ${file}` });
  });
});

describe('wrong usage is status 2 and tells how', () => {
  test.each([
    [['--when', '2023-01-01']],
    [['--today', '2023-02-30']],
    [['--today', 'i morgen']],
    [['a.json', 'b.json']],
  ])('%j', async (args) => {
    const { status, out, err } = await run(args, ask());
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^usage: makker decide/);
  });
});
