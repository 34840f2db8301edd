import { describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../test/support/office.ts';
import { caseItem } from '../cases/case-item.ts';
import type { ApprovalRequest, Need } from '../requests/request.ts';
import { lateIn, waitingOf } from './week.ts';

// A Wednesday; the Thursday and Friday after it, and the Monday, are Easter.
const today = '2026-04-01';

const need = (roles: Need['roles'], given = false): Need => ({
  rule: 'RULE-1',
  form: 'discussion',
  roles,
  ...(given && { given: { rule: 'RULE-1', by: 'lone', role: 'specialist', on: today, answer: 'approved' } }),
});

const request = (more: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  id: 'r1',
  state: 'open',
  revision: 1,
  question: { kind: 'extend-offer', offerId: 'o1' },
  decisionId: 'd1',
  factsHash: 'hash',
  changed: [],
  askedBy: 'kirsten',
  askedAt: '2026-03-26T09:00:00Z',
  expiresOn: '2026-04-20',
  needs: [need(['functional-lead'])],
  clicks: [],
  cards: [],
  ...more,
});
const holding = (id: string, ...requests: ApprovalRequest[]) =>
  caseItem(caseRecord('testby', id), { requests, agenda: [], outbox: [], audit: [] });

describe('The requests that wait for a team', () => {
  const waiting = (...requests: ApprovalRequest[]) => waitingOf([holding('C-1', ...requests)], today, []);

  test('are the open ones; the oldest has waited for so many working days', () => {
    const items = [
      holding(
        'C-1',
        request({ askedAt: '2026-03-31T09:00:00Z' }),
        request({ state: 'approved', askedAt: '2026-01-05T09:00:00Z' }),
      ),
      holding('C-2', request({ askedBy: 'mona' })),
    ];
    // Asked on a Thursday: Friday, Monday, Tuesday, Wednesday.
    expect(waitingOf(items, today, [])).toMatchObject({
      count: 2,
      oldest: { caseId: 'C-2', askedBy: 'mona', workingDays: 4 },
    });
    expect(waitingOf(items, today, ['03-30']).oldest?.workingDays).toBe(3);
  });

  test.each([
    ['2026-04-07', 0],
    ['2026-04-06', 1],
  ])('with %s as their last day have %i past half of their time', (expiresOn, pastHalf) => {
    // Asked six days ago: half of twelve days is not past half.
    expect(waiting(request({ expiresOn })).pastHalf).toBe(pastHalf);
  });

  test('wait for the roles that have not answered yet, a request for each once', () => {
    const both = request({ needs: [need(['functional-lead']), need(['functional-lead']), need(['specialist'], true)] });
    const other = request({ needs: [need(['team-lead', 'specialist']), need(['functional-lead'])] });
    expect(waiting(both, other).for).toEqual([
      { roles: ['functional-lead'], count: 2 },
      { roles: ['specialist', 'team-lead'], count: 1 },
    ]);
  });

  test('may be none', () => {
    expect(waiting()).toEqual({ count: 0, pastHalf: 0, for: [] });
  });
});

describe('A late decision', () => {
  const late = (more: Partial<ApprovalRequest>) => lateIn(holding('C-1', request(more)), today).length === 1;

  test.each<[string, Partial<ApprovalRequest>, boolean]>([
    ['a request that ran out today', { state: 'expired', ended: { at: '2026-04-01T04:00:00Z' } }, true],
    ['one that ran out six days ago', { state: 'expired', ended: { at: '2026-03-26T04:00:00Z' } }, true],
    ['one that ran out seven days ago', { state: 'expired', ended: { at: '2026-03-25T04:00:00Z' } }, false],
    ['an open one', {}, false],
    [
      'one approved on its last day',
      { state: 'approved', expiresOn: '2026-03-31', ended: { at: '2026-03-31T21:59:00Z' } },
      false,
    ],
    [
      'one approved the day after, by Danish clocks',
      { state: 'approved', expiresOn: '2026-03-31', ended: { at: '2026-03-31T22:00:00Z' } },
      true,
    ],
    [
      'one taken back after its last day',
      { state: 'withdrawn', expiresOn: '2026-03-30', ended: { at: '2026-03-31T09:00:00Z' } },
      false,
    ],
  ])('%s', (_, more, isLate) => expect(late(more)).toBe(isLate));
});
