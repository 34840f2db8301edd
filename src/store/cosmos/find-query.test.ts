import { describe, expect, test } from '@jest/globals';
import type { CaseQuery, MatterQuery } from '../port.ts';
import { CONTAINERS, type ContainerName } from './containers.ts';
import { findQuery } from './find-query.ts';
import { listQuery } from './list-query.ts';
import { nameQuery } from './name-query.ts';

const ofCases: CaseQuery[] = [
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
];
const ofMatters: MatterQuery[] = [
  { by: 'all' },
  { by: 'taken', person: 'ole' },
  { by: 'nextSoon', on: '2026-03-31' },
  { by: 'nextSoon', on: '2026-03-31', team: 'nord' },
  { by: 'recheckOn', on: '2026-03-31' },
];
const texts: [ContainerName, string][] = [
  ...[undefined, { value: '2026-03-01', id: 'S-1' }].flatMap((from): [ContainerName, string][] => [
    ...ofCases.map((query): [ContainerName, string] => ['cases', findQuery('case', 'testby', query, from, 11).query]),
    ...ofMatters.map((query): [ContainerName, string] => [
      'register',
      findQuery('matter', 'testby', query, from, 11).query,
    ]),
    ['register', findQuery('digest', 'testby', { by: 'sendAt', before: '2026-03-31', begins: '2026' }, from, 11).query],
  ]),
  ['cases', nameQuery('testby', { by: 'beginnings', beginnings: ['met', 'ole'] }, 11).query],
  ['cases', nameQuery('testby', { by: 'caseworker', caseworker: 'ole' }, 11).query],
  ['register', listQuery('person', 'testby', 'a~', { id: 'a' }, 11).query],
];

/** The stand-in for the service sorts and filters without any index, so the policy is held against the texts here. */
describe.each(texts)('A query of the container %s: %s', (name, text) => {
  const policy = CONTAINERS[name].indexingPolicy;

  test('orders by what has an index for that order', () => {
    const order = (text.split(' ORDER BY ')[1] ?? '').split(', ').map((path) => path.replace('c.', '/'));
    const composites = (policy?.compositeIndexes ?? []).map((index) => index.map(({ path }) => path));
    if (order.length === 1) expect(policy?.includedPaths).toContainEqual({ path: `${order[0]}/?` });
    else expect(composites).toContainEqual(order);
  });

  test('filters by indexed paths only', () => {
    const filter = /WHERE (.*) ORDER BY/.exec(text)?.[1] ?? '';
    const included = policy?.includedPaths?.map(({ path }) => path.replace(/^\/(\w+).*$/, '$1'));
    for (const [, field] of filter.matchAll(/c\.(\w+)/g)) expect(included).toContain(field);
  });

  test('names the municipality, and holds no value in its text', () => {
    expect(text).toContain('c.municipality = @p0');
    expect(text).not.toMatch(/testby|nord|ole|met|lead|2026/);
  });
});
