import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { openTalk, type TalkingOffice } from '../../../test/support/talk.ts';
import { enquiries, quarterlyInterview } from '../../../test/support/testby-more.ts';
import { testbyShelf } from '../../../test/support/testby.ts';
import { digestId, type DigestJob } from '../../agenda/digest-job.ts';
import type { MessageView, View } from '../../cards/views.ts';
import type { Case } from '../../contract/case.ts';
import type { DueEntry } from '../../rulebook/judgement.ts';

const followUps = `
  - id: TST-12
    statement: { da: Et tilbud følges op., en: An offer is followed up. }
    source: { section: Tilbud, line: 32 }
    deadline:
      name: { da: Opfølgning, en: Follow-up }
      each: offers
      when: true
      due: { date: $offer.starts, plus: 2 months }
      met: { not: true }
`;

/** Today is Wednesday 1 April 2026. */
const named: Record<string, DueEntry['name']> = {
  'TST-11': { da: 'Samtale', en: 'Interview' },
  'TST-12': { da: 'Opfølgning', en: 'Follow-up' },
};
const due = (rule: string, on: string, more: Partial<DueEntry> = {}): DueEntry => ({
  rule,
  name: named[rule] ?? { da: rule, en: rule },
  due: on,
  dueSoonFrom: '2026-03-25',
  status: on < '2026-04-01' ? 'overdue' : 'due-soon',
  undated: false,
  ...more,
});
const ofCases: Record<string, DueEntry[]> = {
  'C-1': [due('TST-11', '2026-03-20')],
  'C-2': [due('TST-12', '2026-04-02', { offerId: 'o1' }), due('TST-11', '2026-04-20', { dueSoonFrom: '2026-04-13' })],
  'C-3': [due('TST-11', '2026-03-30')],
  'C-4': [due('TST-11', '2026-03-10')],
  'C-5': [due('TST-12', '2026-04-01', { undated: true })],
};
/** An interview settles what an interview was due for. */
const settled = ({ id, events = [] }: Case): DueEntry[] =>
  (ofCases[id] ?? []).map((entry) =>
    entry.rule === 'TST-11' && events.some(({ type }) => type === 'interview') ? { ...entry, status: 'met' } : entry,
  );

let office: TalkingOffice;
const add = (id: string, name: string, more: Partial<Case> = {}) =>
  office.cases.add(caseRecord('testby', id, { citizen: { name }, ...more }));

beforeEach(async () => {
  office = await openTalk(
    (record) => ({ deadlines: settled(record) }),
    [],
    testbyShelf(quarterlyInterview + followUps + enquiries),
  );
  await add('C-1', 'Mette Opdigtet');
  await add('C-2', 'Torben Opdigtet');
  await add('C-3', 'Signe Opdigtet', { caseworker: 'mona' });
  await add('C-4', 'Viggo Opdigtet', { team: 'syd', caseworker: 'anders' });
});
afterEach(() => office.store.close());

/** An enquiry of yesterday morning, to be answered this morning. */
const enquiry = () =>
  office.matters.add({
    id: 'M-1',
    municipality: 'testby',
    team: 'nord',
    kind: 'company-enquiry',
    receivedAt: '2026-03-31T07:15:00Z',
  });

/** The team's digest of today, as its channel has it. */
const posted = (id: string): DigestJob => ({
  id,
  municipality: 'testby',
  day: '2026-04-01',
  what: 'team',
  to: { team: 'nord' },
  plannedAt: '2026-04-01T05:30:00.000Z',
  state: 'sent',
  attempts: 0,
  card: { conversationId: 'channel-nord', activityId: 'card-1' },
});

const message = (view: View): MessageView => {
  if (view.view !== 'message') throw new Error(`a ${view.view}: ${view.headline.title}`);
  return view;
};
const ask = async (text: string, who = 'kirsten', where?: 'channel', language?: 'en'): Promise<MessageView> =>
  message(await office.say(who, text, where, language));
const texts = ({ lines }: MessageView): string[] =>
  lines.map(({ text, date, left }) => [text, date, left].filter((part) => part !== undefined).join(' · '));
const cases = (view: MessageView): string[] => texts(view).map((text) => /C-\d+|M-\d+/.exec(text)?.[0] ?? text);

