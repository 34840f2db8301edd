import { describe, expect, test } from '@jest/globals';
import { caseRecord, runningOffer } from '../../test/support/office.ts';
import type { Case } from '../contract/case.ts';
import { type CaseItem, caseItem } from './case-item.ts';
import { type Facts, recordFacts } from './record-facts.ts';

const day = { by: 'kirsten', at: '2026-04-01T10:00:00.000Z', today: '2026-04-01', offerId: 'o1' };
const itemOf = (overrides: Partial<Case> = {}): CaseItem =>
  caseItem(caseRecord('testby', 'C-1', overrides), { requests: [], agenda: [], outbox: [], audit: [] });
const filled = (facts: Facts, overrides?: Partial<Case>, seen = itemOf(overrides).record) =>
  recordFacts(itemOf(overrides), facts, { ...day, seen });
const recorded = (facts: Facts, overrides?: Partial<Case>): CaseItem => {
  const result = filled(facts, overrides);
  if ('refused' in result) throw new Error(`${result.path}: ${result.refused}`);
  return result.item;
};
const refusal = (facts: Facts, overrides?: Partial<Case>) => {
  const result = filled(facts, overrides);
  return 'refused' in result ? result : 'recorded';
};

describe('Facts filled in on a card', () => {
  test('of the citizen, the case and the offer go where the rules read them', () => {
    const { record } = recorded({
      'citizen.attendableHours': 12,
      visitedOn: '2026-03-02',
      'offer.hoursPerWeek': 10,
      'offer.assessment.labourMarketNeed': true,
    });
    expect(record.citizen.attendableHours).toBe(12);
    expect(record.visitedOn).toBe('2026-03-02');
    expect(record.offers?.[0]).toEqual({
      ...runningOffer,
      hoursPerWeek: 10,
      assessment: { labourMarketNeed: true },
    });
  });

  test('of another offer are named by its id, dots in it or not', () => {
    const other = { ...runningOffer, id: 'o.2' };
    const { record } = recorded({ 'offers.o.2.goal': 'education' }, { offers: [runningOffer, other] });
    expect(record.offers).toEqual([runningOffer, { ...other, goal: 'education' }]);
  });

  test('on progress go to the newest follow-up that has taken place, the last of two on one day', () => {
    const followUps = [
      { on: '2026-03-20' },
      { on: '2026-03-20', asAgreed: true },
      { on: '2026-02-20' },
      { on: '2026-04-20' },
    ];
    const { record } = recorded({ 'offer.followUps.progress': false }, { offers: [{ ...runningOffer, followUps }] });
    expect(record.offers?.[0]?.followUps).toEqual([
      { on: '2026-03-20' },
      { on: '2026-03-20', asAgreed: true, progress: false },
      { on: '2026-02-20' },
      { on: '2026-04-20' },
    ]);
  });

  test('on readiness are taken together, in either order', () => {
    const since = '2026-01-05';
    expect(recorded({ 'readiness.category': 'jobparat', 'readiness.since': since }).record.readiness).toEqual({
      category: 'jobparat',
      since,
    });
    expect(recorded({ 'readiness.since': since, 'readiness.category': 'jobparat' }).record.readiness?.since).toBe(
      since,
    );
    expect(refusal({ 'readiness.category': 'jobparat' })).toEqual({ refused: 'not-valid', path: 'readiness.category' });
  });

  test.each([
    ['citizen.cpr', 'x', 'unknown-fact'],
    ['citizen.name', 'En anden', 'unknown-fact'],
    ['municipality', 'anderby', 'unknown-fact'],
    ['team', 'syd', 'unknown-fact'],
    ['caseworker', 'mona', 'unknown-fact'],
    ['offer.signOffs', 'x', 'unknown-fact'],
    ['offer.starts', '2026-01-01', 'unknown-fact'],
    ['offer.ends', '2026-12-31', 'already-known'],
    ['__proto__.polluted', 'x', 'unknown-fact'],
    ['citizen.__proto__', 'x', 'unknown-fact'],
    ['offers.o9.goal', 'education', 'unknown-offer'],
    ['offer.followUps.progress', true, 'no-follow-up'],
    ['citizen.attendableHours', 169, 'not-valid'],
    ['citizen.birthDate', '2026-02-30', 'not-valid'],
    ['citizen.disability', 'true', 'not-valid'],
  ])('%s = %s is refused: %s', (path, value, refused) => {
    expect(refusal({ [path]: value })).toEqual({ refused, path });
  });

  test('the unknown end of a running offer can be filled in, but not before it starts', () => {
    const { ends: _, ...endless } = runningOffer;
    expect(recorded({ 'offer.ends': '2026-06-30' }, { offers: [endless] }).record.offers?.[0]?.ends).toBe('2026-06-30');
    expect(refusal({ 'offer.ends': '2026-01-01' }, { offers: [endless] })).toMatchObject({ refused: 'not-valid' });
  });

  test('are recorded all or none', () => {
    const item = itemOf();
    const result = recordFacts(
      item,
      { 'citizen.attendableHours': 12, visitedOn: 'i går' },
      {
        ...day,
        seen: item.record,
      },
    );
    expect(result).toEqual({ refused: 'not-valid', path: 'visitedOn' });
    expect(item.record.citizen).not.toHaveProperty('attendableHours');
  });

  test.each<[string, Facts, Partial<Case>]>([
    ['of the case', { visitedOn: '2026-03-02' }, { visitedOn: '2026-03-05' }],
    [
      'of readiness',
      { 'readiness.category': 'jobparat', 'readiness.since': '2026-01-05' },
      {
        readiness: { category: 'jobparat', since: '2026-02-01' },
      },
    ],
    [
      'of the offer',
      { 'offer.assessment.labourMarketNeed': true },
      {
        offers: [{ ...runningOffer, assessment: { labourMarketNeed: false } }],
      },
    ],
    ['of another offer', { 'offers.o1.goal': 'education' }, { offers: [{ ...runningOffer, goal: 'employment' }] }],
    [
      'on a follow-up',
      { 'offer.followUps.progress': true },
      {
        offers: [{ ...runningOffer, followUps: [{ on: '2026-03-20', progress: false }] }],
      },
    ],
  ])('%s that a colleague has filled in since are not overwritten', (_, facts, now) => {
    const result = filled(facts, now, caseRecord('testby', 'C-1'));
    expect(result).toMatchObject({ refused: 'filled-meanwhile' });
  });

  test('that were there when the card was shown can be corrected', () => {
    expect(recorded({ visitedOn: '2026-03-02' }, { visitedOn: '2026-03-05' }).record.visitedOn).toBe('2026-03-02');
  });

  test('that stand there already are neither a change nor an entry in the history', () => {
    const facts = { visitedOn: '2026-03-02', 'offer.ends': '2026-04-30' };
    const item = itemOf({ visitedOn: '2026-03-02' });
    const result = recordFacts(item, facts, { ...day, seen: caseRecord('testby', 'C-1') });
    expect(result).toEqual({ item });
    expect('item' in result && result.item).toBe(item);
  });

  test('stand in the history by name, never by value', () => {
    const { audit } = recorded({ 'citizen.diagnosedAutism': true, 'offer.provider': 'Opdigtet Hus' });
    expect(audit.map(({ what, by, details }) => [what, by, details])).toEqual([
      ['fact-recorded', 'kirsten', { fact: 'citizen.diagnosedAutism' }],
      ['fact-recorded', 'kirsten', { fact: 'offer.provider', offer: 'o1' }],
    ]);
  });
});
