import { readFileSync } from 'node:fs';
import type { Case, Offer } from '../../src/contract/case.ts';
import { versionsOf, type Versions } from '../../src/impact/rules-behind.ts';
import { compileSide } from '../../src/impact/side.ts';

/** The civil date the tests ask on. */
export const TODAY = '2026-03-02';

export const COMMON = readFileSync(new URL('../../rulebooks/common.yaml', import.meta.url), 'utf8');

/** The plan of an invented municipality: five rules, with a number in most of them. */
export const PLAN_2026 = `municipality: testby
name: { da: Testby Kommune, en: Testby Municipality }
validFrom: 2026-01-01
validTo: 2026-12-31
document: Opdigtet plan
exceptions: { roles: [functional-lead] }
parameters:
  longest:
    - { from: 2026-01-01, value: 8 weeks, reference: linje 12 }
  priceLimit:
    - { from: 2026-01-01, value: 2000, unit: kr, reference: linje 20 }
  talkEvery:
    - { from: 2026-01-01, value: 6 weeks, reference: linje 30 }
values:
  lastDay: { lastDayOf: $longest, from: $offer.starts }
  talkDue: { date: $benefit.since, plus: $talkEvery }
latestEnd:
  - { questions: [start-offer], offers: [internship], is: $lastDay }
rules:
  - id: TST-01
    statement: { da: En praktik varer højst otte uger., en: An internship lasts at most eight weeks. }
    source: { section: Praktik, line: 12 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - effect: forbids
        when: { fact: offer.ends, after: $lastDay }
        says: { da: Den varer for længe., en: It lasts too long. }
  - id: TST-02
    statement: { da: Dyr vejledning drøftes., en: Dear guidance is discussed. }
    source: { section: Vejledning, line: 20 }
    questions: [extend-offer]
    offers: [guidance]
    clauses:
      - effect: approval
        form: discussion
        roles: [functional-lead]
        when: { fact: offer.pricePerWeek, above: $priceLimit }
        says: { da: Forløbet er dyrt., en: The course is dear. }
  - id: TST-03
    statement: { da: Der holdes en samtale., en: There is an interview. }
    source: { section: Samtaler, line: 30 }
    deadline:
      name: { da: Samtale, en: Interview }
      when: true
      due: $talkDue
      met: { exists: events, where: { fact: its.type, is: interview } }
  - id: TST-04
    statement: { da: Job kommer først., en: A job comes first. }
    source: { section: Job, line: 40 }
    questions: [next-step]
    clauses:
      - effect: suggests
        when: true
        says: { da: Job eller uddannelse., en: Job or education. }
  - id: TST-05
    statement: { da: Forløb uden fremgang stoppes., en: A course without progress is stopped. }
    source: { section: Vejledning, line: 50 }
    questions: [continue-offer]
    offers: [guidance]
    clauses:
      - effect: forbids
        when: { fact: offer.followUps.progress, is: false }
        says: { da: Der er ingen fremgang., en: There is no progress. }
`;

/** The plan with some of its text replaced; a text that is not there would change nothing, and that is refused. */
export const planWith = (...replacements: readonly (readonly [string, string])[]): string =>
  replacements.reduce((text, [was, is]) => {
    if (!text.includes(was)) throw new Error(`the plan does not say ${was}`);
    return text.replaceAll(was, is);
  }, PLAN_2026);

/** The two plans, ready to answer on the day of the tests. */
export const between = (from: string, to: string): Versions => {
  const common = { path: 'common.yaml', text: COMMON };
  const side = (path: string, text: string) => compileSide({ file: { path, text }, common }, TODAY);
  return versionsOf(side('from.yaml', from), side('to.yaml', to));
};

/** An open case in which an interview has been held, so that nothing is due; what a test is about goes into the overrides. */
export const record = (id: string, overrides: Partial<Case> = {}): Case => ({
  id,
  municipality: 'testby',
  team: 'nord',
  caseworker: 'kirsten',
  citizen: { name: 'Mette Opdigtet' },
  benefit: { type: 'kontanthjaelp', since: '2026-01-05' },
  events: [{ type: 'interview', on: '2026-01-20' }],
  ...overrides,
});

/** A planned internship of so many weeks. */
export const internship = (weeks: number): Offer => ({
  id: 'praktik',
  kind: 'internship',
  starts: '2026-04-01',
  ends: new Date(Date.UTC(2026, 3, weeks * 7)).toISOString().slice(0, 10),
});

/** Running guidance at a price. */
export const guidance = (pricePerWeek: number): Offer => ({
  id: 'forløb',
  kind: 'guidance',
  starts: '2026-02-01',
  ends: '2026-04-30',
  pricePerWeek,
});
