import { describe, expect, test } from '@jest/globals';
import { commonSentences as common } from '../../../test/support/common-sentences.ts';
import { checkVersion } from './check-version.ts';
import type { Scenario } from './scenario.ts';

const text = `municipality: testby
name: { da: Testby, en: Testby }
validFrom: 2024-01-01
validTo: 2024-12-31
document: Plan 2024
exceptions: { roles: [team-lead] }
parameters:
  mostHours:
    - { from: 2024-01-01, value: 20, unit: hours, reference: linje 10 }
rules:
  - id: RULE-1
    statement: { da: Højst 20 timer, en: At most 20 hours }
    source: { section: Kapitel 1, line: 10 }
    questions: [start-offer]
    clauses:
      - effect: forbids
        when: { fact: offer.hoursPerWeek, above: $mostHours }
        says: { da: For mange timer, en: Too many hours }
  - id: RULE-2
    statement: { da: Lange uger aftales, en: Long weeks are agreed }
    source: { section: Kapitel 1, line: 11 }
    questions: [start-offer]
    clauses:
      - effect: approval
        form: agreement
        roles: [team-lead]
        when: { fact: offer.hoursPerWeek, above: 15 }
        says: { da: Aftales, en: Agreed }
reminders:
  - id: RULE-3
    statement: { da: Tænk på job, en: Think of a job }
    source: { section: Kapitel 2, line: 20 }
    questions: [next-step]
    says: { da: Tænk på job, en: Think of a job }
`;

const entry = (id: string, section: string, line: number) => ({ id, section, line, quote: 'Som der står.' });
const register = [entry('RULE-1', 'Kapitel 1', 10), entry('RULE-2', 'Kapitel 1', 11), entry('RULE-3', 'Kapitel 2', 20)];

const startWith = (hoursPerWeek: number, outcome: 'denied' | 'needs-approval'): Scenario => ({
  id: `hours-${hoursPerWeek}`,
  today: '2024-05-01',
  why: 'RULE-1',
  input: {
    case: {
      id: 'C-1',
      municipality: 'testby',
      team: 'a',
      caseworker: 'ida',
      citizen: { name: 'Opdigtet Borger' },
      benefit: { type: 'a-dagpenge', since: '2024-01-01' },
    },
    question: { kind: 'start-offer', offer: { id: 'ny', kind: 'internship', starts: '2024-06-01', hoursPerWeek } },
  },
  expect: { outcome },
});
const bothSides = [startWith(20, 'needs-approval'), startWith(21, 'denied')];

const check = (changes: { text?: string; path?: string; entries?: typeof register; scenarios?: Scenario[] } = {}) => {
  const { path = 'rulebooks/testby/2024-01-01.yaml', entries = register, scenarios = bothSides } = changes;
  const registerFile = { path: 'register.json', text: JSON.stringify(entries) };
  return checkVersion({ path, text: changes.text ?? text, register: registerFile }, common, scenarios);
};

