import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../src/contract/question.ts';
import { type Demo, readDemo } from '../../src/demo/demo-document.ts';
import { add, dayOf, isoOf } from '../../src/rulebook/calendar.ts';
import { decide } from '../../src/rulebook/decide.ts';
import type { Judgement } from '../../src/rulebook/judgement.ts';
import { rulebooks, shelf, turns } from './demo-office.ts';

const source = readFileSync(join(rulebooks, 'rebild/demo.yaml'), 'utf8');
const demoOn = (today: string): Demo => readDemo(source, today, (iso) => iso);

const judge = (demo: Demo, today: string, caseId: string, question: Question): Judgement => {
  const record = demo.cases.find(({ id }) => id === caseId);
  const found = shelf.on(demo.municipality, today);
  if (record === undefined || !('rulebook' in found)) throw new Error(`no case ${caseId}, or no rulebook on ${today}`);
  return decide(found.rulebook, { today, case: record, question, catalogue: demo.catalogue });
};

const extend: Question = { kind: 'extend-offer', offerId: 'o-1' };
const until = (today: string, months: number): Question => ({
  ...extend,
  until: isoOf(add(dayOf(today), { n: months, unit: 'months' })),
});
describe('the demo of Rebild', () => {
  test('gives every kind of answer', () => {
    const today = '2026-11-22';
    const demo = demoOn(today);
    const judgements = demo.cases.flatMap(({ id, offers = [] }) => [
      judge(demo, today, id, { kind: 'deadlines' }),
      ...offers.flatMap((offer) => [
        judge(demo, today, id, { kind: 'extend-offer', offerId: offer.id }),
        judge(demo, today, id, { kind: 'continue-offer', offerId: offer.id }),
      ]),
    ]);
    const internship: Question = {
      kind: 'start-offer',
      offer: { id: 'new', kind: 'internship', starts: today, goal: 'employment', placement: 'individual' },
    };
    judgements.push(judge(demo, today, 'REB-2026-00112', internship));
    expect(new Set(judgements.map(({ outcome }) => outcome))).toEqual(
      new Set(['allowed', 'needs-approval', 'not-yet', 'needs-info', 'denied']),
    );
    expect(new Set(judgements.flatMap(({ deadlines }) => deadlines.map(({ status }) => status)))).toEqual(
      new Set(['met', 'upcoming', 'due-soon', 'overdue']),
    );
  });

  test('answers what it promises, whatever the day it is first started on', () => {
    for (const today of turns) {
      const demo = demoOn(today);
      const outcome = (caseId: string, question: Question) => [today, judge(demo, today, caseId, question).outcome];
      expect(outcome('REB-2026-00103', until(today, 5))).toEqual([today, 'needs-approval']);
      expect(outcome('REB-2026-00101', until(today, 3))).toEqual([today, 'needs-info']);
      expect(outcome('REB-2026-00102', extend)).toEqual([today, 'denied']);
      const due = judge(demo, today, 'REB-2026-00106', { kind: 'deadlines' }).deadlines.map(({ status }) => status);
      expect([today, due.includes('overdue'), due.includes('due-soon')]).toEqual([today, true, true]);
    }
  });
});
