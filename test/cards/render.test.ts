import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inputId, inputPath } from '../../src/contract/input-id.ts';
import { largestCard, sizeOf, leavesOf, isPayload } from '../../src/cards/payload.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { createCards } from '../../src/cards/render.ts';
import type { DecisionView, MessageView, View } from '../../src/cards/views.ts';
import { denied, needsApproval, needsInfo } from '../support/sample-decisions.ts';
import { openRequest } from '../support/sample-requests.ts';
import { sampleViews } from '../support/sample-views.ts';

const cards = createCards(join(import.meta.dirname, '../../cards'));
const textOf = (view: View, language: 'da' | 'en' = 'da'): string => plainText(cards.render(view, language).card);
const elementsOf = (view: View): Record<string, unknown>[] =>
  leavesOf(cards.render(view, 'da').card)
    .map(({ value }) => value)
    .filter(isPayload);
const bare: DecisionView = {
  view: 'decision',
  headline: { symbol: '✓', title: 'Ja', tone: 'good' },
  notes: [],
  findings: [],
  approvals: [],
  dates: [],
  todo: [],
  ways: [],
  inputs: [],
  actions: [],
};
const message = (over: Partial<MessageView> = {}): MessageView => ({
  view: 'message',
  headline: { symbol: 'i', title: 'Hej', tone: 'default' },
  paragraphs: [],
  lines: [],
  inputs: [],
  actions: [],
  ...over,
});

describe('a decision card', () => {
  test('says the answer with a symbol and words, on the colour of its tone', () => {
    expect(textOf(denied).split('\n')[0]).toBe('✕ Nej, ikke efter kommunens regler');
    expect(elementsOf(denied).find(({ type }) => type === 'Container')).toMatchObject({ style: 'attention' });
  });

  test('has nothing but its headline when there is nothing else to say', () => {
    expect(textOf(bare)).toBe('✓ Ja');
  });

  test('puts what to do first before what the rules say, and each rule with its place in the source', () => {
    const text = textOf(needsInfo);
    expect(text.indexOf('Gør først')).toBeLessThan(text.indexOf('Det siger reglerne'));
    expect(text).toContain('RULE-31 · Indsatsstrategi 2023, linje 68');
  });

  test('shows the individual assessment, what can be done instead and that the period of the plan has ended', () => {
    const text = textOf(denied);
    for (const part of ['Konkret vurdering', 'Hvad du kan gøre i stedet', 'Planens periode sluttede'])
      expect(text).toContain(part);
  });

  test('shows dates with the days left', () => {
    expect(textOf(needsApproval)).toContain('! Forløbet slutter\n  31. maj 2023 · om 12 dage');
  });

  test('has its headings in the language of the reader', () => {
    expect(textOf(needsInfo, 'en')).toContain('Do this first');
    expect(cards.render(needsInfo, 'en').card).toMatchObject({ lang: 'en' });
  });

  test('is told in notifications without the name of the citizen', () => {
    const { summary } = cards.render(denied, 'da');
    expect(summary).toBe('Nej, ikke efter kommunens regler');
  });
});

