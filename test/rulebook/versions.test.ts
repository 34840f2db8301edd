import { describe, expect, test } from '@jest/globals';
import type { Case, Matter } from '../../src/contract/case.ts';
import type { Question } from '../../src/contract/question.ts';
import { answerTo } from '../../src/rulebook/check/scenario.ts';
import { decide } from '../../src/rulebook/decide.ts';
import { tierOf } from '../../src/rulebook/tier.ts';
import { cameOutAgain } from '../../src/receipts/replay.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { fixtureShelf } from '../support/fixture-shelf.ts';
import { answeredBy, replayed } from '../support/replay-town.ts';

/** Two plans: for 2024, with numbers that changed on 1 July and 1 October, and for 2026. For 2025 there is none. */
const shelf = fixtureShelf('strandby-2024-01-01', 'strandby-2026-01-01');

const record: Case = {
  id: 'STR-1',
  municipality: 'strandby',
  team: 'nord',
  caseworker: 'kirsten',
  citizen: { name: 'Mette Opdigtet' },
  benefit: { type: 'kontanthjaelp', since: '2024-01-01' },
};
const internship: Question = {
  kind: 'start-offer',
  offer: { id: 'ny', kind: 'internship', starts: '2026-02-02', ends: '2026-04-05' },
};
const course: Question = {
  kind: 'start-offer',
  offer: { id: 'ny', kind: 'guidance', starts: '2026-02-02', ends: '2026-03-01', pricePerWeek: 1800 },
};
const answer = (today: string, question: Question) => answerTo(shelf, { today, input: { case: record, question } });
const enquiry = (receivedAt: string): Matter => ({
  id: 'M-1',
  municipality: 'strandby',
  team: 'nord',
  kind: 'company-enquiry',
  receivedAt,
});

/** Civil dates, the version in force on them, and the end of the plan's period once it lies behind. */
const days: [string, string, string, string | undefined][] = [
  ['the first day of the first plan', '2024-01-01', '2024-01-01', undefined],
  ['the last day of the first plan', '2024-12-31', '2024-01-01', undefined],
  ['the day after it, when there is no newer one', '2025-01-01', '2024-01-01', '2024-12-31'],
  ['the last day without a plan of its own', '2025-12-31', '2024-01-01', '2024-12-31'],
  ['the first day of the second plan', '2026-01-01', '2026-01-01', undefined],
  ['the last day of the second plan', '2026-12-31', '2026-01-01', undefined],
  ['the day after the last plan', '2027-01-01', '2026-01-01', '2026-12-31'],
  ['years later', '2031-06-01', '2026-01-01', '2026-12-31'],
];

describe.each(days)('On %s (%s)', (_what, today, version, ended) => {
  test.each<[string, Question]>([
    ['whether an offer can start', internship],
    ['what is due in a case', { kind: 'deadlines' }],
    ['the next step', { kind: 'next-step' }],
  ])('the answer to %s names its version, and says when the plan has ended', (_kind, question) => {
    const { rulebook, planPeriodEnded } = answer(today, question);
    expect(rulebook).toEqual({ municipality: 'strandby', version, validFrom: version });
    expect(planPeriodEnded).toBe(ended);
  });

  test('so does the answer to what is due in a matter', () => {
    const input = { matter: enquiry(`${today}T00:30:00+01:00`), question: { kind: 'deadlines' as const } };
    const { rulebook, planPeriodEnded, deadlines } = answerTo(shelf, { today, input });
    expect({ version: rulebook.version, planPeriodEnded }).toEqual({ version, planPeriodEnded: ended });
    expect(deadlines.map(({ rule }) => rule)).toEqual(['STR-5']);
  });
});

