import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord, runningOffer } from '../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../test/support/talk.ts';
import { auditIntact } from '../cases/audit.ts';
import type { View } from '../cards/views.ts';
import type { Case } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';
import { factAt } from '../../test/support/fact-at.ts';

const CASE = 'TST-2026-00417';
const ASK = `Må jeg forlænge tilbuddet i ${CASE} til 31. maj?`;
const everything = (view: View) => JSON.stringify(view);

/** What the rules ask for in this test, as long as it is unknown. */
let wanted: string[] = [];
const valueOf = (record: Case, path: string, question: Question = { kind: 'continue-offer', offerId: 'o1' }) =>
  factAt({ today: '2026-04-01', question, case: record, catalogue: [] }, path);
const judge = (record: Case, question: Question) => {
  const missing = wanted.filter((path) => valueOf(record, path, question) === undefined);
  return missing.length > 0 ? { outcome: 'needs-info' as const, missing } : {};
};

let office: TalkingOffice;
const { pricePerWeek: _, ...unpriced } = runningOffer;
beforeEach(async () => {
  wanted = [];
  office = await openTalk(judge);
  await office.cases.add(caseRecord('testby', CASE, { offers: [unpriced] }));
});
afterEach(() => office.store.close());

const say = (text: string) => office.say('kirsten', text);
const asking = async (...paths: string[]) => {
  wanted = paths;
  return say(ASK);
};
const record = async () => (await office.item(CASE)).record;

describe('What was asked for, answered in words', () => {
  test.each([
    ['offer.pricePerWeek', '2200', 2200],
    ['offer.pricePerWeek', 'den koster 1.850 om ugen', 1850],
    ['citizen.diagnosedAutism', 'ja', true],
    ['citizen.diagnosedAutism', 'nej ikke autisme', false],
    ['citizen.diagnosedAutism', 'she has autism', true],
    ['citizen.birthDate', 'hun er født 3. maj 1999', '1999-05-03'],
    ['citizen.attendableHours', '20 timer', 20],
    ['citizen.gender', 'kvinde', 'female'],
    ['citizen.integrationGroup', 'Flygtning', 'refugee'],
    ['citizen.birthDate', '7. juni 88', '1988-06-07'],
    ['followUpIntervalDays', '30', 30],
    ['hasEmployer', 'nej', false],
    ['firstAbsenceOn', '3. marts', '2026-03-03'],
  ])(
    '%s: “%s” is recorded as the card’s input would be, said, and the question answered again',
    async (path, text, value) => {
      await asking(path);
      const view = await say(text);
      expect(view).toMatchObject({
        view: 'decision',
        headline: { title: 'Ja, tilbuddet kan forlænges' },
        reading: expect.stringContaining('Jeg har forstået dit svar sådan:'),
      });
      expect(valueOf(await record(), path)).toBe(value);
      const { audit } = await office.item(CASE);
      expect(audit.at(-1)).toMatchObject({ by: 'kirsten', what: 'fact-recorded', details: { fact: path } });
      expect(auditIntact(audit)).toBe(true);
    },
  );

  test('belongs to the question where the card’s input would: nothing goes into the case', async () => {
    await asking('question.likelyJobOrEducation');
    const before = await office.item(CASE);
    expect((await say('ja')).headline.title).toBe('Ja, tilbuddet kan forlænges');
    expect(await office.item(CASE)).toEqual(before);
  });

  test.each([
    ['ja', ['citizen.diagnosedAutism', 'citizen.disability']],
    ['12', ['citizen.attendableHours', 'offer.pricePerWeek']],
  ])('“%s” could answer two questions: it is asked which', async (text, paths) => {
    await asking(...paths);
    const before = await office.item(CASE);
    const view = await say(text);
    expect(everything(view)).toContain('passe til flere af de oplysninger');
    expect(view).toMatchObject({ inputs: paths.map((id) => ({ id })) });
    expect(await office.item(CASE)).toEqual(before);
  });

  test('a named one of two is taken, and the other asked for again', async () => {
    await asking('citizen.diagnosedAutism', 'citizen.disability');
    expect(await say('hun har ikke autisme')).toMatchObject({ inputs: [{ id: 'citizen.disability' }] });
    expect((await record()).citizen.diagnosedAutism).toBe(false);
  });

  test.each([
    'ved ikke',
    'det ved jeg ikke',
    'måske',
    'ja det tror jeg',
    'not sure',
    'har hun autisme?',
    'hvad med autisme?',
  ])('“%s” is no answer: nothing is recorded', async (text) => {
    await asking('citizen.diagnosedAutism');
    const before = await office.item(CASE);
    await say(text);
    expect(await office.item(CASE)).toEqual(before);
  });

  test.each(['nej hun er rask', 'nej glem det', 'ja tak'])(
    '“%s” says something beside: what would be recorded is shown, and waits for a click',
    async (text) => {
      await asking('citizen.diagnosedAutism');
      const before = await office.item(CASE);
      expect((await say(text)).headline.title).toBe('Skal jeg skrive det i sagen?');
      expect(await office.item(CASE)).toEqual(before);
    },
  );

  test('a value that the fact cannot have is refused as on the card', async () => {
    await asking('citizen.attendableHours');
    expect(everything(await say('200'))).toContain('et tal fra 0 til 168');
    expect((await record()).citizen).not.toHaveProperty('attendableHours');
  });

  test('is taken only for the question that asked: not after another one, nor from somebody else', async () => {
    await asking('citizen.diagnosedAutism');
    const before = await office.item(CASE);
    await office.say('mona', 'ja');
    await say('Hvad siger reglerne om virksomhedspraktik?');
    await say('ja');
    expect(await office.item(CASE)).toEqual(before);
  });

  test('where others read along nothing is recorded', async () => {
    wanted = ['citizen.diagnosedAutism'];
    await office.say('kirsten', ASK, 'channel');
    const view = await office.say('kirsten', 'ja', 'channel');
    expect(view.headline.title).toBe('Det klarer vi i vores egen chat');
    expect((await record()).citizen).not.toHaveProperty('diagnosedAutism');
  });
});

