import { describe, expect, test } from '@jest/globals';
import type { Person } from '../contract/people.ts';
import { substitutionProblem, substitutionWarnings } from './substitution.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  municipality: 'testby',
  roles: [{ role: 'functional-lead' }],
  ...more,
});
const week = { from: '2026-07-06', to: '2026-07-12' };
const sofie = person('sofie');
const lone = person('lone');

const problem = (who: Person, absent: Person, days = week): string | undefined =>
  substitutionProblem(who, { person: absent.id, ...days }, [who, absent]);

describe('A substitute', () => {
  test('may be whoever is here for as long as the one they stand in for', () => {
    expect(problem(sofie, lone)).toBeUndefined();
    expect(problem(person('sofie', { from: week.from, to: week.to }), lone)).toBeUndefined();
  });

  test.each<[string, Person, Person, typeof week, string]>([
    ['days that run backwards', sofie, lone, { from: '2026-07-12', to: '2026-07-06' }, 'lies before --from'],
    ['oneself', sofie, sofie, week, 'nobody stands in for themselves'],
    [
      'somebody who is not here yet',
      person('sofie', { from: '2026-07-07' }),
      lone,
      week,
      'sofie is here from 2026-07-07',
    ],
    ['somebody who has left by then', person('sofie', { to: '2026-07-11' }), lone, week, 'sofie is here from ever to'],
    ['an absent who has left by then', sofie, person('lone', { to: '2026-07-11' }), week, 'lone is here from ever to'],
    ['an absent without a role', sofie, person('lone', { roles: [] }), week, 'lone has no role'],
    ['an administrator', sofie, person('lone', { roles: [{ role: 'admin' }] }), week, 'admin does not go on'],
    [
      'a circle',
      sofie,
      person('lone', { substituteFor: [{ person: 'sofie', ...week }] }),
      week,
      'lone stands in for sofie',
    ],
  ])('refused: %s', (_, who, absent, days, told) => {
    expect(problem(who, absent, days)).toContain(told);
  });

  test('refused: one for somebody the municipality does not have', () => {
    expect(substitutionProblem(sofie, { person: 'olga', ...week }, [sofie])).toContain('olga is nobody in testby');
  });

  test('does not stand in for whoever the absent stands in for, and that is said', () => {
    const busy = person('lone', { substituteFor: [{ person: 'lars', from: '2026-07-10', to: '2026-07-20' }] });
    expect(problem(sofie, busy)).toBeUndefined();
    expect(substitutionWarnings({ person: 'lone', ...week }, [sofie, busy])).toEqual([
      expect.stringContaining('name a substitute for lars too'),
    ]);
    const later = { from: '2026-08-01', to: '2026-08-07' };
    expect(substitutionWarnings({ person: 'lone', ...later }, [sofie, busy])).toEqual([]);
  });
});
