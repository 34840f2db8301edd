import { describe, expect, test } from '@jest/globals';
import type { Person } from '../contract/people.ts';
import { ROLES, type Role } from '../contract/vocabulary.ts';
import { ACTIONS, type About, type Action, may } from './policy.ts';

const today = '2026-04-01';

/**
 * What somebody who has the role in the team nord may do, and where:
 * own   a case that is their own, though it lies with another team
 * team  a case of a colleague in nord
 * other a case of a colleague in another team
 * Whatever is of another municipality is refused, always.
 */
const TABLE = `
may                | caseworker     | job-consultant | job-broker     | specialist     | team-lead      | functional-lead | repatriation-staff | admin
see-case           | own team       | team           | team           | own team other | team           | team            | team               | -
ask-about-case     | own team       | team           | team           | own team other | team           | team            | team               | -
record-fact        | own team       | team           | -              | -              | team           | team            | -                  | -
request-approval   | own team       | team           | -              | team           | team           | team            | -                  | -
sign-off           | team           | team           | team           | team           | team           | team            | team               | -
see-matter         | own team       | team           | team           | own team other | team           | team            | team               | -
see-team-deadlines | team           | -              | -              | own team other | team           | team            | -                  | -
see-team-groups    | own team       | -              | -              | -              | -              | -               | -                  | -
see-groups         | -              | -              | -              | own team other | own team other | own team other  | -                  | own team other
see-targets        | own team other | -              | -              | own team other | own team other | own team other  | -                  | own team other
enter-figure       | -              | -              | -              | -              | own team other | own team other  | -                  | own team other
set-digest         | -              | -              | -              | -              | team           | team            | -                  | own team other
mend-outbox        | -              | -              | -              | -              | -              | -               | -                  | own team other
see-week           | -              | -              | -              | -              | team           | team            | -                  | -
see-rules          | own team other | own team other | own team other | own team other | own team other | own team other  | own team other     | own team other
see-catalogue      | own team other | own team other | own team other | own team other | own team other | own team other  | own team other     | own team other
`;

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());
const [heading = '', ...lines] = TABLE.trim().split('\n');
const [, ...columns] = cellsOf(heading);
const rows = new Map(lines.map(cellsOf).map(([action = '', ...cells]) => [action, cells]));
const cell = (action: Action, role: Role): string => rows.get(action)?.[columns.indexOf(role)] ?? 'not in the table';

const places = {
  own: { municipality: 'testby', team: 'syd', caseworker: 'me' },
  team: { municipality: 'testby', team: 'nord', caseworker: 'mona' },
  other: { municipality: 'testby', team: 'syd', caseworker: 'mona' },
  'another municipality': { municipality: 'anderby', team: 'nord', caseworker: 'me' },
} satisfies Record<string, About>;

const holding = (role: Role, team?: string): Person => ({
  id: 'me',
  name: 'Kim Opdigtet',
  municipality: 'testby',
  roles: [{ role, ...(team !== undefined && { team }) }],
});

/** Where the policy lets somebody do something, in the words of the table. */
const allowed = (person: Person, action: Action): string =>
  Object.entries(places)
    .flatMap(([place, about]) => (may(person, action, about, today) ? [place] : []))
    .join(' ') || '-';

const matrix = ROLES.flatMap((role) => ACTIONS.map((action) => ({ role, action, where: cell(action, role) })));

describe('The table', () => {
  test('speaks of every role and every action, and of nothing else', () => {
    expect(columns).toEqual([...ROLES]);
    expect([...rows.keys()]).toEqual([...ACTIONS]);
  });
});

describe('Who may do what, in a team', () => {
  test.each(matrix)('$role, $action: $where', ({ role, action, where }) => {
    expect(allowed(holding(role, 'nord'), action)).toBe(where);
  });
});

describe('Who may do what, in the whole municipality', () => {
  test.each(ROLES)('%s without a team may in every team what one with a team may in theirs', (role) => {
    for (const action of ACTIONS) {
      const inTheirs = cell(action, role).includes('team');
      expect([action, allowed(holding(role), action)]).toEqual([action, inTheirs ? 'own team other' : '-']);
    }
  });
});

describe('The policy', () => {
  test('refuses somebody without roles everything', () => {
    for (const action of ACTIONS) expect(allowed({ ...holding('caseworker'), roles: [] }, action)).toBe('-');
  });

  test('lets somebody with two roles do what either may', () => {
    const both = {
      ...holding('job-broker', 'syd'),
      roles: [...holding('admin').roles, ...holding('job-broker', 'syd').roles],
    };
    expect(allowed(both, 'see-case')).toBe('own other');
    expect(allowed(both, 'enter-figure')).toBe('own team other');
  });

  test.each([
    ['before their first day', { from: '2026-04-02' }, false],
    ['on their first day', { from: today }, true],
    ['on their last day', { to: today }, true],
    ['after it', { to: '2026-03-31' }, false],
  ])('%s: %o gives %s', (_, dates, there) => {
    expect(may({ ...holding('functional-lead'), ...dates }, 'sign-off', places.other, today)).toBe(there);
  });
});