describe('A fact of the case that nobody asked for', () => {
  test.each(['hun har autisme', 'she has autism'])('“%s” is shown and waits for a click', async (text) => {
    await say(ASK);
    const before = await office.item(CASE);
    const shown = await say(text);
    expect(shown.headline.title).toBe('Skal jeg skrive det i sagen?');
    expect(everything(shown)).toContain('Autismediagnose: Ja.');
    expect(JSON.stringify(shown.actions)).not.toContain('utis');
    expect(await office.item(CASE)).toEqual(before);
    const view = await office.press('kirsten', shown, 'record-stated');
    expect(everything(view)).toContain('Det står nu i sagen:');
    expect(view.headline.about).toContain('31. maj 2026');
    expect((await record()).citizen.diagnosedAutism).toBe(true);
    expect((await office.item(CASE)).audit.at(-1)).toMatchObject({ what: 'fact-recorded' });
  });

  test('is recorded once, however often the click is delivered', async () => {
    await say(ASK);
    const shown = await say('hun har autisme');
    await office.press('kirsten', shown, 'record-stated');
    const once = await office.item(CASE);
    const again = await office.press('kirsten', shown, 'record-stated');
    expect(again.headline.title).toBe('Ja, tilbuddet kan forlænges');
    expect(await office.item(CASE)).toEqual(once);
  });

  test('is not recorded by the button of a card that the talk has gone on from', async () => {
    await say(ASK);
    const shown = await say('hun har autisme');
    await say(ASK);
    const view = await office.press('kirsten', shown, 'record-stated');
    expect(everything(view)).toContain('er vi gået videre fra');
    expect((await record()).citizen).not.toHaveProperty('diagnosedAutism');
  });

  test('that a colleague has put otherwise in the meantime stays as theirs', async () => {
    await say(ASK);
    const shown = await say('hun har autisme');
    await office.cases.change('testby', CASE, (item) => {
      const citizen = { ...item.record.citizen, diagnosedAutism: false };
      return { item: { ...item, record: { ...item.record, citizen } }, result: undefined };
    });
    expect(everything(await office.press('kirsten', shown, 'record-stated'))).toContain('udfyldt af en kollega imens');
    expect((await record()).citizen.diagnosedAutism).toBe(false);
  });

  test.each([
    ['Hvilke frister er der i', 'hun har autisme'],
    ['Hvad er næste skridt i', 'hun har autisme'],
    ['What are the deadlines in', 'she has autism'],
  ])('after “%s …” it is not passed over in silence: “%s”', async (question, text) => {
    await say(`${question} ${CASE}?`);
    const before = await office.item(CASE);
    const shown = await say(text);
    expect(shown.headline.title).toBe('Skal jeg skrive det i sagen?');
    expect(everything(shown)).toMatch(/Autismediagnose: Ja\./);
    expect(everything(shown)).toContain('Det ændrer ikke svaret på dit spørgsmål');
    expect(await office.item(CASE)).toEqual(before);
    expect(everything(await office.press('kirsten', shown, 'record-stated'))).toContain('Det står nu i sagen:');
    expect((await record()).citizen.diagnosedAutism).toBe(true);
  });

  test('says that the answer turns on it where it does', async () => {
    await say(ASK);
    wanted = ['citizen.diagnosedAutism'];
    expect(everything(await say('hun har autisme'))).toContain('Det betyder noget for svaret på dit spørgsmål.');
  });

  test('and that the case has already is said, with nothing to click', async () => {
    await say(ASK);
    await office.press('kirsten', await say('hun har autisme'), 'record-stated');
    const view = await say('hun har autisme');
    expect(view).toMatchObject({ headline: { title: 'Det står allerede i sagen' }, actions: [] });
  });

  test('but of an offer, after a question on the case as a whole, is neither used nor recorded, and that is said', async () => {
    await say(`Hvilke frister er der i ${CASE}?`);
    const before = await office.item(CASE);
    expect(await say('den koster 2.300 om ugen')).toMatchObject({
      view: 'deadlines',
      notes: expect.arrayContaining([expect.stringContaining('hverken brugt eller gemt')]),
    });
    expect(await office.item(CASE)).toEqual(before);
  });
});

