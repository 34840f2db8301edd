import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { REFUSED, askedFor, dear, openMeeting } from '../../../test/support/meeting.ts';
import { caseRecord } from '../../../test/support/office.ts';
import type { TalkingOffice } from '../../../test/support/talk.ts';
import type { MessageView, View } from '../../cards/views.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openMeeting();
});
afterEach(() => office.store.close());

const message = (view: View): MessageView => {
  if (view.view !== 'message') throw new Error(`a ${view.view}: ${view.headline.title}`);
  return view;
};
const ask = async (
  text = 'hvad skal på sparringsmødet?',
  who = 'kirsten',
  where: 'channel' | 'personal' = 'personal',
  language: 'da' | 'en' = 'da',
) => message(await office.say(who, text, where, language));
const add = (id: string, record = {}) => office.cases.add(caseRecord('testby', id, record));
const lines = ({ lines: all }: MessageView) => all.map(({ text }) => text);

describe('The agenda of the sparring meeting', () => {
  test('has an open request with what is asked, by when, the offer, and who may discuss it', async () => {
    await askedFor(office, 'C-1');
    const view = await ask();
    expect(view.headline).toMatchObject({
      title: 'Dagsorden: 1 punkt skal drøftes',
      about: 'Team: nord · 1. april 2026',
    });
    expect(view.lines[0]).toMatchObject({ symbol: '◔', place: 'Anmodning fra kirsten Opdigtet' });
    expect(lines(view)).toEqual([
      'C-1 · Mette Opdigtet – forlængelse af vejledning og opkvalificering til 31. maj 2026. Skal være besluttet senest 20. april 2026 (om 19 dage).',
      expect.stringMatching(/^Tilbud: vejledning og opkvalificering, .*2\.000 kr\. om ugen$/),
      'Drøftelse med funktionslederen mangler. Kan gives af: lars Opdigtet eller lone Opdigtet',
    ]);
    expect(view.lines[2]?.place).toBe('TST-03 · Opdigtet plan, linje 20');
  });

  test('has an extension that must be decided soon and that nobody has asked for, with a way to its answer', async () => {
    await add('C-1');
    const view = await ask();
    expect(view.lines[0]).toMatchObject({
      symbol: '→',
      place: 'Der er ikke sendt en anmodning endnu. Sagsbehandler: kirsten Opdigtet',
    });
    const answer = await office.press('kirsten', view, 'ask');
    expect(answer).toMatchObject({ view: 'decision', headline: { about: expect.stringContaining('C-1') } });
    // A colleague sees it too, but it is not theirs to ask.
    expect((await ask(undefined, 'mona')).actions).toEqual([]);
  });

  test('tells what is missing, and where the case has moved on', async () => {
    await office.store.close();
    office = await openMeeting((_, question) =>
      question.kind === 'extend-offer' && question.until === undefined
        ? { outcome: 'needs-info', missing: ['offer.goal'] }
        : {},
    );
    await add('C-1');
    await askedFor(office, 'C-2');
    await office.setPrice('C-2', REFUSED + 1);
    const told = lines(await ask()).join('\n');
    expect(told).toContain('Mangler for et fuldt svar: ');
    expect(told).toContain('Sagen har ændret sig, siden der blev spurgt.');
  });

  test('has what must be decided first on top, and the rest on the next pages', async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await add(`C-${number}`);
    const view = await ask();
    expect(view.headline.title).toBe('Dagsorden: 7 punkter skal drøftes');
    expect(lines(view).join('\n')).not.toContain('C-7');
    const next = message(await office.press('kirsten', view, 'show-agenda'));
    expect(lines(next).filter((text) => text.includes('C-'))).toEqual([expect.stringContaining('C-7')]);
  });

  test('leaves out what is decided later, what the rules refuse and closed cases', async () => {
    office.setDay('2026-03-01');
    await add('C-1');
    expect((await ask()).headline.title).toBe('Der er ikke noget på dagsordenen');
    // The meeting is later, and then it must be decided soon.
    expect((await ask('dagsorden til sparringsmødet d. 26. marts')).headline.title).toContain('1 punkt');
    office.setDay('2026-04-01');
    expect((await ask()).headline.title).toContain('1 punkt');
    await office.setPrice('C-1', REFUSED + 1);
    await add('C-2', { status: 'closed' });
    expect((await ask()).headline.title).toBe('Der er ikke noget på dagsordenen');
  });

  test('says which day it was read as, and what must be decided before then', async () => {
    await add('C-1');
    const view = await ask('dagsorden til sparringsmødet d. 23. april');
    expect(view.paragraphs).toContain('Til mødet torsdag den 23. april 2026.');
    expect(lines(view)).toContain('Skal være besluttet før mødet.');
    expect(lines(await ask('dagsorden til sparringsmødet d. 16. april'))).not.toContain(
      'Skal være besluttet før mødet.',
    );
  });

  test('is complete in English', async () => {
    await askedFor(office, 'C-1');
    const view = await ask('agenda for the sparring meeting', 'kirsten', 'personal', 'en');
    expect(view.headline.title).toBe('Agenda: 1 item to discuss');
    expect(lines(view)[0]).toContain('Must be decided by 20 April 2026 (in 19 days).');
  });

  test('is case numbers and dates where others read along', async () => {
    await askedFor(office, 'C-1');
    const view = await ask(undefined, 'kirsten', 'channel');
    expect(lines(view)).toEqual(['C-1. Skal være besluttet senest 20. april 2026 (om 19 dage).']);
    expect(view.actions).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/Mette|vejledning/i);
  });
});

