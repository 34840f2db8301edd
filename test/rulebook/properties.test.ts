import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideInputSchema } from '../../src/contract/question.ts';
import { GOALS, PLACEMENTS, READINESS } from '../../src/contract/vocabulary.ts';
import { dayOf, isoOf } from '../../src/rulebook/calendar.ts';
import type { Rulebook } from '../../src/rulebook/compile.ts';
import { decide } from '../../src/rulebook/decide.ts';
import { explain } from '../../src/rulebook/explain.ts';
import type { Inquiry, Judgement } from '../../src/rulebook/judgement.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { anyInquiry, askedOffer } from '../support/any-inquiry.ts';
import { factAt, withFact } from '../support/fact-at.ts';

let rulebook: Rulebook;
beforeAll(() => {
  const found = readShelf(new URL('../../rulebooks', import.meta.url).pathname).on('rebild', '2023-06-01');
  if (!('rulebook' in found)) throw new Error('Rebild has a rulebook in 2023');
  ({ rulebook } = found);
});
const answer = (inquiry: Inquiry): Judgement => decide(rulebook, inquiry);

/** What an answer says, without the question it was given and the advice, whose facts it does not rest on. */
const said = ({ inquiry: _inquiry, reads: _reads, reminders: _advice, findings, ...rest }: Judgement) => ({
  ...rest,
  findings: findings.map(({ reads: _trail, ...finding }) => finding),
});

const yesNo = fc.boolean();
/** Facts that rules ask for or read, each with the values that may be recorded. */
const values: Record<string, (inquiry: Inquiry) => fc.Arbitrary<unknown>> = {
  'offer.goal': () => fc.constantFrom(...GOALS),
  'offer.assessment.labourMarketNeed': () => yesNo,
  'offer.assessment.educationPossible': () => yesNo,
  'offer.assessment.companyOfferPossible': () => yesNo,
  'offer.assessment.preparesForThose': () => yesNo,
  'offer.hoursPerWeek': () => fc.constantFrom(0, 5, 10, 15, 37),
  'offer.pricePerWeek': () => fc.constantFrom(0, 2200, 2201, 9000),
  'offer.placement': () => fc.constantFrom(...PLACEMENTS),
  'offer.followUps.progress': () => yesNo,
  'offer.followUps.asAgreed': () => yesNo,
  'offer.ends': (inquiry) => {
    const starts = dayOf(askedOffer(inquiry)?.starts ?? inquiry.today);
    const { question } = inquiry;
    const last =
      question.kind === 'extend-offer' && question.until !== undefined ? dayOf(question.until) - 1 : starts + 200;
    return fc.integer({ min: starts, max: Math.max(starts, last) }).map(isoOf);
  },
  'citizen.attendableHours': () => fc.constantFrom(0, 5, 10, 20),
  'citizen.diagnosedAutism': () => yesNo,
  'citizen.verySpecialNeeds': () => yesNo,
  'citizen.residencePermitOn': () => fc.constantFrom('2023-01-05', '2023-09-05'),
  'question.likelyJobOrEducation': () => yesNo,
  'readiness.category': () => fc.constantFrom(...READINESS),
  firstAbsenceOn: () => fc.constantFrom('2022-12-05', '2023-03-05'),
  visitedOn: () => fc.constantFrom('2022-12-05', '2023-03-05'),
  hasEmployer: () => yesNo,
};

/** The facts whose absence a rule asks for, in a question about an offer. */
const askedFacts = (inquiry: Inquiry): string[] =>
  Object.keys(values).filter((path) => {
    const { kind } = inquiry.question;
    const offerKind = askedOffer(inquiry)?.kind ?? '';
    if (path === 'offer.ends') return kind === 'extend-offer';
    if (path === 'offer.placement') return ['internship', 'wage-subsidy'].includes(offerKind);
    return !['readiness.category', 'firstAbsenceOn', 'visitedOn', 'hasEmployer'].includes(path);
  });
const isAboutOffer = ({ question }: Inquiry): boolean => question.kind !== 'deadlines' && question.kind !== 'next-step';

const runs = { numRuns: 500 };

