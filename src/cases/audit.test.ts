import { describe, expect, test } from '@jest/globals';
import { type AuditEntry, auditIntact, audited } from './audit.ts';

const chain = (length: number): AuditEntry[] => {
  let item: { audit: AuditEntry[] } = { audit: [] };
  for (let step = 1; step <= length; step++)
    item = audited(item, { at: '2026-04-01T10:00:00.000Z', by: 'kirsten', what: 'step', details: { step } });
  return item.audit;
};

describe('The history of a case', () => {
  test('is intact as it was written, an empty one too', () => {
    expect(auditIntact([])).toBe(true);
    expect(auditIntact(chain(5))).toBe(true);
  });

  test('is not when any field of any entry is changed', () => {
    const entries = chain(3);
    for (const [index, entry] of entries.entries())
      for (const change of [{ by: 'lone' }, { at: '2026-04-02T10:00:00.000Z' }, { what: 'other' }, { details: {} }])
        expect(auditIntact(entries.with(index, { ...entry, ...change }))).toBe(false);
  });

  test('is not when an entry is taken out, put in or moved', () => {
    const [a, b, c] = chain(3);
    if (!a || !b || !c) throw new Error('three entries were written');
    expect(auditIntact([b, c])).toBe(false);
    expect(auditIntact([a, c])).toBe(false);
    expect(auditIntact([a, c, b])).toBe(false);
    expect(auditIntact([a, b, b, c])).toBe(false);
  });

  test('does not depend on the order in which a store gives the fields back', () => {
    const entries = chain(2).map((entry): AuditEntry => {
      const { hash, details, what, by, at, seq } = entry;
      return { hash, details, what, by, at, seq };
    });
    expect(auditIntact(entries)).toBe(true);
  });
});