describe('An answer that is open to doubt is not taken: the question comes again, with what is wanted', () => {
  test.each([
    ['offer.pricePerWeek', 'ikke 1950', 'én pris i kroner om ugen'],
    ['offer.pricePerWeek', '-1950', 'én pris i kroner om ugen'],
    ['offer.pricePerWeek', 'mindst 1.950 kr.', 'én pris i kroner om ugen'],
    ['offer.pricePerWeek', '7.800 kr. om måneden', 'én pris i kroner om ugen'],
    ['offer.pricePerWeek', '1950 nok', 'Så lader jeg det stå åbent'],
    ['citizen.attendableHours', 'ikke 12', 'ét antal timer om ugen'],
    ['citizen.attendableHours', '12-16', 'ét antal timer om ugen'],
    ['citizen.attendableHours', '4 timer om dagen', 'ét antal timer om ugen'],
    ['citizen.disability', 'jo nej', 'enten »ja« eller »nej«'],
    ['citizen.disability', 'no yes', 'enten »ja« eller »nej«'],
    ['citizen.disability', 'han er ikke ikke handicappet', 'enten »ja« eller »nej«'],
    ['citizen.disability', 'nej han er handicappet', 'enten »ja« eller »nej«'],
    ['citizen.birthDate', 'ikke 7. juni 1988', 'hele fødselsdatoen med år'],
    ['citizen.birthDate', '7. juni', 'hele fødselsdatoen med år'],
    ['citizen.birthDate', '7. juni 25', 'hele fødselsdatoen med år'],
    ['citizen.birthDate', 'i forgårs', 'hele fødselsdatoen med år'],
    ['citizen.arrivedInDenmarkOn', '7. juni', 'hele datoen med år'],
    ['firstAbsenceOn', 'ikke 9. februar', 'én bestemt dag'],
    ['firstAbsenceOn', 'inden 9. februar', 'én bestemt dag'],
    ['firstAbsenceOn', 'efter 9. februar', 'én bestemt dag'],
    ['firstAbsenceOn', 'i februar', 'én bestemt dag'],
    ['firstAbsenceOn', 'for 5 uger siden', 'én bestemt dag'],
    ['followUpIntervalDays', '-14', 'ét antal dage'],
    ['followUpIntervalDays', 'ca. 14', 'ét antal dage'],
  ])('%s: “%s”', async (path, text, wants) => {
    await asking(path);
    const before = await office.item(CASE);
    const view = await say(text);
    expect(everything(view)).toContain(wants);
    expect(view).toMatchObject({ inputs: [{ id: path }] });
    expect(await office.item(CASE)).toEqual(before);
  });

  test('nor is a day that no calendar has', async () => {
    await asking('firstAbsenceOn');
    const before = await office.item(CASE);
    await say('30. februar');
    expect(await office.item(CASE)).toEqual(before);
  });
});