describe('Each version answers by its own rules', () => {
  test.each([
    ['2024-06-30', '2026-03-29', 'denied'],
    ['2024-07-01', '2026-04-12', 'allowed'],
    ['2025-12-31', '2026-04-12', 'allowed'],
    ['2026-01-01', '2026-03-01', 'denied'],
  ])('on %s an internship from 2 February may last until %s', (today, latestEnd, outcome) => {
    expect(answer(today, internship)).toMatchObject({ outcome, latestEnd });
  });

  test('a number that changed inside a version is shown with the reference of its own day', () => {
    const longest = (today: string) => {
      const found = shelf.on('strandby', today);
      const rules = 'rulebook' in found ? found.rulebook.rules : [];
      return rules.find(({ id }) => id === 'STR-1')?.parameters.find(({ name }) => name === 'longest');
    };
    expect(longest('2024-06-30')).toMatchObject({ value: { en: '8 weeks' }, reference: 'side 3' });
    expect(longest('2024-07-01')).toMatchObject({
      value: { en: '10 weeks' },
      reference: 'byrådets møde 12. juni 2024',
    });
    expect(longest('2026-01-01')).toMatchObject({ value: { en: '4 weeks' }, reference: 'side 2' });
  });

  test('an approval is needed from the version on that asks for it', () => {
    expect(answer('2025-12-31', course).approvals).toEqual([]);
    expect(answer('2026-01-01', course).approvals).toMatchObject([{ rule: 'STR-2', status: 'open' }]);
  });

  test('a colour turns with the version', () => {
    const colour = (today: string) => {
      const found = shelf.on('strandby', today);
      if (!('rulebook' in found)) throw new Error('there is a rulebook on that day');
      const offer = { kind: 'guidance' as const, pricePerWeek: 1800, benefit: 'kontanthjaelp' as const };
      return tierOf(found.rulebook, { ...offer, catalogue: [], today }).tier;
    };
    expect([colour('2025-12-31'), colour('2026-01-01')]).toEqual([undefined, 'yellow']);
  });

  test('a deadline moves with a number inside a version, and with the version', () => {
    const due = (today: string) => answer(today, { kind: 'deadlines' }).deadlines.map((entry) => entry.due);
    expect(due('2024-09-30')).toEqual(['2024-02-12']);
    expect(due('2024-10-01')).toEqual(['2024-02-19']);
    expect(due('2025-12-31')).toEqual(['2024-02-19']);
    expect(due('2026-01-01')).toEqual(['2024-01-22']);
  });

  test('a rule that the next version does not have any more is silent from its first day', () => {
    const steps = (today: string) => answer(today, { kind: 'next-step' }).alternatives.map(({ rule }) => rule);
    expect(steps('2025-12-31')).toEqual(['STR-4']);
    expect(steps('2026-01-01')).toEqual([]);
  });
});

test.each([
  ['2024-01-01', '2024-07-01'],
  ['2024-07-01', '2024-10-01'],
  ['2024-12-31', '2026-01-01'],
  ['2026-01-01', undefined],
])('What is due in a case on %s is looked at again when other rules hold: on %s', (today, recheckOn) => {
  const found = shelf.on('strandby', today);
  if (!('rulebook' in found)) throw new Error('there is a rulebook on that day');
  const judged = decide(found.rulebook, { today, question: { kind: 'deadlines' }, case: record, catalogue: [] });
  expect(judged.recheckOn).toBe(recheckOn);
});

test('Before the first version nothing is decided, and its first day is named', () => {
  expect(shelf.on('strandby', '2023-12-31')).toEqual({ notBefore: '2024-01-01' });
});

describe('A recorded answer', () => {
  test.each(days)('of %s comes out again by its own version', async (_what, today, version) => {
    const store = createSqliteStore(':memory:');
    try {
      const receipt = await answeredBy(shelf, store, course, record, today);
      const replay = await replayed(shelf, store, receipt);
      expect(receipt.rulebook.version).toBe(version);
      expect(cameOutAgain(replay)).toBe(true);
      expect(replay.now).toEqual({ rulebook: 'the-same' });
    } finally {
      await store.close();
    }
  });

  test('of the years after a plan is answered otherwise once a newer version is loaded, and replay says by what', async () => {
    const store = createSqliteStore(':memory:');
    try {
      const before = fixtureShelf('strandby-2024-01-01');
      const receipt = await answeredBy(before, store, course, record, '2026-02-01');
      expect(receipt).toMatchObject({ outcome: 'allowed', rulebook: { version: '2024-01-01' } });
      const replay = await replayed(shelf, store, receipt);
      expect(cameOutAgain(replay)).toBe(true);
      expect(replay.now).toMatchObject({
        rulebook: 'another',
        version: '2026-01-01',
        answer: {
          differences: expect.arrayContaining([
            { about: 'outcome', from: 'allowed', to: 'needs-approval' },
            { about: 'planPeriodEnded', from: '2024-12-31' },
          ]),
          causes: { parameters: [{ name: 'priceLimit', readBy: ['STR-2'] }] },
        },
      });
    } finally {
      await store.close();
    }
  });
});
