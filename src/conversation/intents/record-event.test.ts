import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import type { MessageView, View } from '../../cards/views.ts';
import type { Case } from '../../contract/case.ts';
import type { DueEntry } from '../../rulebook/judgement.ts';

const due = (rule: string, name: string, met: boolean): DueEntry => ({
  rule,
  name: { da: name, en: `${name} (en)` },
  due: '2026-04-10',
  status: met ? 'met' : 'due-soon',
  dueSoonFrom: '2026-03-27',
  undated: false,
});
/** Two invented deadlines: an interview, and one at which vacancies were told of. */
const deadlines = ({ events = [] }: Case): DueEntry[] => {
  const interviews = events.filter(({ type }) => type === 'interview');
  return [
    due('RULE-1', 'Samtale', interviews.length > 0),
    due(
      'RULE-2',
      'Ledige job',
      interviews.some(({ vacanciesTold }) => vacanciesTold === true),
    ),
  ];
};

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk((record, { kind }) => (kind === 'deadlines' ? { deadlines: deadlines(record) } : {}));
  await office.cases.add(caseRecord('testby', 'TST-2026-00001'));
});
afterEach(() => office.store.close());

const message = (view: View): MessageView => {
  if (view.view !== 'message') throw new Error(`a message was expected, not ${view.view}`);
  return view;
};
const told = async (text: string, who = 'kirsten'): Promise<MessageView> => message(await office.say(who, text));
const lines = ({ lines: all }: MessageView): string[] => all.map(({ symbol, text }) => `${symbol} ${text}`);
const events = async () => (await office.item('TST-2026-00001')).record.events;
const audit = async () => (await office.item('TST-2026-00001')).audit.filter(({ what }) => what === 'event-recorded');

