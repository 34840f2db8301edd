import { describe, expect, test } from '@jest/globals';
import type { Person } from '../contract/people.ts';
import { ROLES, type Role } from '../contract/vocabulary.ts';
import { type About, type Action, may } from './policy.ts';

const today = '2026-04-01';
const ACTIONS = [
  'see-case',
  'ask-about-case',
  'record-fact',
  'request-approval',
  'sign-off',
  'see-rules',
  'see-catalogue',
  'see-team-deadlines',
  'see-targets',
  'enter-figure',
  'see-team-groups',
  'see-groups',
  'see-matter',
] as const satisfies Action[];

const places = {
  'own case': { municipality: 'testby', team: 'syd', caseworker: 'me' },
  'same team': { municipality: 'testby', team: 'nord', caseworker: 'mona' },
  'other team': { municipality: 'testby', team: 'syd', caseworker: 'mona' },
  'other municipality': { municipality: 'anderby', team: 'nord', caseworker: 'me' },
} satisfies Record<string, About>;

const holding = (role: Role, team?: string): Person => ({
  id: 'me',
  name: 'Kim Opdigtet',
  municipality: 'testby',
  roles: [{ role, ...(team !== undefined && { team }) }],
});

/** What a role in the team nord may there (T), in the person's own case (O), and in every team (A). */
const IN_A_TEAM: Record<Role, Partial<Record<Action, string>>> = (() => {
  const common = { 'see-rules': 'OTA', 'see-catalogue': 'OTA' };
  const asks = { ...common, 'see-case': 'T', 'ask-about-case': 'T', 'sign-off': 'T', 'see-matter': 'T' };
  const works = { ...asks, 'record-fact': 'T', 'request-approval': 'T' };
  const figures = { 'see-targets': 'OTA', 'enter-figure': 'OTA', 'see-groups': 'OTA' };
  const leads = { ...works, ...figures, 'see-team-deadlines': 'T' };
  return {
    caseworker: {
      ...common,
      'see-case': 'OT',
      'ask-about-case': 'OT',
      'record-fact': 'OT',
      'request-approval': 'OT',
      'sign-off': 'OT',
      'see-team-deadlines': 'OT',
      'see-targets': 'OTA',
      'see-team-groups': 'OT',
      'see-matter': 'OT',
    },
    'team-lead': leads,
    'functional-lead': leads,
    'job-consultant': works,
    specialist: {
      ...asks,
      'request-approval': 'T',
      'see-team-deadlines': 'T',
      'see-targets': 'OTA',
      'see-groups': 'OTA',
    },
    'job-broker': asks,
    'repatriation-staff': asks,
    admin: { ...common, ...figures },
  };
})();

const allowedAt = (role: Role, action: Action, letter: string): boolean =>
  IN_A_TEAM[role][action]?.includes(letter) ?? false;
const letters = [
  ['own case', 'O'],
  ['same team', 'T'],
  ['other team', 'A'],
  ['other municipality', '-'],
] as const;
const matrix = ROLES.flatMap((role) =>
  ACTIONS.flatMap((action) =>
    letters.map(([place, letter]) => ({ role, action, place, allowed: allowedAt(role, action, letter) })),
  ),
);

describe('Who may do what, in a team', () => {
  test.each(matrix)('$role, $action, $place: $allowed', ({ role, action, place, allowed }) => {
    expect(may(holding(role, 'nord'), action, places[place], today)).toBe(allowed);
  });
});

describe('Who may do what, in the whole municipality', () => {
  test.each(ROLES)('%s without a team may in every team what one with a team may in theirs', (role) => {
    for (const action of ACTIONS) {
      const inTheirs = allowedAt(role, action, 'T');
      for (const place of ['own case', 'same team', 'other team'] as const)
        expect([action, may(holding(role), action, places[place], today)]).toEqual([action, inTheirs]);
      expect(may(holding(role), action, places['other municipality'], today)).toBe(false);
    }
  });
});

describe('The policy', () => {
  test('refuses somebody without roles everything', () => {
    const nobody = { ...holding('caseworker'), roles: [] };
    for (const action of ACTIONS) expect(may(nobody, action, places['own case'], today)).toBe(false);
  });

  test.each([
    ['before their first day', { from: '2026-04-02' }, false],
    ['on their first day', { from: today }, true],
    ['on their last day', { to: today }, true],
    ['after it', { to: '2026-03-31' }, false],
  ])('%s: %o gives %s', (_, dates, allowed) => {
    expect(may({ ...holding('functional-lead'), ...dates }, 'sign-off', places['other team'], today)).toBe(allowed);
  });
});
