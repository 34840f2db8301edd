import { describe, expect, test } from '@jest/globals';
import type { View } from '../../src/cards/views.ts';
import { caseworkerOf, openDemoOffice, texts } from './demo-office.ts';

/** Ends of months, a leap day, a public holiday and the days about New Year. */
const days = [
  '2026-11-22',
  '2027-01-31',
  '2027-03-01',
  '2027-05-17',
  '2027-08-30',
  '2027-12-24',
  '2028-01-01',
  '2028-02-29',
];

interface Promised {
  headline: RegExp;
  says: RegExp[];
  /** What is then filled in on the card, and what comes of it. */
  then?: { filledIn: Record<string, string>; headline: RegExp; says: RegExp[] };
}

/** A line of a card with its symbol, and the rule below it; the rules' own words may change. */
const finds = (symbol: string, rule: string): RegExp => new RegExp(`[${symbol}] [^\n]*\n +${rule} ·`);
/** An entry of a list of deadlines: name, date, rule. */
const due = (symbol: string, rule: string): RegExp => new RegExp(`[${symbol}] [^\n]*\n[^\n]*\n +${rule}\\b`);
const silent = [/Ingen regel i kommunens plan handler om det her/];
const assessment = /kan lave en konkret, individuel vurdering/;

/** What each demo promises of the things to ask, in their order. */
const promised: Record<string, Promised[]> = {
  hedensted: [
    { headline: /^Ja, tilbuddet kan startes$/, says: [/ 6 timer om ugen/, finds('✓', 'HED-29')] },
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/Hvad er målet med tilbuddet\?/],
      then: { filledIn: { 'offer.goal': 'employment' }, headline: /^Ikke endnu/, says: [finds('○', 'HED-68')] },
    },
    { headline: /^Nej, tilbuddet kan ikke startes$/, says: [finds('✕', 'HED-61'), assessment] },
    { headline: /^Fristen for svar er overskredet$/, says: [finds('✕', 'HED-77')] },
    { headline: /^Næste skridt efter planen$/, says: [finds('1', 'HED-23'), finds('i', 'HED-44')] },
  ],
  hjoerring: [
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/Er borgeren psykisk sårbar\?/],
      then: { filledIn: { 'citizen.mentallyVulnerable': 'true' }, headline: /^Ja, tilbuddet kan startes$/, says: [] },
    },
    { headline: /^Nej, tilbuddet kan ikke startes$/, says: [finds('✕', 'HJO-32'), finds('→', 'HJO-32')] },
    { headline: /^1 frist nærmer sig$/, says: [due('!', 'HJO-50'), finds('i', 'HJO-51')] },
    {
      headline: /^Næste skridt efter planen – og 1 frist er overskredet$/,
      says: [finds('1', 'HJO-24'), finds('2', 'HJO-24'), /Datoer\n✕ /],
    },
    { headline: /^Ja, tilbuddet kan forlænges$/, says: silent },
  ],
  holbaek: [
    {
      headline: /^Nej, tilbuddet kan ikke startes$/,
      says: [finds('✕', 'HOL-07'), finds('→', 'HOL-07'), assessment],
    },
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/Hvad er målet med tilbuddet\?/],
      then: { filledIn: { 'offer.goal': 'none' }, headline: /^Ikke endnu/, says: [finds('○', 'HOL-75')] },
    },
    { headline: /^1 frist er overskredet$/, says: [due('✕', 'HOL-76'), due('!', 'HOL-79')] },
    { headline: /^Nej, tilbuddet kan ikke startes$/, says: [finds('✕', 'HOL-65'), /31\. december 2021/] },
    {
      headline: /^Planens grupper – 10 åbne sager$/,
      says: [/kernearbejdskraft · 6 borgere/, /på kanten · 1 borger\b/],
    },
  ],
  jammerbugt: [
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/ordinær uddannelse\?/],
      then: {
        filledIn: { 'offer.assessment.educationPossible': 'true' },
        headline: /^Ikke endnu/,
        says: [finds('○', 'JAM-07')],
      },
    },
    { headline: /^Ja, tilbuddet kan startes$/, says: [finds('✓', 'JAM-07')] },
    { headline: /^1 frist er overskredet$/, says: [due('✕', 'JAM-18')] },
    { headline: /^Næste skridt efter planen$/, says: [finds('5', 'JAM-07'), /Datoer\n! /] },
    { headline: /^Ja, tilbuddet kan forlænges$/, says: silent },
  ],
  rebild: [
    { headline: /^Ja, når 3 godkendelser er på plads$/, says: [finds('○', 'REB-32')] },
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/overvejende sandsynligt/],
      then: {
        filledIn: { 'question.likelyJobOrEducation': 'true' },
        headline: /^Ja, når 2 godkendelser er på plads$/,
        says: [finds('○', 'REB-35'), finds('○', 'REB-38')],
      },
    },
    { headline: /^Nej, tilbuddet kan ikke forlænges$/, says: [finds('✕', 'REB-33'), assessment] },
    { headline: /^2 frister er overskredet$/, says: [due('✕', 'REB-68'), due('!', 'REB-69')] },
    { headline: /over tiden/, says: [/Esther|REB-/] },
    { headline: /^Skovsporet: Gul/, says: [/REB-38/] },
  ],
};

/** The headlines of what is no answer: not understood, not found, or a question in return. */
const noAnswers = new Set(
  [
    'not-understood.title',
    'out-of-scope.title',
    'unknown-citizen',
    'which-case',
    'which-offer',
    'which-entry',
    'which-reading',
    'which-kind',
    'no-offer',
    'until-too-early',
    'impossible-offer',
  ].map((key) => texts('da')(`talk.${key}`)),
);
const answers = ({ view, headline }: View): boolean => view !== 'message' || !noAnswers.has(headline.title);

describe('what a demo says to ask', () => {
  test.each(days)('is answered by every municipality, when first started on %s', async (today) => {
    const office = await openDemoOffice(today);
    for (const demo of office.demos) {
      const expectations = promised[demo.municipality] ?? [];
      expect(demo.ask.length).toBeGreaterThanOrEqual(Math.max(expectations.length, 1));
      for (const [index, { say }] of demo.ask.entries()) {
        const asker = caseworkerOf(demo);
        const answered = await office.say(asker, say);
        expect({ say, card: answered.card, answers: answers(answered.view) }).toMatchObject({ answers: true });
        const expected = expectations[index];
        if (expected === undefined) continue;
        expect(answered.view.headline.title).toMatch(expected.headline);
        for (const part of expected.says) expect(answered.card).toMatch(part);
        if (expected.then === undefined) continue;
        const next = await office.fillIn(asker, answered, expected.then.filledIn);
        expect(next.view.headline.title).toMatch(expected.then.headline);
        for (const part of expected.then.says) expect(next.card).toMatch(part);
      }
    }
    await office.close();
  });
});