describe('What is urgent', () => {
  test('is what is overdue and due soon in one’s own cases, the oldest first, each with its rule', async () => {
    const view = await ask('Hvad haster?');
    expect(view.headline).toMatchObject({
      title: '1 over tiden og 1 forfalder snart',
      tone: 'attention',
      about: 'Dine sager, og det du har taget · 1. april 2026',
    });
    expect(texts(view)).toEqual([
      'C-1 · Mette Opdigtet: Samtale · senest 20. marts 2026 · 12 dage over tiden',
      'C-2 · Torben Opdigtet: Opfølgning (vejledning og opkvalificering) · senest 2. april 2026 · om 1 dag',
    ]);
    expect(view.lines[0]?.place).toBe('TST-11 · Opdigtet plan, linje 31');
  });

  test('is told in English', async () => {
    const view = await ask('What is overdue?', 'kirsten', undefined, 'en');
    expect(view.headline.title).toBe('1 overdue and 1 due soon');
    expect(texts(view)[0]).toBe('C-1 · Mette Opdigtet: Interview · by 20 March 2026 · 12 days overdue');
  });

  test('is nothing, said kindly, where nothing is', async () => {
    const view = await ask('Hvad haster?', 'jens');
    expect(view).toMatchObject({ headline: { tone: 'good', title: 'Der er ikke noget, der haster' }, lines: [] });
  });

  test('by a day has what is due until then, and on a day only that', async () => {
    expect(cases(await ask('Hvad forfalder inden den 20. april?'))).toEqual(['C-1', 'C-2', 'C-2']);
    const on = await ask('Hvad forfalder på torsdag?', 'mona');
    expect(on).toMatchObject({ headline: { title: 'Det er der ikke noget af' }, lines: [] });
    expect(cases(await ask('Hvad forfalder i morgen?'))).toEqual(['C-2']);
    for (const today of ['Hvad forfalder i dag?', 'Hvad forfalder idag'])
      expect((await ask(today)).paragraphs).toEqual(['Kun det, der forfalder onsdag den 1. april 2026.']);
    expect(cases(await ask('Hvad skal jeg nå i dag?'))).toEqual(['C-1', 'C-2']);
  });

  test('as of another day is read for that day, and says what it leaves out', async () => {
    const view = await ask('Hvad er overskredet pr. 21. april 2026?');
    expect(view.headline.title).toBe('3 over tiden');
    expect(texts(view)[0]).toContain('32 dage over tiden');
    expect(view.paragraphs.join(' ')).toContain('hvis der ikke sker mere i sagerne');
    expect((await ask('Hvad var overskredet pr. 25. marts 2026?')).headline.title).toContain('1 over tiden');
  });

  test('can be asked for by what it is called, and the buttons keep to that', async () => {
    const view = await ask('Hvilke opfølgninger haster i teamet?');
    expect(cases(view)).toEqual(['C-2']);
    expect(view.paragraphs).toContain('Kun: Opfølgning.');
    expect(view.actions.map(({ data }) => data['rules'])).toContain('TST-12');
    expect(cases(await ask('Hvad er overskredet for tilbud i teamet?'))).toEqual(['C-2']);
    for (const kind of ['overdue follow-ups in the team', 'overdue follow ups in the team'])
      expect(cases(await ask(kind, 'kirsten', undefined, 'en'))).toEqual(['C-2']);
    for (const kind of ['henvendelser', 'klager'])
      expect((await ask(`Hvilke ${kind} haster i teamet?`)).headline.title).toBe('Det er der ikke noget af');
  });

  test('is put together by rule in English too', async () => {
    const view = await ask('Overdue in the team by rule', 'kirsten', undefined, 'en');
    expect(texts(view)[0]).toBe('Follow-up: 1 due soon');
  });

  test('gives two offers in one case choices that can be told apart', async () => {
    ofCases['C-6'] = ['o1', 'o2'].map((offerId) => due('TST-12', '2026-04-02', { offerId }));
    const [offer] = (await office.item('C-1')).record.offers ?? [];
    if (offer === undefined) throw new Error('C-1 has an offer');
    await add('C-6', 'Ida Opdigtet', { offers: [offer, { ...offer, id: 'o2' }], caseworker: 'jens' });
    const [choice] = (await ask('Hvad haster?', 'jens')).inputs;
    const titles = choice?.type === 'choice' ? choice.choices.map(({ title }) => title) : [];
    expect(new Set(titles).size).toBe(2);
  });

  test('has what has no date of its own apart', async () => {
    await add('C-5', 'Bodil Opdigtet');
    const view = await ask('Hvad haster?');
    expect(view.headline.title).toBe('1 over tiden, 1 forfalder snart og 1 uden dato');
    expect(texts(view).at(-1)).toBe('C-5 · Bodil Opdigtet: Opfølgning · uden dato');
  });
});

