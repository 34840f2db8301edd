import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fixtureShelf } from '../../../test/support/fixture-shelf.ts';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import type { TargetRow, View } from '../../cards/views.ts';
import { enteredFigures } from '../../targets/read-targets.ts';

const ASK = 'Hvordan går det med måltallene?';
let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk();
  office.services.shelf = fixtureShelf('targets');
});
afterEach(() => office.store.close());

const everything = (view: View) => JSON.stringify(view);
const rowsOf = (view: View): TargetRow[] => (view.view === 'targets' ? view.rows : []);
const rowOf = (view: View, name: string) => rowsOf(view).find((row) => row.name === name);
const verbs = (view: View) => view.actions.map(({ verb }) => verb);
const inPractice = { offers: [{ id: 'o1', kind: 'internship' as const, starts: '2026-02-02', ends: '2026-06-30' }] };
const addCases = async (count: number) => {
  for (let index = 0; index < count; index += 1) await office.cases.add(caseRecord('testby', `C-${index}`, inPractice));
};

const filled = { figure: 'TAL-14~agreements', value: '55', on: '2026-03-31', source: 'Kommunens egen optælling' };
const form = async (who = 'lone') => office.press(who, await office.say(who, ASK), 'enter-figure');
const checked = async (inputs: object = {}, who = 'lone') =>
  office.press(who, await form(who), 'check-figure', { ...filled, ...inputs });
const stored = async (inputs: object = {}, who = 'lone') =>
  office.press(who, await checked(inputs, who), 'store-figure');
const standing = () => enteredFigures(office.store, 'testby');

describe('The targets in chat', () => {
  test('say of each figure the goal, where it stands, and its place in the plan', async () => {
    await addCases(6);
    const view = await office.say('kirsten', ASK);
    expect(view.headline.about).toBe('Opdigtet plan · 1. april 2026');
    expect(rowOf(view, 'Borgere i virksomhedsrettede tilbud')).toEqual({
      symbol: '◔',
      tone: 'warning',
      name: 'Borgere i virksomhedsrettede tilbud',
      bar: { filled: '████████████', rest: '░░░░' },
      value: 'I dag ifølge sagerne: 6 borgere',
      goal: 'Mål: mindst 8 borgere · senest 30. juni 2026',
      state: 'Ikke nået endnu',
      details: ['Kun tilbud i sagerne.'],
      place: 'TAL-10 · Opdigtet plan, linje 20',
    });
  });

  test('hide fewer than five people, and draw no bar from which they could be read', async () => {
    await addCases(3);
    const row = rowOf(await office.say('kirsten', ASK), 'Borgere i virksomhedsrettede tilbud');
    expect(row?.value).toBe('I dag ifølge sagerne: under 5 borgere');
    expect(row).not.toHaveProperty('bar');
  });

  test('say what the cases cannot show', async () => {
    const view = await office.say('kirsten', ASK);
    expect(rowOf(view, 'Aftaler med virksomheder')).toMatchObject({
      symbol: '?',
      state: 'Mangler et tal udefra',
      goal: 'Mål: tallet skal op',
    });
    expect(everything(view)).toContain('2 måltal mangler tal');
  });

  test('of a day that has passed say when the value is from a later one', async () => {
    await addCases(6);
    const stateOn = async () => rowOf(await office.say('lone', ASK), 'Borgere i virksomhedsrettede tilbud')?.state;
    office.setDay('2026-07-15');
    expect(await stateOn()).toBe('Ikke nået – men tallet er fra efter målets dato');
    await stored({ figure: 'TAL-10~citizens', value: '7', on: '2026-06-29' });
    expect(await stateOn()).toBe('Ikke nået – men tallet er fra efter målets dato');
    await stored({ figure: 'TAL-10~citizens', value: '9', on: '2026-07-01' });
    expect(await stateOn()).toBe('Nået – men tallet er fra efter målets dato');
    await stored({ figure: 'TAL-10~citizens', value: '7', on: '2026-06-30' });
    expect(await stateOn()).toBe('Ikke nået til tiden');
  });

  test('are told in English', async () => {
    await addCases(6);
    const view = await office.say('kirsten', 'How are we doing on the targets?', 'personal', 'en');
    expect(rowOf(view, 'Citizens in company-based offers')).toMatchObject({
      value: 'Today, from the cases: 6 citizens',
      goal: 'Goal: at least 8 citizens · by 30 June 2026',
      state: 'Not reached yet',
    });
  });

  test('of one benefit are those that speak of it, and all come with a click', async () => {
    const view = await office.say('kirsten', 'Hvordan går det med måltallene for sygedagpenge?');
    expect(rowsOf(view).map(({ name }) => name)).toEqual(['Andel med arbejdsgiver']);
    expect(everything(view)).toContain('Kun måltal om: Sygedagpenge');
    expect(rowsOf(await office.press('kirsten', view, 'show-targets', {}, 'Vis alle'))).toHaveLength(7);
  });

  test('of a benefit that none speaks of are all of them, and the card says so', async () => {
    const view = await office.say('kirsten', 'Hvordan går det med måltallene for ledighedsydelse?');
    expect(rowsOf(view)).toHaveLength(7);
    expect(everything(view)).toContain('Ledighedsydelse: Det handler ingen af måltallene om, så her er alle.');
  });

  test('are not for a job consultant', async () => {
    const view = await office.say('jens', ASK);
    expect(view.headline.title).toBe('Din rolle giver ikke adgang til måltallene');
    const click = await office.click('jens', { verb: 'show-targets', data: { from: 0 } });
    expect(click.headline.title).toBe('Din rolle giver ikke adgang til måltallene');
  });

  test('are shown where others read along, but entered in the own chat only', async () => {
    expect(verbs(await office.say('lone', ASK, 'channel'))).not.toContain('enter-figure');
    const click = await office.click('lone', { verb: 'enter-figure', data: {} }, 'channel');
    expect(click.headline.title).toBe('Det klarer vi i vores egen chat');
  });

  test('of a plan without any say so', async () => {
    office.services.shelf = fixtureShelf('lillehavn');
    const none = { on: () => fixtureShelf('lillehavn').on('lillehavn', '2026-04-01') };
    office.services.shelf = none;
    expect((await office.say('kirsten', ASK)).headline.title).toBe('Planen sætter ingen måltal');
  });
});

