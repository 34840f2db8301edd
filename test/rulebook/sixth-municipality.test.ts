import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { decide } from '../../src/rulebook/decide.ts';
import { explain } from '../../src/rulebook/explain.ts';
import { fixtureShelf } from '../support/fixture-shelf.ts';
import { disagreements } from '../../src/rulebook/check/disagreements.ts';
import { answerTo, readScenarios } from '../../src/rulebook/check/scenario.ts';

const shelf = fixtureShelf('lillehavn');
const scenarios = readScenarios(readFileSync(new URL('fixtures/lillehavn.jsonl', import.meta.url), 'utf8'));
const scenario = (id: string) => {
  const found = scenarios.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no scenario ${id}`);
  return found;
};

describe('a sixth municipality is one file of rules', () => {
  test.each(scenarios.map((each) => [each.id, each.why, each] as const))('%s: %s', (_id, _why, each) => {
    expect(disagreements(shelf, each)).toEqual([]);
  });

  test('its own texts, with its own dates and numbers in them', () => {
    const { findings, alternatives, individualAssessment } = answerTo(shelf, scenario('lil-03'));
    expect(findings[0]).toEqual({
      rule: 'LIL-1',
      effect: 'forbids',
      text: 'Praktikken slutter 29. april 2024. Højst 8 uger vil sige til 28. april 2024.',
      source: { document: 'Beskæftigelsesplan 2024-2025', section: 'Praktik', line: 31 },
    });
    expect(alternatives[0]).toEqual({ rule: 'LIL-1', text: 'Lad den slutte senest 28. april 2024.' });
    expect(individualAssessment).toEqual({ roles: ['team-lead'] });
  });

  test('and in English', () => {
    const { today, input } = scenario('lil-09');
    const found = shelf.on('lillehavn', today);
    if (!('rulebook' in found) || input.case === undefined) throw new Error('the scenario has a case and a rulebook');
    const judgement = decide(found.rulebook, { today, case: input.case, question: input.question, catalogue: [] });
    expect(explain(judgement, 'en').findings[0]?.text).toBe(
      'The citizen is 17 at the start. Wage subsidy requires 18.',
    );
  });

  test('a remark is added to a deadline’s name where its condition holds', () => {
    const { today, input } = scenario('lil-19');
    const name = (type: 'sygedagpenge' | 'kontanthjaelp') => {
      const record = input.case && { ...input.case, benefit: { ...input.case.benefit, type } };
      return answerTo(shelf, { today, input: { ...input, ...(record && { case: record }) } }).deadlines[0]?.name;
    };
    expect(name('sygedagpenge')).toBe('Næste samtale (pr. telefon er nok)');
    expect(name('kontanthjaelp')).toBe('Næste samtale');
  });

  test('before its plan there is no answer; nor for a municipality nobody has written rules for', () => {
    expect(shelf.on('lillehavn', '2023-12-31')).toEqual({ notBefore: '2024-01-01' });
    expect(shelf.on('storehavn', '2024-06-01')).toEqual({ unknown: true, known: ['lillehavn'] });
  });
});