describe('Whose it is', () => {
  test('the team’s, with whose each one is, and the team’s enquiries', async () => {
    await enquiry();
    const view = await ask('Hvad haster i teamet?');
    expect(cases(view)).toEqual(['C-1', 'C-3', 'M-1', 'C-2']);
    expect(view.lines[1]?.place).toContain('Sagsbehandler: mona Opdigtet');
    expect(view.lines[0]?.place).not.toContain('Sagsbehandler');
    expect(cases(await ask('Hvad haster?'))).not.toContain('M-1');
  });

  test('a colleague’s, by name, and the team’s after one’s own', async () => {
    expect(cases(await ask('Hvilke af Monas sager er for sent ude?'))).toEqual(['C-3']);
    await ask('Hvad har jeg overskredet?');
    expect(cases(await ask('og teamets?'))).toEqual(['C-1', 'C-3', 'C-2']);
    expect(cases(await ask('og inden den 20. april?'))).toEqual(['C-1', 'C-3', 'C-2', 'C-2']);
  });

  test('of a team or a colleague one may not see it is said as of one that is not there', async () => {
    const team = await ask('Overskredne frister i team syd');
    expect(team.headline.title).toBe('Jeg kan ikke vise dig frister for syd');
    expect((await ask('Hvilke af Anders sager er for sent ude?')).headline.title).toBe(
      'Jeg kan ikke vise dig frister for Anders',
    );
    const forged = { verb: 'show-overdue', data: { person: 'anders', from: 0, by: 'date' } };
    expect(message(await office.click('kirsten', forged)).lines).toEqual([]);
    expect((await ask('Hvad haster i teamet?', 'jens')).headline.symbol).toBe('✕');
  });

  test('of a lead without cases it is that of all their teams', async () => {
    expect(cases(await ask('Hvad haster?', 'lone'))).toEqual(['C-4', 'C-1', 'C-3', 'C-2']);
    const own = await ask('Hvad haster for mig?', 'lone');
    expect(cases(own)).toEqual([]);
    expect(cases(message(await office.press('lone', own, 'ask')))).toHaveLength(4);
  });

  test('where others read along there are numbers and dates, no names', async () => {
    const view = await ask('Hvad haster?', 'kirsten', 'channel');
    expect(texts(view)[0]).toBe('C-1: Samtale · senest 20. marts 2026 · 12 dage over tiden');
    expect(JSON.stringify(view)).not.toContain('Mette');
    expect(view).toMatchObject({ actions: [], inputs: [] });
  });
});

