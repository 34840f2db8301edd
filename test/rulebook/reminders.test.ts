import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/contract/case.ts';
import type { Question } from '../../src/contract/question.ts';
import { answerTo } from '../../src/rulebook/check/scenario.ts';
import { decide } from '../../src/rulebook/decide.ts';
import { segmentsOf } from '../../src/rulebook/segments.ts';
import { fixtureShelf } from '../support/fixture-shelf.ts';

const shelf = fixtureShelf('langsund');
const today = '2024-05-06';
const start = (kind: 'guidance' | 'internship'): Question => ({
  kind: 'start-offer',
  offer: { id: 'ny', kind, starts: '2024-06-01' },
});
const record = (changes: Partial<Case> = {}): Case => ({
  id: 'C-1',
  municipality: 'langsund',
  team: 'a',
  caseworker: 'ida',
  citizen: { name: 'Opdigtet Borger' },
  benefit: { type: 'a-dagpenge', since: '2024-01-01' },
  ...changes,
});
const said = (question: Question, changes: Partial<Case> = {}) =>
  answerTo(shelf, { today, input: { case: record(changes), question } })
    .findings.filter(({ rule }) => rule !== 'plan')
    .map(({ rule }) => rule);
const sick: Partial<Case> = { benefit: { type: 'sygedagpenge', since: '2024-01-01' } };

describe('The plan’s reminders', () => {
  test('are shown in the answers they concern, the narrowest first', () => {
    expect(said(start('guidance'), sick)).toEqual(['LAN-12', 'LAN-11', 'LAN-10']);
    expect(said(start('internship'), sick)).toEqual(['LAN-12', 'LAN-10']);
    expect(said(start('internship'))).toEqual(['LAN-10']);
    expect(said({ kind: 'deadlines' }, sick)).toEqual(['LAN-12']);
    expect(said({ kind: 'next-step' })).toEqual([]);
  });

  test('ask for nothing and say nothing while a fact is unknown', () => {
    const answer = answerTo(shelf, { today, input: { case: record(), question: start('internship') } });
    expect(answer).toMatchObject({ outcome: 'allowed', missing: [] });
    expect(said(start('internship'), { citizen: { name: 'Opdigtet Borger', disability: true } })).toContain('LAN-13');
  });

  test('do not make a silent plan speak', () => {
    const { findings } = answerTo(shelf, { today, input: { case: record(), question: start('internship') } });
    expect(findings.map(({ text }) => text).join(' ')).toContain('Ingen regel i kommunens plan handler om det her.');
  });

  test('are no facts that the answer rests on', () => {
    const found = shelf.on('langsund', today);
    if (!('rulebook' in found)) throw new Error('the fixture has rules');
    const asked = { today, question: start('internship'), case: record(sick), catalogue: [] };
    expect(decide(found.rulebook, asked).reads).toEqual({});
  });
});

describe('Advice that concerns the person, whatever is asked', () => {
  const immigrant: Partial<Case> = { citizen: { name: 'Opdigtet Borger', integrationGroup: 'immigrant' } };

  test.each<Question>([{ kind: 'deadlines' }, { kind: 'next-step' }, start('guidance')])('$kind', (question) => {
    expect(said(question, immigrant)).toContain('LAN-04');
    expect(said(question)).not.toContain('LAN-04');
  });

  test('does not make a silent plan speak', () => {
    const asked = { today, input: { case: record(immigrant), question: start('internship') } };
    expect(
      answerTo(shelf, asked)
        .findings.map(({ text }) => text)
        .join(' '),
    ).toContain('Ingen regel');
  });
});

test('A group of the plan is known by its rule', () => {
  const found = shelf.on('langsund', today);
  if (!('rulebook' in found)) throw new Error('the fixture has rules');
  const groups = (changes: Partial<Case>) =>
    segmentsOf(found.rulebook, record(changes), today).map(({ name }) => name.da);
  expect(groups({ benefit: { type: 'kontanthjaelp', since: '2024-01-01' } })).toEqual(['i fokus']);
  expect(groups({})).toEqual([]);
});