describe('The price of an offer that is only planned', () => {
  const START = `Må ${CASE} starte i vejledning fra 1. maj i 8 uger?`;
  const planning = async () => {
    wanted = ['offer.pricePerWeek'];
    await say(START);
  };
  const pricePlanned = (view: View) => everything(view).includes('Pris: ');

  test.each(['1950', '1.950 kr. om ugen', 'den koster 1950 kroner', '1.950,-', 'nitten hundrede'])(
    'is “%s”',
    async (text) => {
      await planning();
      const view = await say(text);
      expect(view.headline.title).toBe('Ja, tilbuddet kan startes');
      expect(pricePlanned(view)).toBe(true);
    },
  );

  test.each([
    'under 1.950',
    'maks 1950 kr',
    'ca. 1950',
    '1950 pr. måned',
    '250 i timen',
    '1950 dollars',
    'den var 1950 før',
    'mellem 1800 og 1950',
    '1800-1950',
    '6 timer om dagen',
    'højst 1950 kr og 20 timer',
    'about 1950',
  ])('is not taken from “%s”', async (text) => {
    await planning();
    const view = await say(text);
    expect(view.headline.title).toBe('Jeg mangler én oplysning');
    expect(everything(view)).toContain('Skriv én pris i kroner om ugen');
  });
});

describe('Health that is not the citizen’s, not certain or not any more', () => {
  test.each([
    'hendes bror er handicappet',
    'konens datter har autisme',
    'hun er ved at blive udredt for autisme',
    'der er tegn på autisme',
    'psykiateren har afkræftet autisme',
    'han har måske autisme',
    'hun var psykisk sårbar som ung',
    'she used to be disabled',
    'her son is disabled',
  ])('is neither recorded nor offered for recording, asked for or not: “%s”', async (text) => {
    const paths = ['citizen.diagnosedAutism', 'citizen.disability', 'citizen.mentallyVulnerable'];
    for (const asked of [[], paths]) {
      wanted = asked;
      await say(ASK);
      const before = await office.item(CASE);
      const view = await say(text);
      expect(everything(view)).toContain('Jeg har ikke taget noget fra det, du skrev om helbred');
      expect(JSON.stringify(view.actions)).not.toContain('record-stated');
      expect(await office.item(CASE)).toEqual(before);
    }
  });

  test.each(['hvad nu hvis hans søster har autisme?', 'hvad hvis autisme er udelukket?'])(
    'nor supposed: “%s”',
    async (text) => {
      await say(ASK);
      expect(everything(await say(text))).not.toContain('Autismediagnose');
    },
  );

  test('while the citizen’s own is supposed as before', async () => {
    await say(ASK);
    expect(everything(await say('hvad nu hvis hun havde autisme?'))).toContain('Autismediagnose: Ja.');
  });
});

describe('Yes or no to a question that asked nothing', () => {
  test.each(['nej', 'ja', 'nope'])('“%s”: what is meant is asked', async (text) => {
    await say(ASK);
    const view = await say(text);
    expect(view).toMatchObject({ view: 'message', headline: { title: 'Det forstod jeg ikke helt' } });
  });
});
