import { describe, expect, test } from '@jest/globals';
import type { Case, Offer } from '../../src/contract/case.ts';
import type { Question } from '../../src/contract/question.ts';
import { fixtureShelf } from '../support/fixture-shelf.ts';
import { answerTo } from '../../src/rulebook/check/scenario.ts';

const shelf = fixtureShelf('hardest');
type Changes = Omit<Partial<Case>, 'citizen'> & { citizen?: Partial<Case['citizen']> };

const answer = (question: Question, { citizen, ...changes }: Changes, today: string) => {
  const record: Case = {
    id: 'C-1',
    municipality: 'proeveby',
    team: 'a',
    caseworker: 'ida',
    benefit: { type: 'kontanthjaelp', since: '2020-01-01' },
    ...changes,
    citizen: { name: 'Opdigtet Borger', ...citizen },
  };
  return answerTo(shelf, { today, input: { case: record, question } });
};

describe('HJO-50: a talk every 24 months, for those on cash benefits in more than 18 of the last 36 months', () => {
  const due = (changes: Changes, today = '2024-06-15') => answer({ kind: 'deadlines' }, changes, today);
  const citizen = { repatriationTarget: true, arrivedInDenmarkOn: '2015-03-01' };
  const events: Case['events'] = [{ type: 'repatriation-talk', on: '2022-08-31', byRepatriationStaff: true }];

  test('the next talk is 24 months after the last one', () => {
    const { deadlines } = due({ citizen, events });
    expect(deadlines).toMatchObject([{ rule: 'HJO-50', due: '2024-08-31', status: 'upcoming' }]);
  });

  test('nineteen months are more than eighteen, eighteen are not', () => {
    const since = (day: string) => ({ citizen, events, benefit: { type: 'kontanthjaelp' as const, since: day } });
    expect(due(since('2022-11-30')).deadlines).toHaveLength(1);
    expect(due(since('2022-12-01')).deadlines).toHaveLength(0);
  });

  test('earlier periods on such benefits count, others do not', () => {
    const before = (type: 'shy' | 'sygedagpenge') => ({
      citizen,
      events,
      benefit: { type: 'kontanthjaelp' as const, since: '2023-12-01', history: [{ type, from: '2022-01-01' }] },
    });
    expect(due(before('shy')).deadlines).toHaveLength(1);
    expect(due(before('sygedagpenge')).deadlines).toHaveLength(0);
  });

  test('five years in Denmark to the day are enough, a day less is not; not known when, it is named', () => {
    const arrived = (day: string) => ({ citizen: { ...citizen, arrivedInDenmarkOn: day }, events });
    expect(due(arrived('2019-06-15')).deadlines).toHaveLength(1);
    expect(due(arrived('2019-06-16')).deadlines).toHaveLength(0);
    expect(due({ citizen: { repatriationTarget: true }, events }).missing).toEqual(['citizen.arrivedInDenmarkOn']);
  });

  test('who is not known to be in the group has no such clock', () => {
    expect(due({ citizen: { arrivedInDenmarkOn: '2015-03-01' }, events })).toMatchObject({
      deadlines: [],
      missing: [],
    });
  });
});