describe('inputs', () => {
  test('are there for each missing fact, known by its path', () => {
    const ids = elementsOf(needsInfo).filter(({ type }) => String(type).startsWith('Input.'));
    expect(ids.map(({ id, type }) => [id, type])).toEqual([
      ['offer.pricePerWeek', 'Input.Number'],
      ['offer.assessment.companyOfferPossible', 'Input.ChoiceSet'],
      ['readiness.category', 'Input.ChoiceSet'],
      ['firstAbsenceOn', 'Input.Date'],
    ]);
  });

  test('name their unit, and say what is possible when a number is out of range', () => {
    const number = elementsOf(needsInfo).find(({ type }) => type === 'Input.Number');
    expect(number).toMatchObject({
      label: 'Hvad koster tilbuddet om ugen? (kr.)',
      min: 0,
      max: 50_000,
      errorMessage: 'Skriv et tal mellem 0 og 50.000.',
    });
  });

  test('show few choices at once and fold many', () => {
    const styles = elementsOf(needsInfo).filter(({ type }) => type === 'Input.ChoiceSet');
    expect(styles.map(({ style }) => style)).toEqual(['expanded', 'compact']);
  });

  test('of a path with Danish letters have an ASCII id that leads back to it', () => {
    expect(inputId('offers.forløb 1.price')).toMatch(/^[!-~]+$/);
    expect(inputPath(inputId('offers.forløb 1.price'))).toBe('offers.forløb 1.price');
    expect(inputPath('%')).toBeUndefined();
  });

  test('that only rejecting needs do not hold up approving', () => {
    const buttons = elementsOf(openRequest).filter(({ type }) => type === 'Action.Execute');
    expect(buttons.map(({ verb, associatedInputs }) => [verb, associatedInputs])).toEqual([
      ['approve', 'none'],
      ['reject', 'auto'],
    ]);
    expect(elementsOf(openRequest).find(({ id }) => id === 'reason')).toMatchObject({
      isRequired: true,
      errorMessage: 'Skriv kort, hvorfor du afviser.',
    });
  });
});

describe('a card with too much on it', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({
    symbol: '✕',
    text: `Regel ${index} siger nej.`,
    place: `R-${index}`,
  }));

  test('keeps the strongest findings and says how many there is no room for', () => {
    const { card } = cards.render({ ...bare, findings: many }, 'da');
    expect(sizeOf(card)).toBeLessThanOrEqual(largestCard);
    expect(plainText(card)).toContain('Regel 0 siger nej.');
    expect(plainText(card)).toContain('Og 970 mere, som ikke kan være på kortet.');
  });

  test('is shortened in its texts too when the lists alone do not do it', () => {
    const findings = many.map((line) => ({ ...line, text: line.text.repeat(400) }));
    const { card } = cards.render({ ...bare, findings, notes: findings.map(({ text }) => text) }, 'da');
    expect(sizeOf(card)).toBeLessThanOrEqual(largestCard);
    expect(plainText(card)).toContain('…');
  });

  test('keeps all its inputs and buttons', () => {
    const before = cards.render({ ...needsInfo, findings: many }, 'da').card;
    expect(plainText(before).match(/^›/gm)).toHaveLength(needsInfo.inputs.length);
    expect(before['actions']).toHaveLength(needsInfo.actions.length);
  });
});

describe('a mistake of ours', () => {
  const action = { title: 'Vis', verb: 'ask', data: {} };
  test.each([
    ['seven buttons', message({ actions: Array.from({ length: 7 }, () => action) }), 'Teams shows 6'],
    ['a button without a verb', message({ actions: [{ ...action, verb: '' }] }), 'needs a verb'],
    [
      'the same input twice',
      message({
        inputs: [
          { id: 'a', type: 'date', label: 'a' },
          { id: 'a', type: 'date', label: 'b' },
        ],
      }),
      'another element has',
    ],
    ['no title', message({ headline: { symbol: '', title: '', tone: 'good' } }), 'needs speak'],
  ])('%s: the card does not leave', (_, view, why) => {
    expect(() => cards.render(view, 'da')).toThrow(expect.objectContaining({ code: 'card-unsound' }));
    expect(() => cards.render(view, 'da')).toThrow(why);
  });
});

test.each(Object.entries(sampleViews))('the button data of %s is the view’s own, not the same object', (_, view) => {
  const { card } = cards.render(view, 'da');
  const data = Array.isArray(card['actions']) ? card['actions'].map((action: { data: unknown }) => action.data) : [];
  expect(data).toEqual(view.actions.map((action) => action.data));
  for (const [index, { data: own }] of view.actions.entries()) expect(data[index]).not.toBe(own);
});

test.each(Object.entries(sampleViews))(
  'the words of %s keep their own colour: a tone is for symbols and bars',
  (_, view) => {
    const toned = elementsOf(view).filter(
      ({ type, color, fontType }) => type === 'TextRun' && color === 'warning' && fontType !== 'Monospace',
    );
    for (const { text } of toned) expect(text).toHaveLength(1);
  },
);
