import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { APPROVE, QUESTION, REJECT, english, open, request, requested, words } from '../scenes.ts';
import { METTE } from '../town.ts';

const BACK = words('language.wish');
const ENGLISH = english('language.wish');

/** Each reader's own language, over everything they get. */
export const language = (bench: Bench): void => {
  test('chosen in a sentence, it holds from that answer on, also after a restart, and for nobody else', async () => {
    const { world } = bench;
    const chosen = await world.phone('ane').say('kan du skrive på engelsk fremover');
    expect(chosen.text).toContain(english('language.changed'));
    expect(chosen.buttons.map(({ title }) => title)).toEqual([BACK]);
    expect((await world.phone('ane').say('tak')).text).toContain(english('talk.thanks'));
    await world.restart();
    expect((await world.phone('ane').say('tak')).text).toContain(english('talk.thanks'));
    expect((await world.phone('bo').say('tak')).text).toContain(words('talk.thanks'));
  });

  test('the button switches back, below the card it stands on', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say('Answer in English');
    await ane.send(ane.click(BACK));
    expect((await ane.say('thanks')).text).toContain(words('talk.thanks'));
  });

  test('a request reaches each lead in their own language, and so do the edits of its cards', async () => {
    const { world } = bench;
    await open(world, 'bo', 'dorthe');
    await world.phone('bo').say('English please');
    await request(world);
    const approve = english('request.button.approve');
    expect(world.phone('bo').withButton(approve).text).toContain(METTE);
    expect(world.phone('dorthe').withButton(APPROVE).text).toContain(METTE);
    const { messageId } = world.phone('bo').withButton(approve);
    await world.phone('dorthe').press(REJECT, { reason: 'Ikke nu' });
    await world.quiet();
    const edited = world
      .phone('bo')
      .screen()
      .find((card) => card.messageId === messageId);
    expect(edited?.text).toContain(english('request.title.rejected'));
    const own = world.phone('ane').screen().at(-1);
    expect(own?.text).toContain(words('request.title.rejected'));
  });

  test('a card that is already there follows once the language has changed', async () => {
    const { world } = bench;
    await requested(world);
    await world.phone('bo').say(ENGLISH);
    const late = await world.phone('bo').press(APPROVE);
    expect(late.text).toContain(english('request.title.approved'));
  });

  test('the same question is answered alike in both', async () => {
    const { world } = bench;
    const danish = await world.phone('ane').say(QUESTION);
    await world.phone('ane').say(ENGLISH);
    const inEnglish = await world.phone('ane').say("Can I extend Mette's course until the end of August?");
    expect(inEnglish.buttons).toHaveLength(danish.buttons.length);
    expect(inEnglish.text).toContain('31 August');
    expect(inEnglish.text).not.toMatch(/\b(?:tilbuddet|borgeren|forlænges|drøftes|om ugen)\b/);
  });
};
