import { describe, expect, test } from '@jest/globals';
import type { Case } from '../contract/case.ts';
import { decide } from './decide.ts';
import { createShelf } from './shelf.ts';

const common = `
allowed: { da: Ja, en: Yes }
silent: { da: Tavs, en: Silent }
deviates: { da: Fraviger, en: Deviates }
declined: { da: Afvist, en: Declined }
abolished: []
`;

const rulebook = (rules: readonly { effect: string; when: string }[]) => {
  const text = `
municipality: testby
name: { da: Testby, en: Testby }
validFrom: 2026-01-01
validTo: 2026-12-31
document: Plan
exceptions: { roles: [functional-lead] }
parameters: {}
rules:
${rules
  .map(
    ({ effect, when }, index) => `
  - id: RULE-${index + 1}
    statement: { da: Regel, en: Rule }
    source: { section: Afsnit, line: 1 }
    questions: [start-offer]
    clauses:
      - { effect: ${effect}, when: ${when}, says: { da: Ja, en: Yes }${effect === 'requires' ? ', todo: { da: Gør, en: Do }' : ''} }
`,
  )
  .join('')}`;
  const found = createShelf([{ path: 'testby.yaml', text }], { path: 'common.yaml', text: common }).on(
    'testby',
    '2026-03-02',
  );
  if (!('rulebook' in found)) throw new Error('the rulebook is in force');
  return found.rulebook;
};

const subject: Case = {
  id: 'T-1',
  municipality: 'testby',
  team: 'nord',
  caseworker: 'kirsten',
  citizen: { name: 'Mette Opdigtet' },
  benefit: { type: 'kontanthjaelp', since: '2025-06-01' },
};

const judged = (rules: readonly { effect: string; when: string }[], citizen: Partial<Case['citizen']> = {}) => {
  const { outcome, missing } = decide(rulebook(rules), {
    today: '2026-03-02',
    case: { ...subject, citizen: { ...subject.citizen, ...citizen } },
    question: { kind: 'start-offer', offer: { id: 'o1', kind: 'guidance', starts: '2026-04-01' } },
    catalogue: [],
  });
  return { outcome, missing };
};

describe('which unknown facts matter', () => {
  test('a fact matters that alone decides a clause', () => {
    const rules = [
      { effect: 'forbids', when: '{ fact: hasEmployer, is: true }' },
      { effect: 'requires', when: '{ fact: citizen.disability, is: true }' },
    ];
    expect(judged(rules)).toEqual({ outcome: 'needs-info', missing: ['hasEmployer', 'citizen.disability'] });
  });

  test('a fact does not matter where another, read beside it without asking, settles the clause or forbids', () => {
    const either = '{ any: [{ fact: hasEmployer, knownToBe: false }, { fact: citizen.disability, is: true }] }';
    const rules = [
      { effect: 'forbids', when: '{ fact: hasEmployer, is: true }' },
      { effect: 'requires', when: either },
    ];
    expect(judged(rules)).toEqual({ outcome: 'needs-info', missing: ['hasEmployer'] });
  });

  test('nothing matters any more where one group of facts says no whatever they are', () => {
    const always = '{ any: [{ fact: hasEmployer, is: true }, { not: { fact: hasEmployer, is: true } }] }';
    const rules = [
      { effect: 'requires', when: '{ fact: citizen.disability, is: true }' },
      { effect: 'forbids', when: always },
    ];
    expect(judged(rules)).toEqual({ outcome: 'denied', missing: [] });
  });

  test('a no on either side of an unknown fact is a no, whichever of two rules says it', () => {
    const rules = [
      { effect: 'forbids', when: '{ fact: hasEmployer, is: true }' },
      { effect: 'forbids', when: '{ fact: hasEmployer, is: false }' },
    ];
    expect(judged(rules)).toEqual({ outcome: 'denied', missing: [] });
  });
});
