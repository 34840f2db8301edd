import { describe, expect, test } from '@jest/globals';
import { staffOf } from '../../../test/support/office.ts';
import { texts } from '../../../test/support/talk.ts';
import type { Decision, Finding } from '../../contract/decision.ts';
import { type DecisionFacts, decisionOutline, decisionView } from './decision-view.ts';

const wording = { say: texts('da'), language: 'da' as const, today: '2026-04-01' };
const finding = (rule: string, effect: Finding['effect'], text = 'Det siger reglen.'): Finding => ({
  rule,
  effect,
  text,
  source: { document: 'Opdigtet plan', section: 'Principper', line: 72 },
});
const decision = (overrides: Partial<Decision> = {}): Decision => ({
  outcome: 'allowed',
  findings: [finding('RULE-1', 'permits')],
  approvals: [],
  missing: [],
  todo: [],
  deadlines: [],
  alternatives: [],
  rulebook: { municipality: 'testby', version: '1', validFrom: '2026-01-01' },
  ...overrides,
});
const facts = (overrides: Partial<Decision> = {}, more: Partial<DecisionFacts> = {}): DecisionFacts => ({
  decision: decision(overrides),
  decisionId: 'testby~C-1~u1',
  kind: 'extend-offer',
  about: 'C-1 · Mette Opdigtet',
  reading: [],
  eligible: () => staffOf('testby').filter(({ id }) => id === 'lone' || id === 'lars'),
  mayAsk: true,
  liftable: false,
  mayRecord: true,
  assumed: [],
  settling: [],
  reminders: new Set(),
  rules: new Map(
    ['RULE-1', 'RULE-2', 'RULE-3', 'RULE-4', 'RULE-5'].map((rule) => [rule, finding(rule, 'permits').source]),
  ),
  ...more,
});
const view = (overrides: Partial<Decision> = {}, more: Partial<DecisionFacts> = {}) =>
  decisionView(facts(overrides, more), wording);
const approval = {
  rule: 'RULE-2',
  form: 'discussion' as const,
  roles: ['functional-lead' as const],
  status: 'open' as const,
};
const verbs = ({ actions }: ReturnType<typeof view>) => actions.map(({ verb }) => verb);

describe('The answer in words and symbol', () => {
  test.each([
    [{ outcome: 'allowed' as const }, '✓', 'Ja, tilbuddet kan forlænges'],
    [{ outcome: 'needs-approval' as const, approvals: [approval] }, '◔', 'Ja, når det er drøftet med funktionslederen'],
    [
      { outcome: 'needs-approval' as const, approvals: [approval, { ...approval, rule: 'RULE-3' }] },
      '◔',
      'Ja, når 2 godkendelser er på plads',
    ],
    [{ outcome: 'not-yet' as const }, '!', 'Ikke endnu – gør først det her'],
    [{ outcome: 'needs-info' as const, missing: ['offer.goal'] }, '?', 'Jeg mangler én oplysning'],
    [{ outcome: 'denied' as const }, '✕', 'Nej, tilbuddet kan ikke forlænges'],
  ])('%#', (overrides, symbol, title) => {
    expect(view(overrides).headline).toMatchObject({ symbol, title, about: 'C-1 · Mette Opdigtet' });
  });
});