describe('HED-29: at least six hours a week, with what runs on the first day', () => {
  const planned = (kind: Offer['kind'], hoursPerWeek?: number): Question => ({
    kind: 'start-offer',
    offer: { id: 'ny', kind, starts: '2024-05-01', ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }) },
  });
  const running = (...offers: Partial<Offer>[]): Changes => ({
    citizen: { birthDate: '1990-01-01' },
    events: [{ type: 'note', on: '2024-04-10' }],
    offers: offers.map((offer, nth) => ({ id: `e${nth}`, kind: 'internal-mentor', starts: '2024-03-01', ...offer })),
  });
  const start = (question: Question, changes: Changes) => answer(question, changes, '2024-04-15');

  test('alone', () => {
    expect(start(planned('internship', 6), running()).outcome).toBe('allowed');
    expect(start(planned('internship', 5), running()).outcome).toBe('denied');
  });

  test('together with what is running on its first day', () => {
    expect(start(planned('internship', 4), running({ hoursPerWeek: 2 })).outcome).toBe('allowed');
    expect(start(planned('internship', 4), running({ hoursPerWeek: 1 })).outcome).toBe('denied');
    expect(start(planned('internship', 2), running({ hoursPerWeek: 2 }, { hoursPerWeek: 2 })).outcome).toBe('allowed');
    expect(start(planned('internship', 4), running({ hoursPerWeek: 2, ends: '2024-05-01' })).outcome).toBe('allowed');
    expect(start(planned('internship', 4), running({ hoursPerWeek: 2, ends: '2024-04-30' })).outcome).toBe('denied');
  });

  test('Danish lessons and what is only planned are left out', () => {
    const left = [{ kind: 'danish-lessons' as const }, { status: 'planned' as const }, { starts: '2024-04-16' }];
    for (const offer of left)
      expect(start(planned('internship', 4), running({ hoursPerWeek: 10, ...offer })).outcome).toBe('denied');
  });

  test('hours that are not known are asked for where they can matter', () => {
    expect(start(planned('internship'), running()).missing).toEqual(['offer.hoursPerWeek']);
    expect(start(planned('internship', 4), running({})).missing).toEqual(['offers.e0.hoursPerWeek']);
    expect(start(planned('internship', 4), running({ hoursPerWeek: 3 }, {})).missing).toEqual([]);
    expect(start(planned('internship'), running({ hoursPerWeek: 6 })).missing).toEqual([]);
  });

  test('fractions of an hour are added as people add them', () => {
    const twice = running({ hoursPerWeek: 0.1 }, { hoursPerWeek: 4.1 });
    expect(start(planned('internship', 1.8), twice).outcome).toBe('allowed');
    expect(start(planned('internship', 1.7), twice).outcome).toBe('denied');
  });

  test('with any number of running offers, only hours that can matter are asked for', () => {
    const many = (hours?: number) =>
      running(...Array.from({ length: 12 }, () => (hours === undefined ? {} : { hoursPerWeek: hours })));
    expect(start(planned('internship', 6), many()).missing).toEqual([]);
    expect(start(planned('internship', 5), many()).missing).toHaveLength(12);
    expect(start(planned('internship', 5), many(0)).outcome).toBe('denied');
  });

  test('mentors, paid hours and partial return are never refused themselves', () => {
    for (const kind of ['internal-mentor', 'external-mentor', 'paid-hours', 'partial-return'] as const)
      expect(start(planned(kind, 1), running()).outcome).toBe('allowed');
  });
});

