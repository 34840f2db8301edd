import { describe, expect, test } from '@jest/globals';
import { entitiesOf } from '../entities.ts';
import type { Intent } from '../intents.ts';
import { readSlots } from '../read-slots.ts';
import { readSentence } from '../sentence.ts';
import type { StatedFacts } from '../understanding.ts';

const asked: Partial<Record<string, string>> = { start: 'start-offer', extend: 'extend-offer', go: 'continue-offer' };

const readAs = (intent: Intent, text: string, lastIntent?: string): StatedFacts => {
  const context = lastIntent === undefined ? {} : { lastIntent, caseId: 'TST-2023-00001', offer: 'guidance' };
  const sentence = readSentence(text, { today: '2023-05-10', context });
  const { slots, tags } = readSlots(sentence, []);
  return entitiesOf(sentence, slots, tags, intent).set ?? {};
};

const supposed = (after: string, text: string): StatedFacts => readAs('what-if', text, asked[after] ?? after);

describe('A fact is told by what it is about and what is said of it', () => {
  test.each<[string, string, StatedFacts]>([
    ['start', 'hvis vi har haft LT oppe at vende', { wageSubsidyConsidered: true }],
    ['start', 'say the wage subsidy has already been looked into', { wageSubsidyConsidered: true }],
    [
      'start',
      'antag at både løntilskud og ordinære timer er drøftet',
      { wageSubsidyConsidered: true, paidWorkConsidered: true },
    ],
    ['start', 'hvis pris og effekt er holdt op mod hinanden', { effectPerPriceWeighed: true }],
    ['start', 'og hvis kurset klæder hende på til en uddannelse', { preparesForThose: true }],
    ['start', 'hvis branchen skriger efter folk', { labourMarketNeed: true }],
    ['start', 'suppose there is a shortage of welders on the labour market', { labourMarketNeed: true }],
    ['extend', 'hvis mester har stillet ham en læreplads i udsigt', { likelyJobOrEducation: true }],
    ['extend', 'what if the extension ends in an apprenticeship', { likelyJobOrEducation: true }],
    ['go', 'hvad hvis stedet leverer som aftalt', { asAgreed: true }],
    ['go', 'hvis der faktisk ER fremgang', { progress: true }],
    ['start', 'hvis hun vælger jobformidleren fra', { jobBrokerDeclined: true }],
    ['start', 'hvis sygemeldingen risikerer at blive langvarig', { atRiskOfLongIncapacity: true }],
    ['start', 'what if she has lost her job', { hasEmployer: false }],
    ['start', 'kunne formålet sættes til uddannelse', { goal: 'education' }],
    ['start', 'uden noget mål overhovedet', { goal: 'none' }],
    ['start', 'hvis hun er fordrevet fra Ukraine', { integrationGroup: 'displaced-ukraine' }],
    ['start', 'hvis pladsen skal bruges til at træne fremmøde', { fixedPlaceGround: 'attendance' }],
    ['start', 'what if the reason is testing availability', { fixedPlaceGround: 'availability' }],
    ['start', 'hvis vi bruger pladsen til at afklare jobmålet', { fixedPlaceGround: 'job-goal' }],
  ])('after %s: %s', (after, text, set) => {
    expect(supposed(after, text)).toEqual(set);
  });
});

describe('What is denied in its clause is not so', () => {
  test.each<[string, string, StatedFacts]>([
    ['start', 'hvis løntilskud slet ikke er blevet overvejet endnu', { wageSubsidyConsidered: false }],
    ['start', 'we forgot to consider wage subsidy', { wageSubsidyConsidered: false }],
    ['start', 'hvis vi ikke har glemt at overveje løntilskud', { wageSubsidyConsidered: true }],
    [
      'start',
      'hvis hverken uddannelse eller et virksomhedsrettet tilbud er muligt',
      { educationPossible: false, companyOfferPossible: false },
    ],
    [
      'start',
      'hvis uddannelse er udelukket og et virksomhedsrettet tilbud er muligt',
      { educationPossible: false, companyOfferPossible: true },
    ],
    ['start', 'og hvis uddannelse ikke er udelukket', { educationPossible: true }],
    ['start', 'er det stadig ikke nok hvis løntimer er overvejet', { paidWorkConsidered: true }],
    [
      'start',
      'hvis løntilskud er overvejet, men løntimer ikke er',
      { wageSubsidyConsidered: true, paidWorkConsidered: false },
    ],
    ['extend', 'hvad hvis det ikke er sandsynligt, at det ender i job', { likelyJobOrEducation: false }],
    ['extend', 'hvis det ikke er usandsynligt at han får en læreplads', { likelyJobOrEducation: true }],
    ['extend', 'what if there is hardly any chance of a job', { likelyJobOrEducation: false }],
    ['go', 'hvis leverandøren ikke lever op til det aftalte', { asAgreed: false }],
    ['start', 'hvis hun er autist og ikke psykisk sårbar', { diagnosedAutism: true, mentallyVulnerable: false }],
    ['start', 'hvis han gerne vil have jobformidler alligevel', { jobBrokerDeclined: false }],
    ['start', 'hvad hvis hun ikke er uddannelsesparat', { 'readiness.category': 'aktivitetsparat-ung' }],
    ['start', 'så ikke på en fast plads', { placement: 'individual' }],
    ['start', 'hvad hvis han ikke er jobparat', {}],
  ])('after %s: %s', (after, text, set) => {
    expect(supposed(after, text)).toEqual(set);
  });
});

