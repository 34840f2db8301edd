import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import type { View } from '../../cards/views.ts';
import type { Case } from '../../contract/case.ts';
import type { Question } from '../../contract/question.ts';
import { withOfferFact } from '../facts/stated-facts.ts';

/** The answer tells what it was judged on. */
const judge = (record: Case, question: Question) => {
  const { benefit, citizen, readiness, visitedOn, firstAbsenceOn, offers } = record;
  const offer = question.kind === 'start-offer' ? question.offer : offers?.[0];
  const seen = JSON.stringify({ benefit, citizen, readiness, visitedOn, firstAbsenceOn, offer });
  const source = { document: 'Opdigtet plan', section: 'Principper', line: 1 };
  const text = { text: { da: seen.replaceAll(/[{}]/g, ' '), en: '' }, values: {} };
  return { findings: [{ rule: 'RULE-1', effect: 'permits' as const, text, source, reads: [] }] };
};

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk(judge);
  await office.cases.add(caseRecord('testby', 'TST-2026-00417'));
});
afterEach(() => office.store.close());

const say = (text: string) => office.say('kirsten', text);
const everything = (view: View) => JSON.stringify(view).replaceAll('\\"', '"');
const START = 'Må jeg starte virksomhedspraktik i TST-2026-00417 fra 4. maj i 4 uger?';
const CONTINUE = 'Skal tilbuddet i TST-2026-00417 stoppes?';

describe('A fact that is supposed is what the answer is judged on', () => {
  test.each([
    ['hvad hvis hun er på jobafklaring i stedet?', '"type":"jobafklaring"', 'Ydelse: Jobafklaringsforløb.'],
    ['hvad hvis det var løntilskud i stedet for?', '"kind":"wage-subsidy"', 'Tilbud: løntilskud.'],
    ['hvad hvis hun er familiesammenført?', '"integrationGroup":"family-reunified"', 'Familiesammenført'],
    ['hvad hvis pladsen skal bruges til at træne fremmøde?', '"fixedPlaceGround":"attendance"', 'Fremmøde skal trænes'],
    ['hvad hvis hun fik opholdstilladelse den 2. februar?', '"residencePermitOn":"2026-02-02"', '2. februar 2026'],
    ['hvad hvis hun kom til Danmark den 3. september 2019?', '"arrivedInDenmarkOn":"2019-09-03"', '3. september 2019'],
    ['hvad hvis visitationen regnes fra 14. februar?', '"visitedOn":"2026-02-14"', '14. februar 2026'],
    ['hvad hvis første fraværsdag er 2. januar?', '"firstAbsenceOn":"2026-01-02"', '2. januar 2026'],
    ['hvad hvis hun er født den 2. februar 2005?', '"birthDate":"2005-02-02"', '2. februar 2005'],
    ['hvad hvis hun er aktivitetsparat?', '"category":"aktivitetsparat"', 'Aktivitetsparat'],
    ['hvad hvis vi har haft løntilskud oppe at vende?', '"wageSubsidyConsidered":true', 'Løntilskud overvejet: Ja.'],
    ['hvad hvis den starter en uge senere?', '"starts":"2026-05-11"', '11. maj 2026'],
  ])('%s', async (text, judgedOn, told) => {
    await say(START);
    const view = await say(text);
    expect(view.headline.title).toMatch(/^Tænkt eksempel: /);
    expect(everything(view)).toContain(judgedOn);
    expect(everything(view)).toContain(told);
  });

  test('another benefit is in this answer only, and one may suppose something more of it', async () => {
    const before = await office.item('TST-2026-00417');
    await say(START);
    await say('hvad hvis hun er på ledighedsydelse?');
    const both = everything(await say('og hvis hun er familiesammenført?'));
    expect(both).toContain('"type":"ledighedsydelse"');
    expect(both).toContain('"integrationGroup":"family-reunified"');
    expect(await office.item('TST-2026-00417')).toEqual(before);
  });

  test('another kind is no longer the item of the catalogue', () => {
    const planned = { id: 'o-9', kind: 'programme', catalogueItem: 'tst-stien', starts: '2026-05-04' } as const;
    expect(withOfferFact(planned, 'kind', 'wage-subsidy')).toEqual({
      id: 'o-9',
      kind: 'wage-subsidy',
      starts: '2026-05-04',
    });
  });

  test('the kind of an offer that runs is as it is: that is said, and nothing is answered', async () => {
    await say(CONTINUE);
    expect(everything(await say('hvad hvis det var løntilskud i stedet for?'))).toContain('Det kan jeg ikke ændre');
  });

  test('a follow-up that has not been held is supposed to show progress', async () => {
    await say(CONTINUE);
    const view = everything(await say('hvad hvis opfølgningen viste fremgang?'));
    expect(view).toContain('"followUps":[ "on":"2026-04-01","progress":true');
  });
});