describe('The account of a plan', () => {
  test('says what has become of each entry', () => {
    expect(check()).toEqual({
      municipality: 'testby',
      account: { evaluated: 2, reminder: 1, target: 0, 'not-evaluated': 0 },
      mistakes: [],
    });
  });

  test('names the entries that stand nowhere, and what is no entry', () => {
    expect(check({ entries: [...register, entry('RULE-4', 'A', 1)] }).mistakes.join()).toContain('nowhere: RULE-4;');
    expect(check({ entries: register.slice(1) }).mistakes).toEqual([
      'rulebooks/testby/2024-01-01.yaml:11:9 rules.0.id: RULE-1 is no entry of the register',
    ]);
  });

  test('names another line or section than the register’s', () => {
    const moved = [entry('RULE-1', 'Kapitel 1', 12), entry('RULE-2', 'Kapitel 9', 11), register[2] ?? entry('', '', 0)];
    expect(check({ entries: moved }).mistakes).toEqual([
      'rulebooks/testby/2024-01-01.yaml:13:41 rules.0.source.line: 10 stands here; in the register 12',
      'rulebooks/testby/2024-01-01.yaml:21:24 rules.1.source.section: "Kapitel 1" stands here; in the register "Kapitel 9"',
    ]);
  });

  test('names the goals, baselines and days of a target that are not the register’s', () => {
    const figures = (goal: string, value: number, more: string) => `targets:
  - id: RULE-4
    statement: { da: Flere i job, en: More in work }
    source: { section: Kapitel 3, line: 30 }
    by: 2024-12-31
    figures:
      - { id: in-work, name: { da: I job, en: In work }, unit: citizens, goal: ${goal}, baseline: { value: ${value}, on: 2023-12-31 } }
      - { id: days, name: { da: Dage, en: Days }, unit: days, goal: { ${more} } }
`;
    const target = {
      ...{ ...entry('RULE-4', 'Kapitel 3', 30), numbers: [13, 12], by: '2024-12-31' },
      figures: [{ atMost: 13, baseline: 12, on: '2023-12-31' }, { down: true }],
    };
    const held = (targets: string) =>
      check({ text: text + targets, entries: [...register, target] }).mistakes.join('\n');
    expect(held(figures('{ atMost: 13 }', 12, 'down: true'))).toBe('');
    expect(held(figures('{ atMost: 12 }', 13, 'up: true'))).toBe(
      [
        'rulebooks/testby/2024-01-01.yaml:41:80 targets.0.figures.0.goal: "atMost 12" stands here; in the register "atMost 13"',
        'rulebooks/testby/2024-01-01.yaml:41:115 targets.0.figures.0.baseline.value: 13 stands here; in the register 12',
        'rulebooks/testby/2024-01-01.yaml:42:69 targets.0.figures.1.goal: "up" stands here; in the register "down"',
      ].join('\n'),
    );
    expect(held(figures('{ atMost: 13 }', 12, 'down: true').replace('2024-12-31', '2025-12-31'))).toContain(
      'targets.0.by: "2025-12-31" stands here; in the register "2024-12-31"',
    );
  });

  test('wants the file to be called as what stands in it', () => {
    expect(check({ path: 'rulebooks/testby/2024-02-01.yaml' }).mistakes.join()).toContain(
      'the file must be called testby/2024-01-01.yaml',
    );
  });
});

describe('A threshold', () => {
  test('that no scenario stands beside on one side is told with its place', () => {
    expect(check({ scenarios: bothSides.slice(1) }).mistakes).toEqual([
      'rulebooks/testby/2024-01-01.yaml:9:34 parameters.mostHours.0.value: no scenario would notice mostHours being 19; each side of a threshold needs one',
    ]);
  });
});

test('A value that nothing reads is told with its place', () => {
  const unread = text.replace('rules:', 'values:\n  dayAfter: { date: $offer.starts, plus: 1 day }\nrules:');
  expect(check({ text: unread }).mistakes).toEqual([
    'rulebooks/testby/2024-01-01.yaml:11:3 values.dayAfter: nothing in this file reads dayAfter',
  ]);
});

describe('Two rules that contradict', () => {
  const contradicting = (there: string, instead: string) => {
    expect(text).toContain(there);
    return check({ text: text.replace(there, instead) }).mistakes.join('\n');
  };

  test('an approval of what another rule always forbids', () => {
    expect(contradicting('above: 15', 'above: 25')).toContain(
      '19:5 rules.1: RULE-2 (approval) and RULE-1 contradict: wherever the one holds, the other forbids (start-offer)',
    );
  });

  test('a demand, or a yes, under the condition under which another forbids', () => {
    const clause =
      'effect: approval\n        form: agreement\n        roles: [team-lead]\n        when: { fact: offer.hoursPerWeek, above: 15 }';
    const opposite = 'effect: permits\n        when: { fact: offer.hoursPerWeek, above: $mostHours }';
    expect(contradicting(clause, opposite)).toContain('RULE-2 (permits) and RULE-1 contradict');
  });

  test('none, where there is a case that gets past the one that forbids', () => {
    expect(contradicting('above: 15', 'above: 19')).toBe('');
  });
});
