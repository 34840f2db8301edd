import { afterAll, describe, expect, test } from '@jest/globals';
import type { FoundKind, Queries } from '../order.ts';
import type { CaseQuery, MatterQuery } from '../port.ts';
import { findQuery } from './find-query.ts';
import { openDatabase } from './open-database.ts';

describe('The statement of a named query', () => {
  const db = openDatabase(':memory:');
  afterAll(() => db.close());

  const expectIndexed = <K extends FoundKind>(kind: K, query: Queries[K]) => {
    for (const from of [undefined, { value: '2026-03-01', id: 'S-1' }]) {
      const { sql, values } = findQuery(kind, 'testby', query, from, 11);
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
      const steps = plan.map((step) => String(step['detail']));
      expect(steps.filter((step) => /SCAN (\w+_column|\w+_key|item)/.test(step))).toEqual([]);
      const byKey = query.by === 'name' || query.by === 'pending' || query.by === 'taken' || query.by === 'waiting';
      expect(steps.some((step) => step.includes('USE TEMP B-TREE FOR ORDER BY'))).toBe(byKey);
    }
  };

  test.each<CaseQuery>([
    { by: 'all' },
    { by: 'team', team: 'nord' },
    { by: 'caseworker', caseworker: 'ole' },
    { by: 'name', key: 'met' },
    { by: 'pending', for: ['lead'] },
    { by: 'taken', person: 'ole' },
    { by: 'waiting', person: 'ole' },
    { by: 'waiting' },
    { by: 'nextSoon', on: '2026-03-31' },
    { by: 'nextSoon', on: '2026-03-31', team: 'nord' },
    { by: 'nextSoon', on: '2026-03-31', caseworker: 'ole' },
    { by: 'recheckOn', on: '2026-03-31' },
    { by: 'nextSendAt', before: '2026-03-31' },
    { by: 'expiresOn', on: '2026-03-31' },
  ])('%j goes by an index from its first page to its last, never through all cases', (query) => {
    expectIndexed('case', query);
  });

  test('digest jobs that want something sent are found by an index', () => {
    expectIndexed('digest', { by: 'sendAt', before: '2026-03-31', begins: '2026-03-31~' });
  });

  test.each<MatterQuery>([
    { by: 'all' },
    { by: 'taken', person: 'ole' },
    { by: 'nextSoon', on: '2026-03-31' },
    { by: 'nextSoon', on: '2026-03-31', team: 'nord' },
    { by: 'recheckOn', on: '2026-03-31' },
  ])('%j goes by an index through matters as well', (query) => {
    expectIndexed('matter', query);
  });
});
