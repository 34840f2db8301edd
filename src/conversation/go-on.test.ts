import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord, runningOffer } from '../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../test/support/talk.ts';
import type { View } from '../cards/views.ts';
import type { Case } from '../contract/case.ts';

const everything = (view: View) => JSON.stringify(view);
const titles = (view: View) => view.actions.map(({ title }) => title);
const ASK = 'Må jeg forlænge tilbuddet i TST-2026-00001 til 31. maj?';
const POUL = 'TST-2026-00002';

let office: TalkingOffice;
const add = (id: string, name: string, more: Partial<Case> = {}) =>
  office.cases.add(caseRecord('testby', id, { citizen: { name }, ...more }));
const change = (id: string, record: (before: Case) => Case) =>
  office.cases.change('testby', id, (item) => ({ item: { ...item, record: record(item.record) }, result: undefined }));
beforeEach(async () => {
  office = await openTalk();
  await add('TST-2026-00001', 'Mette Opdigtet');
  await add(POUL, 'Poul Vindfelt');
});
afterEach(() => office.store.close());

const say = (text: string) => office.say('kirsten', text);

describe('A follow-up asks the last question again', () => {
  test.each([
    ['og hvad med til udgangen af august?', '31. august 2026'],
    ['og med 4 uger?', '28. maj 2026'],
    ['what about until the end of June?', '30. juni 2026'],
  ])('to another end: “%s”', async (text, end) => {
    await say(ASK);
    const view = await say(text);
    expect(view.headline.about).toContain(`til ${end}`);
    expect(everything(view)).toContain('Det handler om TST-2026-00001 · Mette Opdigtet.');
  });

  test('about another citizen, with the end that was asked about', async () => {
    await say(ASK);
    const view = await say('og for Poul?');
    expect(view.headline.about).toContain(`${POUL} · Poul Vindfelt`);
    expect(view.headline.about).toContain('til 31. maj 2026');
    expect(everything(view)).toContain('Jeg læser det som søndag den 31. maj 2026.');
  });

  test('about another citizen whose namesake has to be told apart first', async () => {
    await add('TST-2026-00003', 'Poul Tornhøj');
    await say(ASK);
    const choice = await say('og for Poul?');
    const view = await office.press('kirsten', choice, 'choose', {}, 'Tornhøj');
    expect(view.headline.about).toContain('til 31. maj 2026');
  });

  test('about the other case: the one spoken of before this one, and back again', async () => {
    await add('TST-2026-00003', 'Rikke Tornhøj');
    await say('Må jeg forlænge tilbuddet for Rikke til 31. maj?');
    await say('og for Poul?');
    expect((await say('hvad med den anden sag?')).headline.about).toContain('Rikke Tornhøj');
    expect((await say('what about the other case?')).headline.about).toContain('Poul Vindfelt');
  });

  test('about the other case, when none was spoken of: the only other one, else it is asked which', async () => {
    await say(ASK);
    expect((await say('hvad med den anden sag?')).headline.about).toContain('Poul Vindfelt');
    await add('TST-2026-00003', 'Rikke Tornhøj');
    office.setDay('2026-04-02');
    await say(ASK);
    const choice = await say('hvad med den anden sag?');
    expect(titles(choice)).toEqual([`${POUL} · Poul Vindfelt`, 'TST-2026-00003 · Rikke Tornhøj']);
    const view = await office.press('kirsten', choice, 'choose', {}, 'Rikke');
    expect(view.headline.about).toContain('til 31. maj 2026');
  });

  test('about the other offer of the case', async () => {
    const internship = { ...runningOffer, id: 'o2', kind: 'internship' as const };
    await change('TST-2026-00001', (record) => ({ ...record, offers: [runningOffer, internship] }));
    await say('Må jeg forlænge praktikken i TST-2026-00001 til 31. maj?');
    const view = await say('hvad med det andet forløb?');
    expect(view.headline.about).toContain('forlængelse af vejledning og opkvalificering til 31. maj 2026');
  });

  test('but a question of its own has its own end', async () => {
    await say(ASK);
    expect((await say('Må jeg forlænge tilbuddet for Poul?')).headline.about).toContain('så længe, reglerne tillader');
  });
});

