import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { caseRecord, type Office, openOffice } from '../../test/support/office.ts';
import type { Judge } from '../cases/judge.ts';
import { createMatters, type Matters } from '../cases/matter-store.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createProjectAnew } from './project-anew.ts';

let office: Office;
let matters: Matters;
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
  matters = createMatters({
    store: office.store,
    judge: () => judge(caseRecord('testby', 'C'), { kind: 'deadlines' }, [], office.today()),
    clock: { now: () => Date.parse('2026-04-01T10:00:00Z') },
  });
});
afterEach(() => office.store.close());

const anew = (rulebooks: string, goesOn = () => true, progress: (cases: number) => void = () => {}) =>
  createProjectAnew({
    store: office.store,
    cases: office.cases,
    matters,
    rulebooksOf: () => rulebooks,
    recover: async () => {},
  })('testby', goesOn, progress);
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

test('Matters follow them as well', async () => {
  const matter = { id: 'M-1', municipality: 'testby', team: 'nord', kind: 'complaint' } as const;
  await matters.add({ ...matter, receivedAt: '2026-03-31T09:00:00Z' });
  await anew('a');
  rule = 'NEW';
  await anew('b');
  expect((await matters.read('testby', 'M-1'))?.item.agenda.map((entry) => entry.rule)).toEqual(['NEW']);
});

test('Agendas stored before anything could be due soon in them are projected once, by the same rulebooks too', async () => {
  await fill(1);
  const stored = await office.cases.read('testby', 'C-0000');
  if (stored === undefined) throw new Error('there is no case');
  const { nextSoon, ...older } = stored.item;
  await office.store.replace('case', older, stored.etag);
  await office.store.create('projection', { id: 'agenda', municipality: 'testby', rulebooks: 'a', done: true });
  await anew('a');
  expect((await office.item('C-0000')).nextSoon).toBe(nextSoon);
  expect(nextSoon).toBe('2026-04-20');
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