describe('Telling that something has happened', () => {
  test('shows what will be recorded and which deadlines it settles, and records nothing', async () => {
    const view = await told('jeg har holdt samtale i TST-2026-00001 i går');
    expect(view.headline).toMatchObject({
      title: 'Skal jeg registrere det?',
      about: 'TST-2026-00001 · Mette Opdigtet',
    });
    expect(lines(view)).toEqual([
      'i Samtale med borgeren, tirsdag den 31. marts 2026',
      '✓ Fristen er opfyldt: Samtale',
      expect.stringContaining('? Svarer du ja til »Fik borgeren at vide'),
    ]);
    expect(view.paragraphs).toContain('Jeg læser det som tirsdag den 31. marts 2026.');
    expect(await events()).toBeUndefined();
  });

  test('asks only for what a rule of the municipality reads', async () => {
    const view = await told('jeg har holdt samtale i TST-2026-00001 i går');
    expect(view.inputs).toMatchObject([{ id: 'vacanciesTold', type: 'choice' }]);
    expect((await told('jeg har haft kontakt med borgeren i TST-2026-00001 i går')).inputs).toEqual([]);
  });

  test('is recorded by the button, with what was answered, and says what is met now', async () => {
    const view = await told('jeg har holdt samtale i TST-2026-00001 i går');
    const done = message(await office.press('kirsten', view, 'record-event', { vacanciesTold: 'true' }));
    expect(done.headline).toMatchObject({ symbol: '✓', title: 'Registreret' });
    expect(lines(done)).toEqual([
      'i Samtale med borgeren, tirsdag den 31. marts 2026',
      expect.stringMatching(/i Fik borgeren at vide.* Ja/),
      '✓ Fristen er opfyldt: Samtale',
      '✓ Fristen er opfyldt: Ledige job',
    ]);
    expect(await events()).toEqual([{ type: 'interview', on: '2026-03-31', vacanciesTold: true }]);
    expect((await office.item('TST-2026-00001')).agenda.every(({ met }) => met)).toBe(true);
    expect(await audit()).toMatchObject([{ by: 'kirsten', details: { event: 'interview', on: '2026-03-31' } }]);
  });

  test('is recorded once, however often the click comes, and answered alike', async () => {
    const view = await told('jeg har holdt samtale i TST-2026-00001 i går');
    const clicks = [1, 2, 3].map(() => office.press('kirsten', view, 'record-event', { vacanciesTold: 'false' }));
    const [first, ...others] = await Promise.all(clicks);
    for (const other of others) expect(other).toEqual(first);
    expect(await events()).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });

  test('is not recorded twice when it is told again', async () => {
    await office.press('kirsten', await told('jeg har holdt samtale i TST-2026-00001 i går'), 'record-event', {
      vacanciesTold: 'true',
    });
    const again = await told('jeg har holdt samtale i TST-2026-00001 i går');
    expect(again.headline.title).toBe('Det er allerede registreret');
    expect(again.actions.map(({ verb }) => verb)).toEqual(['ask', 'ask']);
  });

  test('puts what was left open to the event that is there', async () => {
    await office.press('kirsten', await told('jeg har holdt samtale i TST-2026-00001 i går'), 'record-event');
    const again = await told('jeg har holdt samtale i TST-2026-00001 i går');
    expect(again.paragraphs.join(' ')).toContain('allerede registreret sådan en hændelse');
    const done = message(await office.press('kirsten', again, 'record-event', { vacanciesTold: 'true' }));
    expect(lines(done).filter((line) => line.startsWith('✓'))).toEqual(['✓ Fristen er opfyldt: Ledige job']);
    expect(await events()).toEqual([{ type: 'interview', on: '2026-03-31', vacanciesTold: true }]);
  });

  test('can be called off, and then the old button records nothing', async () => {
    const view = await told('jeg har holdt samtale i TST-2026-00001 i går');
    expect((await office.press('kirsten', view, 'drop-event')).headline.title).toBe('Så registrerer jeg ikke noget');
    await office.press('kirsten', view, 'record-event');
    expect(await events()).toBeUndefined();
  });

  test('refuses a day that has not come, says why, and asks for the day', async () => {
    const view = await told('registrer samtale i TST-2026-00001 i morgen');
    expect(view.paragraphs.join(' ')).toContain('torsdag den 2. april 2026, og den dag er ikke kommet endnu');
    expect(view.inputs.map(({ id }) => id)).toEqual(['on']);
    const still = message(await office.press('kirsten', view, 'check-event', { on: '2026-04-03' }));
    expect(still.inputs.map(({ id }) => id)).toEqual(['on']);
    expect(await events()).toBeUndefined();
  });

  test('says how far back a day lies', async () => {
    expect((await told('registrer samtale i TST-2026-00001 den 2/1 2026')).paragraphs).toContain(
      'Det er 89 dage siden.',
    );
  });

  test('asks for the day on a card, and takes it in words as well', async () => {
    const view = await told('registrer at jeg har holdt samtale i TST-2026-00001');
    expect(view.inputs.map(({ id }) => id)).toEqual(['on']);
    const filled = message(await office.press('kirsten', view, 'check-event', { on: '2026-03-31' }));
    expect(lines(filled)[0]).toBe('i Samtale med borgeren, tirsdag den 31. marts 2026');
    await told('registrer at jeg har holdt samtale i TST-2026-00001');
    expect(lines(await told('i går'))[0]).toBe('i Samtale med borgeren, tirsdag den 31. marts 2026');
    expect(lines(await told('i forgårs'))[0]).toBe('i Samtale med borgeren, mandag den 30. marts 2026');
  });

  test('asks what has happened when the words do not tell', async () => {
    const view = await told('registrer noget i sag TST-2026-00001 i går');
    expect(view.inputs).toMatchObject([{ id: 'type', type: 'choice' }]);
    expect(lines(await told('samtale'))[0]).toBe('i Samtale med borgeren, tirsdag den 31. marts 2026');
    const check = message(
      await office.press('kirsten', await told('registrer noget i sag TST-2026-00001 i går'), 'check-event', {
        type: 'cv-updated',
      }),
    );
    expect(lines(check)[0]).toBe("i CV'et er opdateret, tirsdag den 31. marts 2026");
    await office.press('kirsten', check, 'record-event');
    expect(await events()).toEqual([{ type: 'cv-updated', on: '2026-03-31' }]);
  });

  test('asks which of two cases it was', async () => {
    await office.cases.add(caseRecord('testby', 'TST-2026-00002'));
    const view = await told('jeg har holdt samtale med Mette i går');
    expect(view.headline.title).toBe('Hvilken sag gælder det?');
    const check = message(await office.press('kirsten', view, 'choose', {}, 'TST-2026-00001'));
    expect(lines(check)[0]).toBe('i Samtale med borgeren, tirsdag den 31. marts 2026');
  });

  test('is for those who may write in the case, looked up when they click', async () => {
    await office.cases.change('testby', 'TST-2026-00001', (item) => ({
      item: { ...item, record: { ...item.record, team: 'syd' } },
      result: undefined,
    }));
    expect((await told('jeg har holdt samtale i TST-2026-00001 i går', 'mona')).headline.title).toContain(
      'Jeg kan ikke finde',
    );
    const view = await told('jeg har holdt samtale i TST-2026-00001 i går');
    await office.cases.change('testby', 'TST-2026-00001', (item) => ({
      item: { ...item, record: { ...item.record, caseworker: 'anders' } },
      result: undefined,
    }));
    await office.press('kirsten', view, 'record-event');
    expect(await events()).toBeUndefined();
  });

  test('is for the own chat: where others read along nothing of it is shown', async () => {
    const view = await office.say('kirsten', 'jeg har holdt samtale i TST-2026-00001 i går', 'channel');
    expect(view.headline.title).toBe('Det registrerer vi i vores egen chat');
    expect(JSON.stringify(view)).not.toMatch(/Mette|Samtale med/);
    const own = await told('jeg har holdt samtale i TST-2026-00001 i går');
    const data = own.actions[0]?.data;
    await office.click('kirsten', { verb: 'record-event', data }, 'channel');
    expect(await events()).toBeUndefined();
  });

  test('a card of somebody else, or one made up, records nothing', async () => {
    const view = await told('jeg har holdt samtale i TST-2026-00001 i går');
    await office.press('mona', view, 'record-event');
    await office.click('kirsten', { verb: 'record-event', data: { draft: 'made-up' } });
    await office.click('kirsten', { verb: 'record-event', data: {} });
    expect(await events()).toBeUndefined();
  });

  test('a follow-up goes to the offer it was of, with what it showed', async () => {
    const view = await told('der er holdt opfølgning i TST-2026-00001 i går');
    expect(view.inputs.map(({ id }) => id)).toEqual(['offer', 'progress', 'asAgreed']);
    const inputs = { offer: 'o1', progress: 'true', asAgreed: '' };
    for (let times = 0; times < 2; times += 1) await office.press('kirsten', view, 'record-event', inputs);
    const { offers } = (await office.item('TST-2026-00001')).record;
    expect(offers?.[0]?.followUps).toEqual([{ on: '2026-03-31', progress: true }]);
    expect(await events()).toEqual([{ type: 'follow-up', on: '2026-03-31' }]);
  });

  test('is told in English, too', async () => {
    const view = message(
      await office.say('kirsten', 'I held the interview in TST-2026-00001 yesterday', 'personal', 'en'),
    );
    expect(view.headline.title).toBe('Should I record it?');
    expect(lines(view)[0]).toBe('i Interview with the citizen, Tuesday, 31 March 2026');
  });
});
