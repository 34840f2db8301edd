import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { ANSWER, ASK, QUESTION, words } from '../scenes.ts';
import { eventually } from '../world.ts';
import { METTE, RIKKES, SOFUS, TORBEN } from '../town.ts';

const REAL = words('supposed.button.real');
const RECORD = words('talk.stated.button');
const HYPOTHETICAL = words('supposed.title.answer', { title: '' }).trim();

/** What one says after an answer. */
export const talk = (bench: Bench): void => {
  const recorded = async (caseId: string): Promise<string[]> =>
    (await bench.world.item(caseId)).audit
      .filter(({ what }) => what === 'fact-recorded')
      .map(({ by, details }) => `${details?.['fact']} by ${by}`);

  test('the same is asked again with another end, and about another citizen, after a restart as well', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say(QUESTION);
    const later = await ane.say('og hvad med til udgangen af september?');
    expect(later.text).toContain('30. september 2023');
    expect(later.text).toContain(words('talk.carried', { case: `${METTE} · Mette Vinterby` }));
    await world.restart();
    const other = await ane.say('og for Rikke Havgård?');
    expect(other.text).toContain(RIKKES[1]);
    expect(other.text).toContain('30. september 2023');
    expect((await ane.say('hvad med den anden sag?')).text).toContain(METTE);
  });

  test('what if: the answer is marked, stores nothing, takes no request, and the real one is a button away', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say(QUESTION);
    const before = await world.item(METTE);
    const card = await ane.say('hvad hvis hun ikke har autisme?');
    expect(card.text).toContain(HYPOTHETICAL);
    expect(card.text).toContain('Autismediagnose: Nej.');
    expect(card.buttons.map(({ title }) => title)).not.toContain(ASK);
    expect(card.inputs).toEqual([]);
    const dear = await ane.say('og hvis den koster 2500 om ugen?');
    expect(dear.text).toContain('2.500 kr.');
    expect(dear.text).toContain('Autismediagnose: Nej.');
    expect(await world.item(METTE)).toEqual(before);
    const shown = ane.screen().length;
    await ane.send(ane.click(REAL));
    const real = await eventually('the real answer below', () => ane.screen()[shown]);
    expect(real.text).not.toContain(HYPOTHETICAL);
    expect(real.text).toContain('31. august 2023');
    expect(real.buttons.map(({ title }) => title)).toContain(ASK);
  });

  test('what was asked for is answered in words, and recorded as the card would', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    const asks = await ane.say('Må jeg forlænge Sofus Lindegårds forløb til udgangen af august?');
    expect(asks.inputs.map(({ id }) => id)).toContain('citizen.diagnosedAutism');
    await world.restart();
    const answer = await ane.say('nej ikke autisme');
    expect(answer.text).toContain(words('talk.in-words.taken'));
    expect(answer.text).toContain('Autismediagnose: Nej.');
    expect(answer.inputs.map(({ id }) => id)).not.toContain('citizen.diagnosedAutism');
    expect((await world.item(SOFUS)).record.citizen.diagnosedAutism).toBe(false);
    expect(await recorded(SOFUS)).toEqual(['citizen.diagnosedAutism by ane']);
  });

  test('a yes to the one thing asked for settles the question, and nothing of the case changes', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say('Må jeg forlænge Torben Egelykkes forløb til udgangen af august?');
    const before = await world.item(TORBEN);
    const answer = await ane.say('ja');
    expect(answer.text).toContain(words('talk.in-words.taken'));
    expect(answer.buttons.map(({ title }) => title)).not.toContain(ANSWER);
    expect(await world.item(TORBEN)).toEqual(before);
  });

  test('a fact that nobody asked for is shown, and recorded by a click, once', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say(QUESTION);
    const shown = await ane.say('hun er psykisk sårbar');
    expect(shown.text).toContain('Psykisk sårbar: Ja.');
    expect(await recorded(METTE)).toEqual([]);
    const click = ane.click(RECORD);
    const answers = [await ane.deliver(click), await ane.deliver(click)];
    for (const { text } of answers) expect(text).toContain(words('talk.stated.recorded'));
    expect((await world.item(METTE)).record.citizen.mentallyVulnerable).toBe(true);
    expect(await recorded(METTE)).toEqual(['citizen.mentallyVulnerable by ane']);
  });

  test('a case that was closed in the meantime is asked about, not answered', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say(QUESTION);
    await world.change(METTE, (record) => ({ ...record, status: 'closed' }));
    const choice = await ane.say('og hvad med til udgangen af september?');
    expect(choice.text).toContain(words('talk.carried-closed'));
    expect(choice.buttons.map(({ title }) => title)).not.toContain(ASK);
  });
};
