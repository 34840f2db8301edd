import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/contract/case.ts';
import { compareCase } from '../../src/impact/compare-case.ts';
import type { Change } from '../../src/impact/change.ts';
import { between, guidance, internship, PLAN_2026, planWith, record, TODAY } from './small-plan.ts';

const changesFor = (records: readonly Case[], to: string, from = PLAN_2026): Change[] => {
  const versions = between(from, to);
  return records.flatMap((one) => compareCase(versions, one, [], TODAY));
};

const weeks = [7, 8, 9, 10, 11].map((length) => record(`${length} uger`, { offers: [internship(length)] }));
const prices = [1500, 1501, 2000, 2001].map((price) => record(`${price} kr`, { offers: [guidance(price)] }));
const undone = record('uden samtale', { events: [] });
const all = [...weeks, ...prices, undone];

describe('versions that say the same', () => {
  test('change nothing', () => {
    expect(changesFor(all, PLAN_2026)).toEqual([]);
  });

  test('in other words change nothing', () => {
    const reworded = planWith(
      ['It lasts too long.', 'That is too long.'],
      ['linje 12', 'linje 13'],
      ['A job comes first.', 'First comes a job.'],
    );
    expect(changesFor(all, reworded)).toEqual([]);
  });
});

describe('a changed number changes exactly the cases on that side', () => {
  test('longer internships: those between the old and the new length get a yes', () => {
    const answers = changesFor(all, planWith(['value: 8 weeks', 'value: 10 weeks'])).filter(
      ({ part }) => part === 'answer',
    );
    expect(answers).toEqual(
      ['9 uger', '10 uger'].map((caseId) => ({
        caseId,
        question: 'start-offer',
        offerId: 'praktik',
        part: 'answer',
        rules: ['TST-01'],
        before: 'denied; forbidden by TST-01',
        after: 'allowed',
        turn: 'from a no',
      })),
    );
  });

  test('shorter ones: the same cases get a no', () => {
    const longer = planWith(['value: 8 weeks', 'value: 10 weeks']);
    const answers = changesFor(all, PLAN_2026, longer).filter(({ part }) => part === 'answer');
    expect(answers.map(({ caseId, turn }) => [caseId, turn])).toEqual([
      ['9 uger', 'to a no'],
      ['10 uger', 'to a no'],
    ]);
  });

  test('and the last day of each of them, which no rule has spoken of, is due to the rule that changed', () => {
    const [change, ...more] = changesFor(
      [record('kort', { offers: [internship(2)] })],
      planWith(['value: 8 weeks', 'value: 10 weeks']),
    );
    expect(more).toEqual([]);
    expect(change).toMatchObject({ part: 'latest end', rules: ['TST-01'], before: '2026-05-26', after: '2026-06-09' });
  });

  test('and to no other rule that speaks to the question and changed for a reason of its own', () => {
    const aboutInternships = [
      '[extend-offer]\n    offers: [guidance]',
      '[start-offer]\n    offers: [internship]',
    ] as const;
    const [change, ...more] = changesFor(
      [record('kort', { offers: [internship(2)] })],
      planWith(aboutInternships, ['value: 8 weeks', 'value: 10 weeks'], ['value: 2000', 'value: 1500']),
      planWith(aboutInternships),
    );
    expect(more).toEqual([]);
    expect(change).toMatchObject({ part: 'latest end', rules: ['TST-01'] });
  });

  test('a lower price limit: those above the new and not above the old one need approval', () => {
    const changes = changesFor(all, planWith(['value: 2000', 'value: 1500']));
    expect(changes.map(({ caseId }) => caseId)).toEqual(['1501 kr', '2000 kr']);
    expect(changes[0]).toEqual({
      caseId: '1501 kr',
      question: 'extend-offer',
      offerId: 'forløb',
      part: 'answer',
      rules: ['TST-02'],
      before: 'allowed',
      after: 'needs-approval; approval under TST-02 (discussion: functional-lead)',
    });
  });

  test('an earlier interview: its day and its status, told once', () => {
    const changes = changesFor([undone], planWith(['value: 6 weeks', 'value: 10 weeks']));
    expect(changes).toEqual([
      {
        caseId: 'uden samtale',
        question: 'deadlines',
        part: 'deadline',
        rules: ['TST-03'],
        before: 'due 2026-02-16, overdue',
        after: 'due 2026-03-16, due soon',
      },
    ]);
  });
});

describe('another rule', () => {
  test('who approves', () => {
    const [change] = changesFor(
      [record('S-1', { offers: [guidance(2500)] })],
      planWith(['roles: [functional-lead]\n        when', 'roles: [team-lead]\n        when']),
    );
    expect(change).toMatchObject({
      rules: ['TST-02'],
      before: 'needs-approval; approval under TST-02 (discussion: functional-lead)',
      after: 'needs-approval; approval under TST-02 (discussion: team-lead)',
    });
  });

  test('a fact that it needs is asked for', () => {
    const dear = planWith(['offer.pricePerWeek, above: $priceLimit', 'offer.hoursPerWeek, above: 30']);
    const [change] = changesFor([record('S-1', { offers: [guidance(1000)] })], dear);
    expect(change).toMatchObject({
      rules: ['TST-02'],
      before: 'allowed',
      after: 'needs-info; asks offer.hoursPerWeek',
    });
  });

  test('another next step', () => {
    const changes = changesFor([record('S-1')], planWith(['Job or education.', 'An internship.']));
    expect(changes).toMatchObject([
      { question: 'next-step', part: 'steps', before: 'TST-04 Job or education.', after: 'TST-04 An internship.' },
    ]);
  });

  test('a course that is to be stopped no longer is', () => {
    const course = { ...guidance(1000), followUps: [{ on: '2026-02-20', progress: false }] };
    const lenient = planWith(['progress, is: false', 'asAgreed, is: false']);
    const stopped = changesFor([record('S-1', { offers: [course] })], lenient);
    expect(stopped).toMatchObject([
      { question: 'continue-offer', rules: ['TST-05'], before: 'denied; forbidden by TST-05', turn: 'from a no' },
    ]);
  });

  test('a rule that is gone takes its deadline with it', () => {
    const [before, after] = PLAN_2026.split(/ {2}- id: TST-03[\s\S]*?(?= {2}- id: TST-04)/);
    expect(changesFor([undone], `${before}${after}`)).toMatchObject([
      { rules: ['TST-03'], before: 'due 2026-02-16, overdue', after: 'none' },
    ]);
  });
});

describe('what is asked about', () => {
  test('neither an offer that is over nor one that was left planned', () => {
    const over = { ...guidance(1700), ends: '2026-02-20' };
    const stopped = { ...guidance(1700), id: 'stoppet', status: 'stopped' as const, ends: '2026-02-25' };
    expect(changesFor([record('S-1', { offers: [over, stopped] })], planWith(['value: 2000', 'value: 1500']))).toEqual(
      [],
    );
  });

  test('nothing of the citizen stands in a change', () => {
    const changes = changesFor(all, planWith(['value: 8 weeks', 'value: 1 week'], ['value: 2000', 'value: 1']));
    expect(changes.length).toBeGreaterThan(5);
    expect(JSON.stringify(changes)).not.toContain('Opdigtet');
  });
});
