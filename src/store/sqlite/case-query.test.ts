import { afterAll, describe, expect, test } from '@jest/globals';
import type { CaseQuery } from '../port.ts';
import { caseQuery } from './case-query.ts';
import { openDatabase } from './open-database.ts';

describe('The statement of a named query', () => {
  const db = openDatabase(':memory:');
  afterAll(() => db.close());

  test.each<CaseQuery>([
    { by: 'all' },
    { by: 'team', team: 'nord' },
    { by: 'caseworker', caseworker: 'ole' },
    { by: 'name', key: 'met' },
    { by: 'pending', for: ['lead'] },
    { by: 'nextDue', on: '2026-03-31' },
    { by: 'nextDue', on: '2026-03-31', team: 'nord' },
    { by: 'nextDue', on: '2026-03-31', caseworker: 'ole' },
    { by: 'recheckOn', on: '2026-03-31' },
    { by: 'nextSendAt', before: '2026-03-31' },
    { by: 'expiresOn', on: '2026-03-31' },
  ])('%j goes by an index from its first page to its last, never through all cases', (query) => {
    for (const from of [undefined, { value: '2026-03-01', id: 'S-1' }]) {
      const { sql, values } = caseQuery('testby', query, from, 11);
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
      const steps = plan.map((step) => String(step['detail']));
      expect(steps.filter((step) => /SCAN (case_column|case_key|item)/.test(step))).toEqual([]);
      const byKey = query.by === 'name' || query.by === 'pending';
      expect(steps.some((step) => step.includes('USE TEMP B-TREE FOR ORDER BY'))).toBe(byKey);
    }
  });
});
