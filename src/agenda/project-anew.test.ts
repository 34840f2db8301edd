import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { type Office, openOffice } from '../../test/support/office.ts';
import type { Judge } from '../cases/judge.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createProjectAnew } from './project-anew.ts';

let office: Office;
let rule: string;
/** What the rulebook of the day wants: one deadline of this rule. */
const judge: Judge = (...asked) => {
  const judged = fakeJudge()(...asked);
  if ('notBefore' in judged || judged.inquiry.question.kind !== 'deadlines') return judged;
  const due = { rule, name: { da: rule, en: rule }, due: '2026-05-01', dueSoonFrom: '2026-04-20', undated: false };
  return { ...judged, deadlines: [{ ...due, status: 'upcoming', caseId: 'C' }] };
};
beforeEach(async () => {
  rule = 'OLD';
  office = await openOffice(createSqliteStore(':memory:'), 'testby', judge);
});
afterEach(() => office.store.close());

const anew = (rulebooks: string, goesOn = () => true, progress: (cases: number) => void = () => {}) =>
  createProjectAnew({ store: office.store, cases: office.cases, rulebooksOf: () => rulebooks })(
    'testby',
    goesOn,
    progress,
  );
const rulesIn = async (caseId: string) => (await office.item(caseId)).agenda.map((entry) => entry.rule);
const fill = async (count: number) => {
  for (let number = 0; number < count; number += 1) await office.decided(`C-${String(number).padStart(4, '0')}`);
};

test('Agendas follow other rulebooks, though no case was touched and no day has passed', async () => {
  await fill(3);
  await anew('a');
  rule = 'NEW';
  await anew('a');
  expect(await rulesIn('C-0000')).toEqual(['OLD']);
  await anew('b');
  for (const caseId of ['C-0000', 'C-0001', 'C-0002']) expect(await rulesIn(caseId)).toEqual(['NEW']);
});

test('A case whose agenda stays as it is is not written', async () => {
  await fill(1);
  const before = await office.cases.read('testby', 'C-0000');
  await anew('b');
  expect(await office.cases.read('testby', 'C-0000')).toEqual(before);
});

test('A run that ends half way is gone on with, and says how far it has come', async () => {
  await fill(250);
  rule = 'NEW';
  let left = 150;
  await anew('b', () => (left -= 1) >= 0);
  expect(await rulesIn('C-0149')).toEqual(['NEW']);
  expect(await rulesIn('C-0150')).toEqual(['OLD']);
  const told: number[] = [];
  await anew('b', undefined, (cases) => void told.push(cases));
  // The page that was begun is done again, those before it are not.
  expect(told).toEqual([100, 150]);
  expect(await rulesIn('C-0249')).toEqual(['NEW']);
});

test('Other rulebooks that come in the midst of it begin it anew', async () => {
  await fill(150);
  let left = 120;
  await anew('b', () => (left -= 1) >= 0);
  rule = 'NEWEST';
  await anew('c');
  expect(await rulesIn('C-0000')).toEqual(['NEWEST']);
});
