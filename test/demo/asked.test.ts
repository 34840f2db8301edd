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

const silent = [/Ingen regel i kommunens plan handler om det her/];

/** What each demo promises of the things to ask, in their order. */
const promised: Record<string, Promised[]> = {
  hedensted: [
    { headline: /^Ja, tilbuddet kan startes$/, says: [/bliver til 6 timer om ugen i alt/] },
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/Hvad er målet med tilbuddet\?/],
      then: {
        filledIn: { 'offer.goal': 'employment' },
        headline: /^Ikke endnu/,
        says: [/Skaf plads til ti timers dansk i dagtimerne/],
      },
    },
    {
      headline: /^Nej, tilbuddet kan ikke startes$/,
      says: [/unge under 18 år/, /funktionslederen kan lave en konkret/],
    },
    { headline: /^1 frist er overskredet$/, says: [/✕ Lokalt tilbud om jobsøgning/] },
    { headline: /^Næste skridt efter planen/, says: [/Husk også/] },
  ],
  hjoerring: [
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/Er borgeren psykisk sårbar\?/],
      then: { filledIn: { 'citizen.mentallyVulnerable': 'true' }, headline: /^Ja, tilbuddet kan startes$/, says: [] },
    },
    { headline: /^Nej, tilbuddet kan ikke startes$/, says: [/Borgeren er 18 år/, /Brug det almindelige IPS-forløb/] },
    { headline: /^1 frist nærmer sig$/, says: [/Samtale om repatriering/, /så den tæller ikke/] },
    { headline: /^Næste skridt efter planen – og 1 frist er overskredet$/, says: [/job eller uddannelse/i] },
    { headline: /^Ja, tilbuddet kan forlænges$/, says: silent },
  ],
  holbaek: [
    {
      headline: /^Nej, tilbuddet kan ikke startes$/,
      says: [/først i fase 2/, /Brug den ordinære indsats/, /funktionslederen/],
    },
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/Hvad er målet med tilbuddet\?/],
      then: { filledIn: { 'offer.goal': 'none' }, headline: /^Ikke endnu/, says: [/jobmål/] },
    },
    { headline: /^1 frist er overskredet$/, says: [/✕ Vejledning om repatriering/, /! Samtale hver 4. uge/] },
    { headline: /^Nej, tilbuddet kan ikke startes$/, says: [/løb til 31. december 2021/] },
    { headline: /^Ja, tilbuddet kan forlænges$/, says: silent },
  ],
  jammerbugt: [
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/ordinær uddannelse\?/],
      then: {
        filledIn: { 'offer.assessment.educationPossible': 'true' },
        headline: /^Ikke endnu/,
        says: [/Notér på sagen, hvorfor ordinært job eller uddannelse ikke er vejen nu/],
      },
    },
    { headline: /^Ja, tilbuddet kan startes$/, says: [/grunden er noteret på sagen/] },
    { headline: /^1 frist er overskredet$/, says: [/✕ Nyt tilbud til den unge/] },
    { headline: /^Næste skridt efter planen/, says: [/uden indsats/] },
    { headline: /^Ja, tilbuddet kan forlænges$/, says: silent },
  ],
  rebild: [
    { headline: /^Ja, når 3 godkendelser er på plads$/, says: [/Skal aftales med funktionslederen/] },
    {
      headline: /^Jeg mangler én oplysning$/,
      says: [/overvejende sandsynligt/],
      then: {
        filledIn: { 'question.likelyJobOrEducation': 'true' },
        headline: /^Ja, når 2 godkendelser er på plads$/,
        says: [/Skal drøftes/],
      },
    },
    {
      headline: /^Nej, tilbuddet kan ikke forlænges$/,
      says: [/Sidste dag til at beslutte/, /konkret, individuel vurdering/],
    },
    {
      headline: /^2 frister er overskredet$/,
      says: [/✕ Visitation til jobkonsulent/, /! Opfølgning med jobkonsulent/],
    },
    { headline: /^Tilbuddets farve$/, says: [/Skovsporet: Gul/] },
  ],
};

/** The headlines of what is no answer: not understood, not built, not found, or a question in return. */
const noAnswers = new Set(
  [
    'not-yet.title',
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
