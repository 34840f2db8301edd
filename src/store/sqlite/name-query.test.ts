import { afterAll, describe, expect, test } from '@jest/globals';
import type { NameQuery } from '../port.ts';
import { nameQuery } from './name-query.ts';
import { openDatabase } from './open-database.ts';

describe('The statement for names', () => {
  const db = openDatabase(':memory:');
  afterAll(() => db.close());

  test.each<NameQuery>([
    { by: 'caseworker', caseworker: 'ole' },
    { by: 'beginnings', beginnings: ['mett'] },
    { by: 'beginnings', beginnings: ['me', 'je', 'la'] },
    { by: 'beginnings', beginnings: ['m', 'jens'] },
    { by: 'beginnings', beginnings: ['m', 'j'] },
  ])('%j goes by indexes, and reads no document', (query) => {
    const { sql, values } = nameQuery('testby', query, 11);
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    const searched = steps.map((step) => String(step['detail'])).filter((step) => /SCAN|SEARCH/.test(step));
    expect(searched.filter((step) => !/^SEARCH (case_column|case_key|other) USING/.test(step))).toEqual([]);
  });
});