describe('What was spoken of and does not fit any more is asked about', () => {
  test('when the case has been closed, even by an import in the middle of the talk', async () => {
    await say(ASK);
    await change('TST-2026-00001', (record) => ({ ...record, status: 'closed' }));
    const choice = await say('og hvad med til udgangen af august?');
    expect(choice.headline.title).toBe('Hvilken sag gælder det?');
    expect(everything(choice)).toContain('er lukket');
    expect(titles(choice)).toEqual(['TST-2026-00001 · Mette Opdigtet', `${POUL} · Poul Vindfelt`]);
  });

  test('when the case has gone to another team: the only one left is not taken for it', async () => {
    await say(ASK);
    await change('TST-2026-00001', (record) => ({ ...record, team: 'syd', caseworker: 'anders' }));
    const choice = await say('og hvad med til udgangen af august?');
    expect(choice.headline.title).toBe('Hvilken sag gælder det?');
    expect(everything(choice)).not.toContain('Mette');
    expect(titles(choice)).toEqual([`${POUL} · Poul Vindfelt`]);
  });

  test('when the offer is gone: the only one left is not taken for it', async () => {
    await say(ASK);
    await change('TST-2026-00001', (record) => ({ ...record, offers: [{ ...runningOffer, id: 'o9' }] }));
    const choice = await say('og hvad med til udgangen af august?');
    expect(choice.headline.title).toBe('Hvilket tilbud gælder det?');
    expect(everything(choice)).toContain('er ikke i sagen længere');
    const view = await office.press('kirsten', choice, 'choose');
    expect(view.headline.about).toContain('til 31. august 2026');
  });

  test('and nothing is carried from one chat, or one person, to the other', async () => {
    await say(ASK);
    const elsewhere = await office.say('kirsten', 'og hvad med til udgangen af august?', 'groupChat');
    expect(elsewhere.headline.about ?? '').not.toContain('TST-2026-00001');
    expect(everything(await office.say('mona', 'og hvad med til udgangen af august?'))).not.toContain('00001');
  });
});

describe('After a question that got no answer there is nothing to go on with', () => {
  const AUGUST = 'og hvad med til udgangen af august?';
  beforeEach(() => add('TST-2026-00009', 'Sofie Skjult', { team: 'syd', caseworker: 'anders' }));

  test.each([
    ['a case that is not the asker’s to see', 'Må jeg forlænge tilbuddet i TST-2026-00009 til 30. juni?'],
    ['a case that there is not', 'Hvilke frister er der i TST-2026-00777?'],
    ['a citizen nobody is called', 'Hvad er næste skridt for Gudrun Ukendt?'],
  ])('of %s: it is asked which is meant', async (_, refused) => {
    await say(ASK);
    await say(refused);
    const view = await say(AUGUST);
    expect(view.headline.title).toBe('Hvilken sag gælder det?');
    expect(titles(view)).toEqual(['TST-2026-00001 · Mette Opdigtet', `${POUL} · Poul Vindfelt`]);
  });

  test('of one’s only case either: it is not taken for the one that was not found', async () => {
    await change(POUL, (record) => ({ ...record, status: 'closed' }));
    await say(ASK);
    await say('Må jeg forlænge tilbuddet i TST-2026-00777 til 30. juni?');
    expect((await say(AUGUST)).headline.title).toBe('Hvilken sag gælder det?');
  });

  test('a fact, a supposition and a bare “ja” are not taken for it either', async () => {
    for (const said of ['hun har autisme', 'hvad hvis den koster 2.300 om ugen?', 'ja']) {
      await say(ASK);
      await say('Hvilke frister er der i TST-2026-00777?');
      expect((await say(said)).headline.title).toMatch(/^Hvilken sag gælder det\?$|^Hvad mente du\?$/);
    }
  });

  test('but the number put right, or the name, goes on with the question that was refused', async () => {
    await say(ASK);
    await say('Må jeg forlænge tilbuddet i TST-2026-00777 til 30. juni?');
    const view = await say(POUL);
    expect(view.headline.about).toContain(`${POUL} · Poul Vindfelt`);
    expect(view.headline.about).toContain('til 30. juni 2026');
  });

  test('and a later end goes on with the extension that was to be too short', async () => {
    await say('Hvilke frister er der for Poul?');
    await say('Må jeg forlænge tilbuddet i TST-2026-00001 til 1. april?');
    const view = await say(AUGUST);
    expect(view.headline.about).toContain('TST-2026-00001 · Mette Opdigtet');
    expect(view.headline.about).toContain('til 31. august 2026');
  });

  test('of an offer that is not in the case, or a rule that there is not', async () => {
    for (const refused of ['Må jeg forlænge praktikken i TST-2026-00001 til 30. juni?', 'Hvad siger regel TST-999?']) {
      await say(ASK);
      await say(refused);
      expect((await say(AUGUST)).headline.title).toBe('Hvad mente du?');
    }
  });
});
