import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { problems, words } from '../scenes.ts';
import { METTE, TENANT } from '../town.ts';

const URGENT = words('talk.example.overdue-mine');
const TAKE = words('overdue.button.take');

/** What is overdue and due soon, of oneself and of the team. */
export const overdue = (bench: Bench): void => {
  test('what is urgent is listed, taken by a click, and in the own list of whoever took it', async () => {
    const { world } = bench;
    const [ane, frida] = [world.phone('ane'), world.phone('frida')];
    const own = await ane.say(URGENT);
    expect(own.text).toContain(words('overdue.mine'));
    expect(own.text).toMatch(new RegExp(`${METTE} · Mette`));
    expect((await frida.say(URGENT)).text).toContain(words('overdue.none'));

    await frida.say(words('talk.example.overdue-team'));
    const { agenda } = await world.item(METTE);
    const open = agenda.find(({ met }) => !met);
    const entry = ['case', METTE, open?.rule, open?.offerId ?? '', open?.due ?? ''].join('~');
    const click = frida.click(TAKE, { entry });
    await Promise.all([frida.deliver(click), frida.deliver(click)]);
    expect((await world.item(METTE)).taken).toMatchObject([{ by: 'frida' }]);
    expect((await ane.press(TAKE, { entry })).text).toContain('Frida Elmegård');
    expect((await frida.say(URGENT)).text).toContain(METTE);
    expect(problems(world)).toEqual([]);
  });

  test('where others read along it is numbers, and nobody outside the team sees it', async () => {
    const { world } = bench;
    const elsewhere = { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: TENANT } };
    const { text } = await world.phone('ane').say(words('talk.example.overdue-team'), elsewhere);
    expect(text).toContain(METTE);
    expect(text).not.toMatch(/Mette|Torben|autis/);
    expect((await world.phone('hans').say(words('talk.example.overdue-team'))).text).not.toContain(METTE);
    expect((await world.phone('ida').say(words('talk.example.overdue-team'))).text).toContain(
      words('overdue.may-not-see'),
    );
  });
};