describe('From the list', () => {
  const chosen = async (number: string, text = 'Hvad haster i teamet?') => {
    const view = await ask(text);
    const input = view.inputs.find(({ id }) => id === 'entry');
    const choices = input?.type === 'choice' ? input.choices : [];
    return { view, entry: choices.find(({ title }) => title.includes(number))?.value };
  };

  test('one is taken, once, and by one person', async () => {
    const { view, entry } = await chosen('C-3');
    const after = message(await office.press('kirsten', view, 'take-open', { entry }));
    expect(after.paragraphs).toContain('Du har taget punktet i C-3.');
    expect(after.lines[1]?.place).toContain('Du har taget det');
    await office.press('kirsten', view, 'take-open', { entry });
    expect((await office.item('C-3')).taken).toHaveLength(1);
    const late = message(await office.press('mona', view, 'take-open', { entry }));
    expect(late.paragraphs).toContain('kirsten Opdigtet har allerede taget punktet i C-3.');
    expect(cases(await ask('Hvad haster?'))).toEqual(['C-1', 'C-3', 'C-2']);
  });

  test('nobody takes what they may not see', async () => {
    const data = { from: 0, by: 'date', entry: 'case~C-4~TST-11~~2026-03-10' };
    const view = message(await office.click('kirsten', { verb: 'take-open', data }));
    expect(view.paragraphs).toContain('Punktet i C-4 er ikke åbent længere.');
    expect((await office.item('C-4')).taken).toBeUndefined();
  });

  test('what has happened is asked for its day only, since one event settles it; the team’s digest shows it', async () => {
    const { view, entry } = await chosen('C-1');
    const form = message(await office.press('kirsten', view, 'record-open', { entry }));
    expect(form.inputs.map(({ id }) => id)).toEqual(['on']);
    const check = await office.press('kirsten', form, 'check-event', { on: '2026-03-31' });
    const team = digestId('2026-04-01', 'team', { team: 'nord' });
    await office.store.create('digest', posted(team));
    await office.press('kirsten', check, 'record-event');
    expect((await office.store.read('digest', 'testby', team))?.item.sendAt).toBe('2026-04-01T10:00:00Z');
    expect(cases(await ask('Hvad haster?'))).toEqual(['C-2']);
  });

  test('an enquiry is taken into one’s own list, and recorded as answered on a day that has come', async () => {
    await enquiry();
    const { view, entry } = await chosen('M-1');
    await office.press('kirsten', view, 'take-open', { entry });
    expect(cases(await ask('Hvad haster?'))).toEqual(['C-1', 'M-1', 'C-2']);
    const form = await office.press('kirsten', view, 'record-open', { entry });
    for (const on of ['2026-04-02', '2026-03-30', ''])
      expect((await office.press('kirsten', form, 'answer-matter', { on })).headline.title).toContain('Hvornår');
    const done = await office.press('kirsten', form, 'answer-matter', { on: '2026-04-01' });
    expect(done).toMatchObject({ headline: { title: 'Registreret', about: 'M-1' } });
    expect(cases(await ask('Hvad haster i teamet?'))).not.toContain('M-1');
    expect((await office.services.matters.read('testby', 'M-1'))?.item.answered?.by).toBe('kirsten');
  });

  test('an enquiry is neither taken nor recorded by whoever only advises the team', async () => {
    await enquiry();
    const person = { ...office.person('jens'), roles: [{ role: 'specialist', team: 'nord' } as const] };
    const click = async (verb: string, data: object) =>
      message(
        (
          await office.assistant.click(
            {
              person,
              language: 'da',
              conversation: { id: 'own', type: 'personal' },
              activityId: 'a',
              now: '2026-04-01T10:00:00Z',
              today: '2026-04-01',
            },
            { verb, data },
          )
        ).view,
      );
    const entry = 'matter~M-1~TST-30~~2026-04-01T09:15:00+02:00';
    for (const shown of [
      await click('take-open', { from: 0, by: 'date', scope: 'team', entry }),
      await click('record-open', { entry }),
      await click('answer-matter', { matter: 'M-1', on: '2026-04-01' }),
    ])
      expect(shown.paragraphs).toContain('Din rolle giver ikke adgang til at skrive i M-1.');
    const item = (await office.services.matters.read('testby', 'M-1'))?.item;
    expect([item?.taken, item?.answered]).toEqual([[], undefined]);
  });

  test('one is asked about, and without a choice it is said to make one', async () => {
    const { view, entry } = await chosen('C-2');
    expect((await office.press('kirsten', view, 'ask-open', { entry })).headline.about).toContain('C-2');
    const none = message(await office.press('kirsten', view, 'ask-open'));
    expect(none.paragraphs).toEqual(['Vælg først et punkt på listen.']);
  });

  test('there are pages of ten, and it can be put together by caseworker', async () => {
    for (let number = 10; number < 22; number += 1) {
      ofCases[`C-${number}`] = [due('TST-11', `2026-03-${number}`)];
      await add(`C-${number}`, 'Otto Opdigtet', { caseworker: 'mona' });
    }
    const first = await ask('Hvad haster i teamet?');
    expect(first.lines).toHaveLength(10);
    const second = message(await office.press('kirsten', first, 'show-overdue', {}, 'Vis flere'));
    expect(second.paragraphs).toContain('Viser nr. 11–15 af 15.');
    expect(new Set([...cases(first), ...cases(second)]).size).toBe(15);
    const grouped = message(await office.press('kirsten', first, 'show-overdue', {}, 'Efter sagsbehandler'));
    expect(texts(grouped)[0]).toBe('kirsten Opdigtet: 1 over tiden og 1 forfalder snart');
    expect(texts(grouped)[3]).toBe('mona Opdigtet: 13 over tiden');
    expect(texts(await ask('Overskredne frister i teamet pr. sagsbehandler'))).toEqual(texts(grouped));
    for (const { data } of first.actions) expect(JSON.stringify(data)).not.toContain('Opdigtet');
  });
});