describe('Whose agenda', () => {
  test('a caseworker’s own team’s: other teams have their own', async () => {
    await add('C-1');
    await add('C-2', { team: 'syd', caseworker: 'anders' });
    expect(lines(await ask()).join()).not.toContain('C-2');
    expect(lines(await ask(undefined, 'anders')).join()).not.toContain('C-1');
    const refused = await ask('dagsorden til sparring i team syd');
    expect(refused.headline.title).toBe('Jeg kan ikke vise dig dagsordenen for syd');
    expect(refused.paragraphs).toEqual(['Du kan spørge om nord.']);
  });

  test('a lead’s of the whole municipality: all of it, or the team that is named', async () => {
    await add('C-1');
    await add('C-2', { team: 'syd', caseworker: 'anders' });
    await office.store.create('team', { id: 'syd', municipality: 'testby', name: 'Syd', leads: [] });
    const all = await ask(undefined, 'lone');
    expect(all.headline.about).toBe('Testby Kommune · 1. april 2026');
    expect(lines(all).join()).toMatch(/C-1.*C-2/);
    const south = await ask('dagsorden til sparring i team syd', 'lone');
    expect(south.headline.about).toContain('Team: Syd');
    expect(lines(south).join()).not.toContain('C-1');
  });

  test('nobody’s without a role that follows a team’s cases', async () => {
    await add('C-1');
    expect((await ask(undefined, 'jens')).headline.title).toBe(
      'Din rolle giver ikke adgang til dagsordenen for et team',
    );
  });
});

describe('A case for the agenda', () => {
  test('is there by itself when the plan wants it discussed', async () => {
    await askedFor(office, 'TST-2026-00417', dear);
    const view = await ask('sæt TST-2026-00417 på sparringsmødet');
    expect(view.headline).toMatchObject({ title: 'Dagsorden: 1 punkt skal drøftes', about: 'TST-2026-00417' });
    expect(view.paragraphs.join()).toContain('Du behøver ikke sætte sager på');
  });

  test('is not when nothing has to be discussed, and that is said', async () => {
    await add('TST-2026-00417', { offers: [] });
    const view = await ask('sæt TST-2026-00417 på sparringsmødet');
    expect(view.headline.title).toBe('Der er ikke noget på dagsordenen');
    expect(view.paragraphs[0]).toContain('I TST-2026-00417 er der ingen åben anmodning');
  });

  test('of another team does not exist', async () => {
    await add('TST-2026-00417', { team: 'syd', caseworker: 'anders' });
    expect((await ask('sæt TST-2026-00417 på sparringsmødet')).headline.title).toContain('Jeg kan ikke finde');
  });
});
