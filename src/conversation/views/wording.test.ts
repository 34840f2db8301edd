import { expect, test } from '@jest/globals';
import { runningOffer } from '../../../test/support/office.ts';
import { texts } from '../../../test/support/talk.ts';
import type { Offer } from '../../contract/case.ts';
import { offerAmong } from './wording.ts';

const wording = { say: texts('da'), language: 'da' as const, today: '2026-04-01' };
const among = (...others: Partial<Offer>[]) =>
  offerAmong(
    runningOffer,
    [runningOffer, ...others.map((other) => ({ ...runningOffer, id: 'o2', ...other }))],
    [],
    wording,
  );

test('an offer is told by name and dates, with its id only beside another of its kind that is not over', () => {
  const plain = 'vejledning og opkvalificering, 2. februar 2026 – 30. april 2026';
  expect(among()).toBe(plain);
  expect(among({ kind: 'internship' })).toBe(plain);
  expect(among({ ends: '2026-03-31' })).toBe(plain);
  expect(among({})).toBe('vejledning og opkvalificering (o1), 2. februar 2026 – 30. april 2026');
});