describe('any question about any case', () => {
  test('is answered, by what passes the contract, in both languages and without a place left open', () => {
    fc.assert(
      fc.property(anyInquiry, (inquiry) => {
        const { today: _today, ...input } = inquiry;
        expect(decideInputSchema.safeParse(input).error).toBeUndefined();
        const judgement = answer(inquiry);
        for (const language of ['da', 'en'] as const)
          expect(JSON.stringify(explain(judgement, language))).not.toMatch(/\{[a-zA-Z.]+\}|undefined|NaN/);
      }),
      runs,
    );
  });

  test('is answered the same each time, and nothing that was given is changed', () => {
    fc.assert(
      fc.property(anyInquiry, (inquiry) => {
        const before = structuredClone(inquiry);
        const once = answer(inquiry);
        expect(answer(structuredClone(inquiry))).toEqual(once);
        expect(inquiry).toEqual(before);
      }),
      runs,
    );
  });

  test('a no asks for nothing, waits for nobody and sets nothing to do, and says who may make an individual assessment', () => {
    fc.assert(
      fc.property(anyInquiry, (inquiry) => {
        const judgement = answer(inquiry);
        if (judgement.outcome !== 'denied') return;
        expect(judgement).toMatchObject({ missing: [], approvals: [], todo: [] });
        expect(judgement.individualAssessment).toEqual({ roles: ['functional-lead'] });
      }),
      runs,
    );
  });

  test('a rule asks if, and only if, a fact is asked for', () => {
    fc.assert(
      fc.property(anyInquiry.filter(isAboutOffer), (inquiry) => {
        const { findings, missing } = answer(inquiry);
        expect(findings.some(({ effect }) => effect === 'asks')).toBe(missing.length > 0);
      }),
      runs,
    );
  });

  test('the outcome is the strongest of what is in the answer', () => {
    fc.assert(
      fc.property(anyInquiry.filter(isAboutOffer), (inquiry) => {
        const { outcome, findings, missing, todo, approvals } = answer(inquiry);
        const strongest = findings.some(({ effect }) => effect === 'forbids')
          ? 'denied'
          : missing.length > 0
            ? 'needs-info'
            : todo.length > 0
              ? 'not-yet'
              : approvals.some(({ status }) => status === 'open')
                ? 'needs-approval'
                : 'allowed';
        expect(outcome).toBe(strongest);
        expect(findings.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('a fact that is not recorded', () => {
  test('never turns a no into a yes or a yes into a no without being asked for', () => {
    fc.assert(
      fc.property(
        anyInquiry
          .filter(isAboutOffer)
          .chain((inquiry) =>
            fc.record({ inquiry: fc.constant(inquiry), path: fc.constantFrom(...askedFacts(inquiry)) }),
          ),
        ({ inquiry, path }) => {
          fc.pre(factAt(inquiry, path) !== undefined);
          const full = answer(inquiry);
          const without = answer(withFact(inquiry, path, undefined));
          if (without.missing.includes(path)) return;
          expect({ denied: without.outcome === 'denied' }).toEqual({ denied: full.outcome === 'denied' });
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('is asked for only where one of its values gives another answer than another', () => {
    const settles = ({ outcome, approvals, todo }: Judgement) =>
      JSON.stringify([outcome, approvals, todo.map(({ rule }) => rule)]);
    fc.assert(
      fc.property(anyInquiry.filter(isAboutOffer), fc.infiniteStream(fc.nat()), (inquiry, random) => {
        const { missing } = answer(inquiry);
        const single = missing[0];
        if (
          single === undefined ||
          missing.length > 1 ||
          single === 'offer.assessment.labourMarketNeed' ||
          single === 'offer.ends'
        )
          return;
        const all = fc.sample(values[single]?.(inquiry) ?? fc.constant(true), {
          numRuns: 40,
          seed: random.next().value ?? 0,
        });
        expect(new Set(all.map((value) => settles(answer(withFact(inquiry, single, value))))).size).toBeGreaterThan(1);
      }),
      runs,
    );
  });

  test('once filled in is not asked for again, and the questions come to an end', () => {
    fc.assert(
      fc.property(anyInquiry, fc.infiniteStream(fc.nat()), (inquiry, random) => {
        const filled = new Set<string>();
        let now = inquiry;
        for (let round = 0; round < 12; round += 1) {
          const { missing } = answer(now);
          if (missing.length === 0) return;
          expect(missing.filter((path) => filled.has(path))).toEqual([]);
          expect(missing.filter((path) => values[path] === undefined)).toEqual([]);
          for (const path of missing) {
            const possible = values[path];
            const [value] = fc.sample(possible?.(now) ?? fc.constant(true), {
              numRuns: 1,
              seed: random.next().value ?? 0,
            });
            now = withFact(now, path, value);
            filled.add(path);
          }
        }
        expect(answer(now).missing).toEqual([]);
      }),
      runs,
    );
  });
});

describe('what an answer says it has read', () => {
  test('is all it rests on: a recorded fact that was not read can be anything', () => {
    fc.assert(
      fc.property(
        anyInquiry.chain((inquiry) => {
          const recorded = Object.keys(values).filter((path) => factAt(inquiry, path) !== undefined);
          if (recorded.length === 0) return fc.constant(undefined);
          return fc.constantFrom(...recorded).chain((path) => {
            const others = values[path]?.(inquiry) ?? fc.constant(undefined);
            return fc.record({
              inquiry: fc.constant(inquiry),
              path: fc.constant(path),
              value: fc.option(others, { nil: undefined, freq: 3 }),
            });
          });
        }),
        (drawn) => {
          fc.pre(drawn !== undefined);
          const { inquiry, path, value } = drawn;
          const before = answer(inquiry);
          fc.pre(!(path in before.reads));
          const inList = inquiry.question.kind !== 'start-offer' && 'offers' in before.reads;
          fc.pre(!(inList && (path === 'offer.ends' || path === 'offer.hoursPerWeek')));
          expect(said(answer(withFact(inquiry, path, value)))).toEqual(said(before));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