describe('A figure from outside', () => {
  test('is shown before it is stored, and stored by the click after that', async () => {
    const check = await checked();
    expect(everything(check)).toContain('55 aftaler pr. 31. marts 2026');
    expect(everything(check)).toContain('Kilde: Kommunens egen optælling');
    expect(await standing()).toEqual([]);
    const done = await office.press('lone', check, 'store-figure');
    expect(done.headline.title).toBe('Tallet er gemt');
    expect(await standing()).toMatchObject([
      { target: 'TAL-14', figure: 'agreements', value: 55, on: '2026-03-31', by: 'lone', before: [] },
    ]);
    const view = await office.press('lone', done, 'show-targets');
    expect(rowOf(view, 'Aftaler med virksomheder')).toMatchObject({
      value: '31. marts 2026: 55 aftaler. Kilde: Kommunens egen optælling',
      state: 'Mangler et tidligere tal at sammenligne med',
    });
  });

  test('is stored once when the click is delivered twice, and answered the same', async () => {
    const check = await checked();
    const first = await office.press('lone', check, 'store-figure');
    expect(await office.press('lone', check, 'store-figure')).toEqual(first);
    expect(await standing()).toMatchObject([{ value: 55, before: [] }]);
  });

  test.each([
    ['no figure chosen', { figure: '' }, 'Vælg et måltal'],
    ['a figure the plan does not have', { figure: 'TAL-99~x' }, 'Vælg et måltal'],
    ['a word for a number', { value: 'mange' }, 'skal være et tal'],
    ['nothing for a number', { value: '' }, 'skal være et tal'],
    ['half an agreement', { value: '5,5' }, 'helt tal'],
    ['a day that does not exist', { on: '2026-02-30' }, 'skal være en dato'],
    ['tomorrow', { on: '2026-04-02' }, 'fremtiden'],
    ['no source', { source: ' ' }, 'hvor tallet er fra'],
  ])('with %s is not stored, and the card says what is wrong', async (_, inputs, words) => {
    const view = await checked(inputs);
    expect(everything(view)).toContain(words);
    expect(everything(view)).toContain('Der er ikke gemt noget');
    expect(verbs(view)).toEqual(['check-figure']);
  });

  test('for a date that has one already is shown beside it, and replaces it only by its own click', async () => {
    await stored();
    const check = await checked({ value: '60' }, 'lars');
    expect(everything(check)).toContain('Der står allerede 55 aftaler pr. 31. marts 2026, indtastet af lone Opdigtet');
    expect(check.actions[0]?.title).toBe('Erstat tallet');
    await office.press('lars', check, 'store-figure');
    expect(await standing()).toMatchObject([{ value: 60, by: 'lars', before: [{ value: 55, by: 'lone' }] }]);
  });

  test('of fewer than five people is not told to the next who enters one', async () => {
    await stored({ figure: 'TAL-10~citizens', value: '3' });
    const check = await checked({ figure: 'TAL-10~citizens', value: '4' }, 'lars');
    expect(everything(check)).toContain('Der står allerede under 5 borgere');
    expect(everything(check)).not.toContain('3 borgere');
  });

  test('does not replace one that a colleague entered in the meantime without asking', async () => {
    const check = await checked();
    await stored({ value: '70' }, 'lars');
    const asked = await office.press('lone', check, 'store-figure');
    expect(everything(asked)).toContain('Der står allerede 70 aftaler');
    expect(await standing()).toMatchObject([{ value: 70, before: [] }]);
    await office.press('lone', asked, 'store-figure');
    expect(await standing()).toMatchObject([{ value: 55, before: [{ value: 70, by: 'lars' }] }]);
  });

  test('is not stored by the button of a draft that another one has followed', async () => {
    const old = await checked();
    await checked({ value: '60' });
    const view = await office.press('lone', old, 'store-figure');
    expect(view.headline.title).toBe('Dit klik ændrede ikke noget');
    expect(await standing()).toEqual([]);
  });

  test('is for leads and administrators: a caseworker has no button, and a made-up click stores nothing', async () => {
    expect(verbs(await office.say('kirsten', ASK))).not.toContain('enter-figure');
    const data = { ...filled, draft: 'p1' };
    for (const verb of ['enter-figure', 'check-figure', 'store-figure']) {
      const view = await office.click('kirsten', { verb, data });
      expect(view.headline.title).toBe('Din rolle giver ikke adgang til at indtaste måltal');
    }
    expect(await standing()).toEqual([]);
  });
});
