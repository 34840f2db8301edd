import { describe, expect, test } from '@jest/globals';
import type { Person } from '../contract/people.ts';
import { eligible } from './eligible.ts';

const today = '2026-04-01';
const person = (id: string, roles: Person['roles'], more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  municipality: 'testby',
  roles,
  ...more,
});
const item = { municipality: 'testby', team: 'nord', caseworker: 'kirsten' };
const leads = { rule: 'RULE-1', roles: ['team-lead', 'functional-lead'] } as const;

const who = (
  staff: Person[],
  more: { ownCaseworkerMay?: boolean; askedBy?: string; today?: string } = {},
): string[] => {
  const place = { item, today, askedBy: 'mona', ownCaseworkerMay: false, ...more };
  return eligible(staff, { rule: leads.rule, roles: [...leads.roles] }, place).map(({ id }) => id);
};

describe('A sign-off may be given by', () => {
  test('whoever holds a named role in the case’s team or the whole municipality', () => {
    const staff = [
      person('team', [{ role: 'team-lead', team: 'nord' }]),
      person('all', [{ role: 'functional-lead' }]),
      person('elsewhere', [{ role: 'team-lead', team: 'syd' }]),
      person('other-role', [{ role: 'specialist' }]),
    ];
    expect(who(staff)).toEqual(['team', 'all']);
  });

  test('nobody of another municipality', () => {
    expect(who([person('away', [{ role: 'functional-lead' }], { municipality: 'anderby' })])).toEqual([]);
  });

  test('nobody who is not here yet, or has left', () => {
    const role = [{ role: 'functional-lead' as const }];
    const staff = [person('new', role, { from: '2026-04-02' }), person('gone', role, { to: '2026-03-31' })];
    expect(who(staff)).toEqual([]);
  });

  test('never the one who asks, not even where the case’s own caseworker may', () => {
    const staff = [person('mona', [{ role: 'functional-lead' }])];
    expect(who(staff)).toEqual([]);
    expect(who(staff, { ownCaseworkerMay: true, askedBy: 'mona' })).toEqual([]);
  });

  test('the case’s own caseworker only where the rulebook lets them', () => {
    const staff = [person('kirsten', [{ role: 'team-lead', team: 'nord' }])];
    expect(who(staff)).toEqual([]);
    expect(who(staff, { ownCaseworkerMay: true })).toEqual(['kirsten']);
  });
});

describe('A substitute', () => {
  const lead = person('lone', [{ role: 'functional-lead' }]);
  const standIn = (more: Partial<Person> = {}) =>
    person('sofie', [{ role: 'caseworker', team: 'syd' }], {
      substituteFor: [{ person: 'lone', from: '2026-04-01', to: '2026-04-05' }],
      ...more,
    });

  test.each([
    ['2026-03-31', ['lone']],
    ['2026-04-01', ['lone', 'sofie']],
    ['2026-04-05', ['lone', 'sofie']],
    ['2026-04-06', ['lone']],
  ])('on %s: %j may', (day, ids) => {
    expect(who([lead, standIn()], { today: day })).toEqual(ids);
  });

  test('stands in for nobody who has left, and not for a substitute', () => {
    expect(who([{ ...lead, to: '2026-03-31' }, standIn()])).toEqual([]);
    const second = person('per', [], { substituteFor: [{ person: 'sofie', from: today, to: today }] });
    expect(who([lead, standIn(), second])).toEqual(['lone', 'sofie']);
  });

  test('does not sign what they asked for themselves', () => {
    expect(who([lead, standIn()], { askedBy: 'sofie' })).toEqual(['lone']);
  });

  test('does not sign in the name of whoever asked, nor of the case’s own caseworker', () => {
    expect(who([lead, standIn()], { askedBy: 'lone' })).toEqual([]);
    const own = person('kirsten', [{ role: 'functional-lead' }]);
    const forOwn = standIn({ substituteFor: [{ person: 'kirsten', from: today, to: today }] });
    expect(who([own, forOwn])).toEqual([]);
    expect(who([own, forOwn], { ownCaseworkerMay: true })).toEqual(['kirsten', 'sofie']);
  });
});