describe('What is replaced is not supposed', () => {
  test.each<[string, StatedFacts]>([
    ['og hvis det var 30 timer i stedet for 20', { hoursPerWeek: 30 }],
    ["what if it's 2,100 rather than 2,400", { pricePerWeek: 2100 }],
    ['hvis vi tager en fast plads i stedet for en individuel', { placement: 'fixed' }],
    ['hvis målet ikke er uddannelse men job', { goal: 'employment' }],
    ["imagine she's a refugee, not an immigrant", { integrationGroup: 'refugee' }],
    ['hvis hun er på jobafklaring i stedet for sygedagpenge', { benefit: 'jobafklaring' }],
    ['hvad hvis vi gav løntilskud i stedet for praktik', { kind: 'wage-subsidy' }],
    ['hvis hun er født 2/2 2005 og ikke 2004', { birthDate: '2005-02-02' }],
  ])('%s', (text, set) => {
    expect(supposed('start', text)).toEqual(set);
  });
});

describe('A date belongs to what is named beside it', () => {
  test.each<[string, string, StatedFacts]>([
    ['start', 'opholdstilladelsen kom først 20. april', { residencePermitOn: '2023-04-20' }],
    ['start', 'what if she arrived in Denmark on 4 May 2021', { arrivedInDenmarkOn: '2021-05-04' }],
    ['start', 'regn visitationen fra 14. februar', { visitedOn: '2023-02-14' }],
    ['start', 'første fraværsdag rettes til 2. januar', { firstAbsenceOn: '2023-01-02' }],
    ['start', 'hvis vi skubber starten til 1. august', { starts: '2023-08-01' }],
    ['start', 'what if we push it to 1 August', { starts: '2023-08-01' }],
    ['start', 'suppose it only begins after the summer, on 21 August', { starts: '2023-08-21' }],
    ['start', 'hvad hvis den kører fra 1. juni til 31. august', { starts: '2023-06-01', ends: '2023-08-31' }],
    ['start', 'og hvis den slutter 31. august', { ends: '2023-08-31' }],
    ['extend', 'hvad hvis vi siger den 15. august', { until: '2023-08-15' }],
    ['start', 'hvis den begynder to uger senere', {}],
  ])('after %s: %s', (after, text, set) => {
    expect(supposed(after, text)).toEqual(set);
  });
});

describe('A bare number is what it can be', () => {
  test.each<[string, StatedFacts]>([
    ['går den ved 1.850', { pricePerWeek: 1850 }],
    ['sæt prisen til 1.990 og timerne til 25', { pricePerWeek: 1990, hoursPerWeek: 25 }],
    ['og hvis borgeren kun er 17', { age: 17 }],
    ["pretend he's nineteen", { age: 19 }],
    ['hvis hun kom til landet i 2019 og er flygtning', { integrationGroup: 'refugee' }],
  ])('%s', (text, set) => {
    expect(supposed('start', text)).toMatchObject(set);
    expect(Object.keys(supposed('start', text))).not.toContain(
      set['pricePerWeek'] === undefined ? 'pricePerWeek' : 'age',
    );
  });
});

describe('A question tells facts by the way', () => {
  test.each<[Intent, string, StatedFacts]>([
    [
      'extend-offer',
      'må jeg forlænge mentoren 4 uger, det er overvejende sandsynligt at det fører til job',
      { likelyJobOrEducation: true },
    ],
    [
      'start-offer',
      'må jeg starte praktik på fast plads, løntilskud er overvejet',
      { placement: 'fixed', wageSubsidyConsidered: true },
    ],
    ['start-offer', 'er det muligt at give hende ordinær uddannelse fra 14. august', {}],
    ['continue-offer', 'må han blive i forløbet til den aftalte slutdato, går det', {}],
  ])('%s: %s', (intent, text, set) => {
    expect(readAs(intent, text)).toEqual(set);
  });
});
