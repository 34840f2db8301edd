import { expect, test } from '@jest/globals';
import { texts } from '../../../test/support/talk.ts';
import type { Deadline, Decision } from '../../contract/decision.ts';
import { deadlinesView } from './deadlines-view.ts';

const wording = { say: texts('da'), language: 'da' as const, today: '2026-04-01' };
const deadline = (name: string, due: string, status: Deadline['status'], more: Partial<Deadline> = {}): Deadline => ({
  rule: 'RULE-1',
  name,
  due,
  status,
  ...more,
});
const decision = (deadlines: Deadline[], missing: string[] = []): Decision => ({
  outcome: 'allowed',
  findings: [],
  approvals: [],
  missing,
  todo: [],
  deadlines,
  alternatives: [],
  rulebook: { municipality: 'testby', version: '1', validFrom: '2026-01-01' },
});
const rules = new Map([['RULE-1', { document: 'Opdigtet plan', section: 'Frister', line: 4 }]]);
const view = (deadlines: Deadline[], missing: string[] = [], personal = true) =>
  deadlinesView(
    decision(deadlines, missing),
    { line: 'C-1', personal, reading: [], decisionId: 'testby~C-1~bcd', rules, reminders: new Set(), mayRecord: false },
    wording,
  );

test('The deadlines of a case stand worst first, each with its symbol and the days left', () => {
  const { headline, entries } = view([
    deadline('Holdt', '2026-03-01', 'met'),
    deadline('Senere', '2026-06-01', 'upcoming'),
    deadline('Snart', '2026-04-03', 'due-soon', { from: '2026-03-20' }),
    deadline('Over', '2026-03-30', 'overdue'),
  ]);
  expect(headline).toMatchObject({ symbol: '✕', title: '1 frist er overskredet', about: 'C-1' });
  expect(entries.map(({ label, left }) => `${label}: ${left}`)).toEqual([
    'Over: 2 dage over tiden',
    'Snart: om 2 dage',
    'Senere: om 61 dage',
    'Holdt: på plads',
  ]);
  expect(entries[1]?.place).toBe('RULE-1 · Opdigtet plan, linje 4 · fra 20. marts 2026');
});

test('A case with nothing open says so', () => {
  expect(view([]).headline.title).toBe('Ingen åbne frister i sagen');
  expect(view([deadline('Holdt', '2026-03-01', 'met')]).headline.title).toBe('Ingen åbne frister i sagen');
});

test('The answer can be found again by its number, and says when the plan has ended', () => {
  expect(view([]).reference).toBe('Svarets nummer: testby~C-1~bcd');
  const ended = { ...decision([]), planPeriodEnded: '2025-12-31' };
  for (const personal of [true, false]) {
    const about = {
      line: 'C-1',
      personal,
      reading: [],
      decisionId: 'testby~C-1~bcd',
      rules,
      reminders: new Set<string>(),
      mayRecord: false,
    };
    expect(deadlinesView(ended, about, wording).notes[0]).toContain('Planens periode sluttede 31. december 2025');
  }
});

test('What is missing can concern health, and is named in the own chat only', () => {
  expect(view([], ['citizen.diagnosedAutism', 'visitedOn']).missing).toEqual([
    'Har borgeren en autismediagnose?',
    'Hvornår blev borgeren visiteret?',
  ]);
  expect(view([], ['citizen.diagnosedAutism'], false).missing).toEqual([]);
});

test('Where others read along only numbers are shown: a deadline’s name tells of benefit and health', () => {
  const shown = view(
    [deadline('Sygeopfølgning', '2026-03-30', 'overdue'), deadline('Lægeattest', '2026-04-03', 'due-soon')],
    [],
    false,
  );
  expect(shown.entries).toEqual([]);
  expect(shown.headline.title).toBe('1 frist er overskredet');
  expect(shown.notes[0]).toBe('1 frist mere nærmer sig.');
  expect(shown.notes[1]).toContain('vores egen chat');
  expect(JSON.stringify(shown)).not.toMatch(/Sygeopfølgning|Lægeattest|RULE-1/);
});

test('What rules advise and the plan’s reminders stand behind the dates, in the own chat only', () => {
  const finding = (rule: string) => ({
    rule,
    effect: 'advises' as const,
    text: `Husk ${rule}.`,
    source: { document: 'Opdigtet plan', section: 'Råd', line: 3 },
  });
  const reminded = { ...decision([]), findings: [finding('RULE-8'), finding('plan')] };
  const about = {
    line: 'C-1',
    reading: [],
    decisionId: 'testby~C-1~bcd',
    rules,
    reminders: new Set(['RULE-8']),
    mayRecord: false,
  };
  const viewFor = (personal: boolean) => deadlinesView(reminded, { ...about, personal }, wording);
  const shown = (personal: boolean) => viewFor(personal).reminders?.shown;
  expect(viewFor(true).findings.map(({ text }) => text)).toEqual(['Husk plan.']);
  expect(viewFor(false).findings).toEqual([]);
  expect(shown(true)?.map(({ text }) => text)).toEqual(['Husk RULE-8.']);
  expect(shown(false)).toBeUndefined();
});

test('A fact without which a clock cannot start can be filled in on the card, by whoever may record it', () => {
  const about = {
    line: 'C-1',
    personal: true,
    reading: [],
    decisionId: 'testby~C-1~bcd',
    rules,
    reminders: new Set<string>(),
  };
  const unborn = { ...decision([]), missing: ['citizen.birthDate', 'benefit.type'] };
  const shown = deadlinesView(unborn, { ...about, mayRecord: true }, wording);
  expect(shown.inputs.map(({ id }) => id)).toEqual(['citizen.birthDate']);
  expect(shown.missing).toHaveLength(1);
  expect(shown.actions).toMatchObject([{ verb: 'answer-facts', data: { decisionId: 'testby~C-1~bcd' } }]);
  expect(deadlinesView(unborn, { ...about, mayRecord: false }, wording)).toMatchObject({ inputs: [], actions: [] });
});