describe('JAM-07 and JAM-08: a possible earlier step needs a reason', () => {
  const start = (
    kind: Offer['kind'],
    assessment: NonNullable<Offer['assessment']>,
    { birthDate = '1990-01-01', events = [] as NonNullable<Case['events']> } = {},
  ) => {
    const offer: Offer = { id: 'ny', kind, starts: '2024-05-01', hoursPerWeek: 20, assessment };
    const { outcome, todo, missing } = answer(
      { kind: 'start-offer', offer },
      { citizen: birthDate === '' ? {} : { birthDate }, events },
      '2024-04-15',
    );
    return { outcome, requires: todo.map(({ rule }) => rule), missing };
  };
  const allowed = { outcome: 'allowed', requires: [], missing: [] };
  const requires = (rule: string) => ({ outcome: 'not-yet', requires: [rule], missing: [] });
  const asks = (...missing: string[]) => ({
    outcome: 'needs-info',
    requires: [],
    missing: missing.map((name) => `offer.assessment.${name}`),
  });

  test('step 2 looks at step 1', () => {
    expect(start('internship', { educationPossible: false })).toEqual(allowed);
    expect(start('internship', { educationPossible: true })).toEqual(requires('JAM-07'));
    expect(start('internship', {})).toEqual(asks('educationPossible'));
  });

  test('step 3 looks at both; only step 2 skipped is JAM-08', () => {
    expect(start('guidance', { educationPossible: false, companyOfferPossible: false })).toEqual(allowed);
    expect(start('guidance', { educationPossible: false, companyOfferPossible: true })).toEqual(requires('JAM-08'));
    expect(start('guidance', { educationPossible: true, companyOfferPossible: true })).toEqual(requires('JAM-07'));
    expect(start('guidance', {})).toEqual(asks('educationPossible', 'companyOfferPossible'));
    expect(start('guidance', { educationPossible: false })).toEqual(asks('companyOfferPossible'));
    expect(start('guidance', { companyOfferPossible: false })).toEqual(asks('educationPossible'));
  });

  test('where a reason is required for one step, the other is not asked for', () => {
    expect(start('programme', { companyOfferPossible: true })).toEqual(requires('JAM-08'));
    expect(start('programme', { educationPossible: true })).toEqual(requires('JAM-07'));
  });

  test('step 4 is JAM-07, whichever step was skipped', () => {
    expect(start('utility-job', { educationPossible: false, companyOfferPossible: true })).toEqual(requires('JAM-07'));
    expect(start('utility-job', { companyOfferPossible: true })).toEqual(requires('JAM-07'));
  });

  test('a note no more than 90 days old settles every step', () => {
    const noted = (on: string) => start('guidance', { educationPossible: true }, { events: [{ type: 'note', on }] });
    expect(noted('2024-01-16')).toEqual(allowed);
    expect(noted('2024-01-15')).toEqual(requires('JAM-07'));
    expect(start('guidance', {}, { events: [{ type: 'note', on: '2024-04-15' }] })).toEqual(allowed);
  });

  test('under 18 on the first day the order does not bind; age is asked for only where it decides', () => {
    expect(start('internship', { educationPossible: true }, { birthDate: '2006-05-02' })).toEqual(allowed);
    expect(start('internship', { educationPossible: true }, { birthDate: '2006-05-01' })).toEqual(requires('JAM-07'));
    expect(start('internship', { educationPossible: true }, { birthDate: '' }).missing).toEqual(['citizen.birthDate']);
    expect(start('internship', { educationPossible: false }, { birthDate: '' })).toEqual(allowed);
  });

  test('Danish lessons and mentors stand outside the order', () => {
    expect(start('internal-mentor', { educationPossible: true })).toEqual(allowed);
    expect(start('danish-lessons', { educationPossible: true })).toEqual(allowed);
  });
});

describe('HOL-13 to HOL-20: the segments, by unbroken benefit time', () => {
  const segments = (benefit: Case['benefit'], today = '2024-06-15') =>
    answer({ kind: 'next-step' }, { benefit }, today).alternatives.map(({ text }) => text);
  const since = (day: string) => segments({ type: 'kontanthjaelp', since: day });

  test('each threshold from both sides', () => {
    expect(since('2023-12-16')).toEqual(['kernearbejdskraft']);
    expect(since('2023-12-15')).toEqual(['i risiko']);
    expect(since('2023-06-16')).toEqual(['i risiko']);
    expect(since('2023-06-15')).toEqual(['langtidsforsørget']);
    expect(since('2021-06-16')).toEqual(['langtidsforsørget']);
    expect(since('2021-06-15')).toEqual(['langtidsforsørget', 'på kanten']);
  });

  test('earlier benefits join without a day between', () => {
    const before = (to: string): Case['benefit'] => ({
      type: 'kontanthjaelp',
      since: '2024-05-01',
      history: [{ type: 'sygedagpenge', from: '2023-01-01', to }],
    });
    expect(segments(before('2024-04-30'))).toEqual(['langtidsforsørget']);
    expect(segments(before('2024-04-29'))).toEqual(['kernearbejdskraft']);
  });

  test('outside are those without such time', () => {
    expect(segments({ type: 'foertidspension', since: '2020-01-01' })).toEqual([]);
    expect(segments({ type: 'selvforsoergende', since: '2020-01-01' })).toEqual([]);
  });
});