describe('The card of a decision', () => {
  test('names each rule with its place in the source, in the order of the decision', () => {
    const { findings } = view({ findings: [finding('RULE-9', 'forbids', 'For langt.'), finding('RULE-1', 'advises')] });
    expect(findings[0]).toMatchObject({
      symbol: '✕',
      text: 'For langt.',
      place: 'RULE-9 · Opdigtet plan, linje 72',
    });
    expect(findings[1]).toMatchObject({ symbol: 'i' });
  });

  test('names who can give an open approval, and offers to ask them', () => {
    const card = view({ outcome: 'needs-approval', approvals: [approval], findings: [finding('RULE-2', 'approval')] });
    expect(card.approvals[0]?.text).toBe('Det siger reglen. Kan gives af: lars Opdigtet eller lone Opdigtet');
    expect(card.approvals[0]?.place).toContain('linje 72');
    expect(card.actions[0]).toMatchObject({ verb: 'request-approval', data: { decisionId: 'testby~C-1~u1' } });
  });

  test('says what a rule needs approved once: with who can give it, and not among what the rules say besides', () => {
    const card = view({
      outcome: 'needs-approval',
      approvals: [approval, { ...approval, form: 'agreement' }],
      findings: [
        finding('RULE-2', 'approval', 'Det skal drøftes.'),
        finding('RULE-2', 'approval', 'Det skal aftales.'),
        finding('RULE-1', 'permits', 'Prisen er i orden.'),
      ],
    });
    expect(card.approvals.map(({ text }) => text.split('.')[0])).toEqual(['Det skal drøftes', 'Det skal aftales']);
    expect(card.findings.map(({ text }) => text)).toEqual(['Prisen er i orden.']);
  });

  test('of an approval without a word of its rule names the form and the role', () => {
    const card = view({ outcome: 'needs-approval', approvals: [approval] });
    expect(card.approvals[0]?.text).toContain('Skal drøftes med funktionslederen. Kan gives af:');
  });

  test('says so when nobody can give an approval', () => {
    const card = view({ outcome: 'needs-approval', approvals: [approval] }, { eligible: () => [] });
    expect(card.approvals[0]?.text).toContain('ingen lige nu');
  });

  test('offers no request to somebody who may not ask, nor before an assumed fact is given', () => {
    const asks = { outcome: 'needs-approval' as const, approvals: [approval] };
    expect(verbs(view(asks, { mayAsk: false }))).not.toContain('request-approval');
    const assumed = view(asks, { assumed: ['offer.starts'] });
    expect(verbs(assumed)).not.toContain('request-approval');
    expect(assumed.inputs.map(({ id }) => id)).toEqual(['offer.starts']);
  });

  test('asks for what is missing as inputs, and names what cannot be filled in', () => {
    const card = view({
      outcome: 'needs-info',
      missing: ['offer.pricePerWeek', 'citizen.verySpecialNeeds', 'readiness.category', 'benefit.type'],
    });
    expect(card.inputs.map(({ id }) => id)).toEqual([
      'offer.pricePerWeek',
      'citizen.verySpecialNeeds',
      'readiness.category',
      'readiness.since',
    ]);
    expect(card.notes).toEqual(['Der mangler også noget, som ikke kan udfyldes her: borgerens ydelse']);
    expect(verbs(card)[0]).toBe('answer-facts');
  });

  test('has no inputs for somebody who may not record facts', () => {
    const card = view({ outcome: 'needs-info', missing: ['offer.goal'] }, { mayRecord: false });
    expect(card.inputs).toEqual([]);
    expect(verbs(card)).not.toContain('answer-facts');
    expect(card.notes[0]).toContain('Hvad er målet med tilbuddet?');
  });

  test('counts the days to each date, and says when a plan has ended', () => {
    const card = view({
      latestEnd: '2026-04-13',
      planPeriodEnded: '2025-12-31',
      deadlines: [
        { rule: 'RULE-5', name: 'Opfølgning', due: '2026-03-29', status: 'overdue' },
        { rule: 'RULE-6', name: 'Samtale', due: '2026-04-01', status: 'due-soon' },
        { rule: 'RULE-7', name: 'Svar', due: '2026-04-02T09:00:00+02:00', status: 'upcoming' },
      ],
    });
    expect(card.dates.map(({ left }) => left)).toEqual(['om 12 dage', '3 dage over tiden', 'i dag', 'om 1 dag']);
    expect(card.dates[0]).toMatchObject({ label: 'Seneste slutdato efter reglerne', date: '13. april 2026' });
    expect(card.notes[0]).toContain('sluttede 31. december 2025');
  });

  test('of a no does not promise the latest end: it holds once what says no is put right', () => {
    const [latest] = view({ outcome: 'denied', latestEnd: '2026-04-13' }).dates;
    expect(latest?.label).toBe('Seneste slutdato efter reglerne, hvis det, der giver nej, kommer på plads');
  });

  test('ends with the number that the answer is found again by', () => {
    expect(view({}).reference).toBe('Svarets nummer: testby~C-1~u1');
  });

  test('of a no says what would make it a yes and who can assess it individually', () => {
    const card = view({
      outcome: 'denied',
      alternatives: [{ text: 'Forlæng højst til 30. juni.', rule: 'RULE-1' }],
      individualAssessment: { roles: ['functional-lead'] },
    });
    expect(card.ways[0]).toMatchObject({ text: 'Forlæng højst til 30. juni.' });
    expect(card.assessment).toContain('funktionslederen kan lave en konkret, individuel vurdering');
    expect(view({ individualAssessment: { roles: ['functional-lead'] } }).assessment).toBeUndefined();
  });

  test('never has more buttons than a card takes', () => {
    const findings = ['1', '2', '3', '4', '5'].map((n) => finding(`RULE-${n}`, 'advises'));
    const card = view({ outcome: 'needs-approval', approvals: [approval], missing: ['offer.goal'], findings });
    expect(card.actions.length).toBeLessThanOrEqual(6);
  });

  test('offers to show the rules it rests on, but not the plan as a whole', () => {
    const card = view({ findings: [finding('plan', 'advises'), finding('RULE-1', 'advises')] });
    expect(card.actions.map(({ data }) => data['rule'])).toEqual(['RULE-1']);
  });

  test('where others read along holds the answer and nothing about the citizen', () => {
    const card = decisionOutline(
      facts({ outcome: 'needs-info', missing: ['citizen.diagnosedAutism'] }, { about: 'C-1' }),
      wording,
    );
    expect(card.headline.title).toBe('Jeg mangler én oplysning');
    expect([...card.findings, ...card.inputs, ...card.actions, ...card.approvals]).toEqual([]);
    expect(card.notes).toEqual(['Her kan andre læse med. Detaljerne hører til i vores egen chat.']);
  });

  test('where others read along says as well that the plan has ended', () => {
    const card = decisionOutline(facts({ planPeriodEnded: '2025-12-31' }, { about: 'C-1' }), wording);
    expect(card.notes[0]).toContain('Planens periode sluttede 31. december 2025');
  });
});

describe('The plan’s reminders', () => {
  const findings = ['1', '2', '3', '4', '5'].map((n) => finding(`RULE-${n}`, 'advises'));
  const reminded = () => view({ findings }, { reminders: new Set(['RULE-2', 'RULE-3', 'RULE-4', 'RULE-5']) });

  test('stand apart from what was decided: three are shown, the rest behind a button', () => {
    const { reminders } = reminded();
    expect(reminded().findings).toHaveLength(1);
    expect(reminders?.shown.map(({ place }) => place?.slice(0, 6))).toEqual(['RULE-2', 'RULE-3', 'RULE-4']);
    expect(reminders?.more.map(({ place }) => place?.slice(0, 6))).toEqual(['RULE-5']);
  });

  test('take no button from what moves the case, and are not there where there are none', () => {
    expect(reminded().actions.map(({ data }) => data['rule'])).toEqual(['RULE-1']);
    expect(view().reminders).toBeUndefined();
  });
});
