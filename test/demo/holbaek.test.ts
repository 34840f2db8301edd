import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../src/contract/question.ts';
import { type Demo, readDemo } from '../../src/demo/demo-document.ts';
import type { Rulebook } from '../../src/rulebook/compile.ts';
import { decide } from '../../src/rulebook/decide.ts';
import type { Judgement } from '../../src/rulebook/judgement.ts';
import { segmentsOf } from '../../src/rulebook/segments.ts';
import { rulebooks, shelf, turns } from './demo-office.ts';

const source = readFileSync(join(rulebooks, 'holbaek/demo.yaml'), 'utf8');
const demoOn = (today: string): Demo => readDemo(source, today, (iso) => iso);
const rulebookOn = (today: string): Rulebook => {
  const found = shelf.on('holbaek', today);
  if (!('rulebook' in found)) throw new Error(`no rulebook on ${today}`);
  return found.rulebook;
};
const caseOf = (demo: Demo, caseId: string) => {
  const record = demo.cases.find(({ id }) => id === caseId);
  if (record === undefined) throw new Error(`no case ${caseId}`);
  return record;
};
const judge = (demo: Demo, today: string, caseId: string, question: Question): Judgement =>
  decide(rulebookOn(today), { today, case: caseOf(demo, caseId), question, catalogue: demo.catalogue });

const demos = turns.map((today) => ({ today, demo: demoOn(today) }));

describe('the demo of Holbæk', () => {
  test('answers what it promises, whatever the day it is first started on', () => {
    for (const { today, demo } of demos) {
      const programme = (catalogueItem: string): Question => ({
        kind: 'start-offer',
        offer: { id: 'new', kind: 'programme', catalogueItem, starts: today },
      });
      const internship: Question = { kind: 'start-offer', offer: { id: 'new', kind: 'internship', starts: today } };
      const outcome = (caseId: string, question: Question) => [today, judge(demo, today, caseId, question).outcome];
      expect(outcome('HOL-2026-00108', programme('25-35'))).toEqual([today, 'denied']);
      expect(outcome('HOL-2026-00110', programme('flere-skal-med-2'))).toEqual([today, 'denied']);
      expect(outcome('HOL-2026-00105', internship)).toEqual([today, 'needs-info']);
      expect(outcome('HOL-2026-00104', { kind: 'extend-offer', offerId: 'o-1' })).toEqual([today, 'allowed']);
      const due = judge(demo, today, 'HOL-2026-00105', { kind: 'deadlines' }).deadlines;
      expect([today, due.map(({ rule, status }) => `${rule} ${status}`)]).toEqual([
        today,
        ['HOL-49 met', 'HOL-76 overdue', 'HOL-79 due-soon'],
      ]);
    }
  });

  test('has citizens of all four groups, some of two and some of none', () => {
    for (const { today, demo } of demos) {
      const groups = (caseId: string) =>
        segmentsOf(rulebookOn(today), caseOf(demo, caseId), today).map(({ rule }) => rule);
      expect(['101', '108', '109', '110', '111', '117'].map((nr) => groups(`HOL-2026-00${nr}`))).toEqual([
        ['HOL-13'],
        ['HOL-14'],
        ['HOL-17'],
        ['HOL-17', 'HOL-20'],
        ['HOL-13'],
        [],
      ]);
    }
  });

  test('has a complaint that is answered, one that runs and one that is overdue', () => {
    for (const { today, demo } of demos) {
      const statuses = demo.matters.flatMap(
        (matter) =>
          decide(rulebookOn(today), { today, matter, question: { kind: 'deadlines' }, catalogue: [] }).deadlines,
      );
      expect(statuses.map(({ status }) => status)).toEqual(['met', 'due-soon', 'overdue']);
    }
  });
});
