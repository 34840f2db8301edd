import { describe, expect, test } from '@jest/globals';
import type { Matter } from '../../src/contract/case.ts';
import { answerTo } from '../../src/rulebook/check/scenario.ts';
import { fixtureShelf } from '../support/fixture-shelf.ts';

const shelf = fixtureShelf('langsund');

const dues = (kind: Matter['kind'], receivedAt: string, today: string, answeredAt?: string) => {
  const matter: Matter = {
    id: 'M-1',
    municipality: 'langsund',
    team: 'erhverv',
    kind,
    receivedAt,
    ...(answeredAt === undefined ? {} : { answeredAt }),
  };
  return answerTo(shelf, { today, input: { matter, question: { kind: 'deadlines' } } }).deadlines;
};
const enquiry = (receivedAt: string, today = '2025-12-31') =>
  dues('company-enquiry', receivedAt, today).find(({ rule }) => rule === 'LAN-01')?.due;

describe('24 hours of working days, as clock hours', () => {
  test.each([
    ['within the week', '2024-05-06T09:15:00+02:00', '2024-05-07T09:15:00+02:00'],
    ['Friday to Monday at the same hour', '2024-05-03T15:00:00+02:00', '2024-05-06T15:00:00+02:00'],
    ['over Easter: Wednesday to the Tuesday after', '2024-03-27T10:00:00+01:00', '2024-04-02T10:00:00+02:00'],
    ['over Ascension Day', '2024-05-08T14:30:00+02:00', '2024-05-10T14:30:00+02:00'],
    ['over the change to summer time', '2024-03-22T15:00:00+01:00', '2024-03-25T15:00:00+01:00'],
    ['received on a Saturday: from Monday 00:00', '2024-05-04T12:00:00+02:00', '2024-05-07T00:00:00+02:00'],
    ['5 June is a working day', '2024-06-04T10:00:00+02:00', '2024-06-05T10:00:00+02:00'],
    ['31 December is a working day', '2024-12-30T10:00:00+01:00', '2024-12-31T10:00:00+01:00'],
    ['a closing day does not count', '2024-12-23T10:00:00+01:00', '2024-12-27T10:00:00+01:00'],
    ['written in another zone', '2024-05-03T13:00:00Z', '2024-05-06T15:00:00+02:00'],
  ])('%s', (_, receivedAt, due) => {
    expect(enquiry(receivedAt)).toBe(due);
  });

  test('hours that run through, where no day is skipped', () => {
    expect(dues('company-enquiry', '2024-03-30T12:00:00+01:00', '2024-04-10').map(({ due }) => due)).toContain(
      '2024-04-01T13:00:00+02:00',
    );
  });
});

describe('whether it is late', () => {
  const status = (today: string, answeredAt?: string) =>
    dues('company-enquiry', '2024-05-03T15:00:00+02:00', today, answeredAt).find(({ rule }) => rule === 'LAN-01')
      ?.status;

  test('on the day it is due it is not overdue, from the day after it is', () => {
    expect(status('2024-05-03')).toBe('due-soon');
    expect(status('2024-05-06')).toBe('due-soon');
    expect(status('2024-05-07')).toBe('overdue');
  });

  test('one that runs out at midnight is overdue from the day after the one that begins then', () => {
    const saturday = (today: string) =>
      dues('company-enquiry', '2024-05-04T12:00:00+02:00', today).find(({ rule }) => rule === 'LAN-01')?.status;
    expect(saturday('2024-05-07')).toBe('due-soon');
    expect(saturday('2024-05-08')).toBe('overdue');
  });

  test('an answer settles it, a late one too; one that lies ahead does not', () => {
    expect(status('2024-05-10', '2024-05-09T10:00:00+02:00')).toBe('met');
    expect(status('2024-05-08', '2024-05-09T10:00:00+02:00')).toBe('overdue');
  });

  test('what has not come in yet has no clock', () => {
    expect(status('2024-05-02')).toBeUndefined();
  });
});

describe('a complaint', () => {
  test('is due seven days after the Danish date it came in on', () => {
    const due = (receivedAt: string) => dues('complaint', receivedAt, '2024-05-20').map(({ due: each }) => each);
    expect(due('2024-05-06T09:00:00+02:00')).toEqual(['2024-05-13']);
    expect(due('2024-05-06T23:30:00Z')).toEqual(['2024-05-14']);
  });
});
