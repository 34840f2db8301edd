import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  answeredBy,
  citizenCase,
  commonText,
  KEY,
  plan,
  shelfWith,
  traineeship,
} from '../../test/support/replay-town.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { replayIn } from './replay.ts';

let folder: string;
let receipt: Receipt;
const env = () => ({ STORE_PATH: join(folder, 'makker.db'), RECEIPT_KEY: KEY });
const rulebooks = () => join(folder, 'rulebooks');
const putPlan = (text: string): void => writeFileSync(join(rulebooks(), 'testby/2026-01-01.yaml'), text);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-replay-'));
  mkdirSync(join(rulebooks(), 'testby'), { recursive: true });
  writeFileSync(join(rulebooks(), 'common.yaml'), commonText);
  putPlan(plan);
  const store = createSqliteStore(env().STORE_PATH);
  receipt = await answeredBy(shelfWith(plan), store);
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = async (args: string[], settings: Record<string, string> = env()) => {
  const out: string[] = [];
  const err: string[] = [];
  const status = await replayIn(
    { env: settings, rulebooks: rulebooks() },
    { args, input: async () => '', out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { status, out: out.join('\n'), err: err.join('\n') };
};

describe('makker replay', () => {
  test('shows the recorded answer and the one computed again, and says that they are the same', async () => {
    const { status, out, err } = await run([receipt.id]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(`Decision ${receipt.id}`);
    expect(out).toContain('case C-1, asked by kirsten at 2026-04-01T10:00:00.000Z: start-offer');
    expect(out).toContain('Recorded: allowed');
    expect(out).toContain('outcome allowed, last end date 2026-05-31');
    expect(out).toContain('THE SAME: outcome, findings, approvals, dates and steps, and the facts read.');
    expect(out).toContain('The same rulebook is in force now for 2026-04-01.');
    expect(out).not.toContain(citizenCase.citizen.name);
  });

  test('takes the id as it is copied from a card, which lets it break over lines', async () => {
    const copied = `${receipt.id.slice(0, 9)}\u200B${receipt.id.slice(9)} `;
    expect((await run([copied])).out).toContain(`Decision ${receipt.id}`);
  });

  test('after the rulebook was changed tells what differs, and the old and new number with their references', async () => {
    putPlan(plan.replace('value: 8 weeks, reference: linje 10', 'value: 4 weeks, reference: mødet i maj'));
    const { status, out } = await run([receipt.id]);
    expect(status).toBe(0);
    expect(out).toContain('THE SAME');
    expect(out).toContain('Another rulebook is in force now for 2026-04-01: testby 2026-01-01');
    expect(out).toContain('outcome: allowed → denied');
    expect(out).toContain('findings TST-01: now also forbids: Not after 3 May 2026.');
    expect(out).toContain('longest: 8 weeks (linje 10) → 4 weeks (mødet i maj), read by TST-01, latestEnd');
  });

  test('after the personal facts were purged shows the receipt alone, and nothing is computed', async () => {
    // Makker has no purge yet; this is what one leaves behind.
    const file = new DatabaseSync(env().STORE_PATH);
    file.exec("DELETE FROM item WHERE kind = 'receipt-facts'");
    file.close();
    putPlan(plan.replace('8 weeks', '4 weeks'));
    const { status, out } = await run([receipt.id]);
    expect(status).toBe(0);
    expect(out).toContain('Recorded: allowed');
    expect(out).toContain(receipt.factsHash);
    expect(out).toContain('CANNOT BE COMPUTED AGAIN: the personal facts have been purged.');
    expect(out).toContain('What it answers cannot be computed either.');
    expect(out).not.toContain('Computed again');
  });

  test('lists the reminders of the plan apart: they are no findings, and no receipt keeps them', async () => {
    const reminding = `${plan}reminders:
  - id: TST-08
    statement: { da: Husk cv'et., en: Mind the CV. }
    source: { section: CV, line: 80 }
    questions: [start-offer]
    says: { da: Husk cv'et., en: Mind the CV. }
`;
    putPlan(reminding);
    const store = createSqliteStore(env().STORE_PATH);
    const { id } = await answeredBy(shelfWith(reminding), store);
    await store.close();
    const { out } = await run([id]);
    expect(out).toContain('reminders, which no receipt keeps: TST-08');
    expect(out).not.toContain('TST-08  advises');
    expect(out).toContain('THE SAME');
  });

  test('lists the steps of a next-step answer, in their order', async () => {
    const stepping = `${plan}  - id: TST-09
    statement: { da: Job kommer først., en: A job comes first. }
    source: { section: Job, line: 90 }
    questions: [next-step]
    clauses:
      - { effect: suggests, when: true, says: { da: Job., en: A job. } }
      - { effect: suggests, when: true, says: { da: Uddannelse., en: Education. } }
`;
    putPlan(stepping);
    const store = createSqliteStore(env().STORE_PATH);
    const { id } = await answeredBy(shelfWith(stepping), store, { kind: 'next-step' });
    await store.close();
    expect((await run([id])).out).toContain('TST-09  → A job.\n  TST-09  → Education.\n');
  });

  test('as JSON says the same, without the record', async () => {
    const { out } = await run([receipt.id, '--json']);
    expect(JSON.parse(out)).toMatchObject({ same: true, receipt, now: { rulebook: 'the-same' } });
    expect(out).not.toContain(citizenCase.citizen.name);
  });

  test('under another key says that the facts have another hash', async () => {
    const { status, out } = await run([receipt.id], { ...env(), RECEIPT_KEY: `${KEY}, another one` });
    expect(status).toBe(0);
    expect(out).toContain('NOT THE SAME');
    expect(out).toContain('the receipt key is another one');
  });

  test('shows no CPR number that somebody wrote where it does not belong', async () => {
    const number = ['010190', '1234'].join('-');
    const store = createSqliteStore(env().STORE_PATH);
    const declined = {
      rule: 'TST-02',
      by: 'lone',
      role: 'functional-lead' as const,
      on: '2026-03-31',
      answer: 'declined' as const,
      reason: `Nej til ${number}`,
    };
    const offer = { ...traineeship.offer, pricePerWeek: 3000, signOffs: [declined] };
    const { id } = await answeredBy(shelfWith(plan), store, { ...traineeship, offer });
    await store.close();
    for (const args of [[id], [id, '--json']]) {
      const { out } = await run(args);
      expect(out).toContain('lone said no');
      expect(out).not.toContain(number);
    }
  });
});

describe('makker replay refuses, with status 1,', () => {
  test('an id that no receipt has', async () => {
    expect(await run(['testby~C-1~nobody'])).toEqual({
      status: 1,
      out: '',
      err: 'there is no receipt testby~C-1~nobody: no answer in testby about C-1 has that id',
    });
  });

  test('what is no decision id, and says what one looks like', async () => {
    expect((await run(['C-1'])).err).toBe('C-1 is no decision id; one looks like municipality~case~letters');
  });

  test('a store that is not there, and makes none', async () => {
    const settings = { ...env(), STORE_PATH: join(folder, 'none.db') };
    for (const _ of [1, 2]) {
      const { status, err } = await run([receipt.id], settings);
      expect({ status, err }).toEqual({
        status: 1,
        err: `there is no store at ${settings.STORE_PATH}; STORE_PATH names the one to read`,
      });
    }
  });

  test('a receipt key that is not there, and makes none', async () => {
    for (const _ of [1, 2]) {
      const { status, err } = await run([receipt.id], { STORE_PATH: env().STORE_PATH });
      expect(status).toBe(1);
      expect(err).toContain(`there is no receipt key at ${join(folder, 'receipt.key')}`);
    }
  });

  test('settings that cannot be used', async () => {
    expect(await run([receipt.id], { STORE: 'paper' })).toEqual({
      status: 1,
      out: '',
      err: 'STORE: must be embedded or cosmos',
    });
  });
});

test.each([[[]], [['a~b~c', 'd~e~f']], [['a~b~c', '--yaml']]])(
  'wrong usage is status 2 and tells how: %j',
  async (args) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^usage: makker replay DECISION-ID/);
  },
);
