import { expect, test } from '@jest/globals';
import { caseRecord } from '../../test/support/office.ts';
import { testbyShelf } from '../../test/support/testby.ts';
import type { OfferKind } from '../contract/vocabulary.ts';
import type { Question } from '../contract/question.ts';
import { createJudge } from '../judge.ts';
import { explain } from './explain.ts';

const graduatesFirst = `
  - id: TST-40
    statement: { da: Nyuddannede begynder med job., en: New graduates begin with a job. }
    source: { section: Rækkefølge, line: 60 }
    questions: [next-step]
    clauses:
      - { effect: suggests, when: { fact: benefit.type, is: a-dagpenge }, says: { da: Et job., en: A job. } }
`;
const start = (kind: OfferKind, pricePerWeek: number): Question => ({
  kind: 'start-offer',
  offer: { id: 'ny', kind, starts: '2026-05-04', pricePerWeek },
});
const said = (question: Question, rules = '') => {
  const judged = createJudge(testbyShelf(rules))(caseRecord('testby', 'C-1'), question, [], '2026-04-01');
  if ('notBefore' in judged) throw new Error('Testby has rules on that day');
  return explain(judged, 'da')
    .findings.map(({ text }) => text)
    .join(' ');
};

const NO_RULE = 'Ingen regel i kommunens plan handler om det her.';

test('a plan without a rule on what is asked says that it is silent', () => {
  expect(said(start('wage-subsidy', 1000))).toContain(NO_RULE);
});

test('rules that were looked at and are met are not said to be absent', () => {
  const met = said(start('guidance', 1000));
  expect(met).toContain('Ingen af dem siger nej eller kræver noget.');
  expect(met).not.toContain(NO_RULE);
});

test('rules that have something to say need no sentence of their own', () => {
  const dear = said(start('guidance', 3000));
  expect(dear).toContain('Tilbuddet er gult');
  expect(dear).not.toMatch(/Ingen regel|Ingen af dem/);
});

test('an order of means that is for others is not said to be absent either', () => {
  expect(said({ kind: 'next-step' }, graduatesFirst)).toContain('Planens rækkefølge gælder ikke for den her borger.');
  expect(said({ kind: 'next-step' })).toContain(NO_RULE);
});
