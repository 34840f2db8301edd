import { describe, expect, test } from '@jest/globals';
import { caseItem } from '../../test/store/builders.ts';
import { auditIntact } from './audit.ts';
import { letGoEntry, takeEntry } from './take-entry.ts';

const name = { da: 'Opfølgning', en: 'Follow-up' };
const entry = { rule: 'RULE-1', due: '2026-04-24', offerId: 'o1' };
const item = caseItem('testby', 'S-1', {
  agenda: [
    { ...entry, name, met: false },
    { rule: 'RULE-2', name, dueSoonFrom: '2026-04-01', met: false },
    { rule: 'RULE-3', name, due: '2026-04-24', met: true },
  ],
});
const at = '2026-04-01T10:00:00.000Z';
const taken = (...taking: Parameters<typeof takeEntry>) => {
  const next = takeEntry(...taking);
  if ('refused' in next) throw new Error(next.refused);
  return next.item;
};

describe('An open entry of a case', () => {
  test('is taken by somebody, and the history tells which, without a word of the citizen', () => {
    const next = taken(item, entry, 'ole', at);
    expect(next.taken).toEqual([{ ...entry, by: 'ole', at }]);
    expect(next.audit).toMatchObject([
      { at, by: 'ole', what: 'entry-taken', details: { rule: 'RULE-1', offer: 'o1', due: '2026-04-24' } },
    ]);
    expect(auditIntact(next.audit)).toBe(true);
  });

  test('can be one without a date', () => {
    expect(taken(item, { rule: 'RULE-2' }, 'ole', at).taken).toEqual([{ rule: 'RULE-2', by: 'ole', at }]);
  });

  test('taken once more by the same person changes nothing', () => {
    const next = taken(item, entry, 'ole', at);
    expect(takeEntry(next, entry, 'ole', '2026-04-02T10:00:00.000Z')).toEqual({ item: next });
  });

  test("is refused when it is another's already, with who that is", () => {
    expect(takeEntry(taken(item, entry, 'ole', at), entry, 'kirsten', at)).toEqual({ refused: 'taken', by: 'ole' });
  });

  test.each([
    ['has been met', { rule: 'RULE-3', due: '2026-04-24' }],
    ['has another date by now', { ...entry, due: '2026-04-23' }],
    ["is another offer's", { ...entry, offerId: 'o2' }],
    ['was never there', { rule: 'RULE-9' }],
  ])('that %s is gone', (_, which) => {
    expect(takeEntry(item, which, 'ole', at)).toEqual({ refused: 'gone' });
  });
});

describe('An entry that somebody has taken', () => {
  test('is let go by them, and that stands in the history too', () => {
    const next = letGoEntry(taken(item, entry, 'ole', at), entry, 'ole', at);
    expect(next).toMatchObject({ item: { taken: [], audit: [{ what: 'entry-taken' }, { what: 'entry-let-go' }] } });
  });

  test('is let go by nobody else', () => {
    expect(letGoEntry(taken(item, entry, 'ole', at), entry, 'kirsten', at)).toEqual({ refused: 'taken', by: 'ole' });
  });

  test('let go once more changes nothing', () => {
    expect(letGoEntry(item, entry, 'ole', at)).toEqual({ item });
  });
});
