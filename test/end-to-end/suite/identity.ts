import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { APPROVE, decidedBy, open, postsTo, request, requested, words } from '../scenes.ts';
import { HERE, METTE, NIELS, type Who } from '../town.ts';

/** Who may click: looked up when the click comes, in our own data, for the identity that Teams vouches for. */
export const identity = (bench: Bench): void => {
  /** The data on the button of the card that Bo got. */
  const ofBo = () => bench.world.phone('bo').withButton(APPROVE).buttons[0]?.data ?? {};

  test.each<[Who, string, 'not-entitled' | 'unknown']>([
    ['ane', "the case's own caseworker", 'not-entitled'],
    ['frida', 'a colleague without the role', 'not-entitled'],
    ['gerda', "another team's functional lead", 'unknown'],
    ['hans', "another team's caseworker", 'unknown'],
    ['ida', 'an administrator', 'unknown'],
    ['olga', "another municipality's functional lead", 'unknown'],
  ])('%s, %s, cannot approve with the card of somebody who may', async (who, _what, why) => {
    const { world } = bench;
    await open(world, 'bo');
    await request(world, 'frida' === who || why === 'unknown' ? 'ane' : 'frida');
    const before = await world.item(METTE);
    const claimed = { ...ofBo(), role: 'functional-lead', person: 'bo', by: 'bo', aadObjectId: 'object-bo' };
    for (const data of [ofBo(), claimed]) {
      const answer = await world.phone(who).forge('approve', data);
      expect(answer.text).toContain(words(`request.refused.${why}`));
      expect(answer.buttons).toEqual([]);
      if (why === 'unknown') expect(answer.text).not.toContain('Mette');
    }
    expect(await world.item(METTE)).toEqual(before);
  });

  test('whoever asked cannot approve, not even a lead; another lead can', async () => {
    const { world } = bench;
    await open(world, 'bo', 'dorthe');
    const asked = await request(world, 'dorthe', `Må jeg forlænge forløbet i ${METTE} til udgangen af august?`);
    expect(asked.buttons.map(({ title }) => title)).toEqual([words('request.button.withdraw')]);
    expect(postsTo(world, 'dorthe', words('request.title.lead'))).toBe(0);
    const before = await world.item(METTE);
    const own = await world.phone('dorthe').forge('approve', ofBo());
    expect(own.text).toContain(words('request.refused.own-request'));
    expect(await world.item(METTE)).toEqual(before);
    expect((await world.phone('bo').press(APPROVE)).text).toContain(decidedBy('bo'));
  });

  test('a lead cannot sign in a case that is their own', async () => {
    const { world } = bench;
    await open(world, 'bo', 'dorthe');
    await request(world, 'frida', `Må jeg forlænge forløbet i ${NIELS} til udgangen af august?`);
    expect(postsTo(world, 'bo', words('request.title.lead'))).toBe(0);
    const data = world.phone('dorthe').withButton(APPROVE).buttons[0]?.data;
    const own = await world.phone('bo').forge('approve', data);
    expect(own.text).toContain(words('request.refused.not-entitled'));
    expect((await world.request(NIELS)).state).toBe('open');
  });

  test('a stranger, and the same object id in another tenant, are nobody', async () => {
    const { world } = bench;
    await requested(world);
    const before = await world.item(METTE);
    const click = world.phone('bo').click(APPROVE);
    const conversation = { id: 'chat-bo', conversationType: 'personal', tenantId: 'tenant-2' };
    for (const pretended of [
      { from: { id: '29:bo', aadObjectId: 'object-nobody' } },
      { from: { id: '29:bo' } },
      { conversation },
      { channelData: { tenant: { id: 'tenant-2' } } },
    ]) {
      const answer = await world.phone('bo').deliver({ ...click, ...pretended });
      expect(answer.text).toContain(words('teams.unknown-title'));
      expect(answer.text).not.toContain('Mette');
    }
    expect(await world.item(METTE)).toEqual(before);
  });

  test('a lead who has lost the role since the card was sent cannot use it', async () => {
    const { world } = bench;
    await requested(world);
    const { store } = world.running;
    const bo = await store.read('person', HERE, 'bo');
    if (bo === undefined) throw new Error('Bo is not there');
    const roles = [{ role: 'caseworker' as const, team: 'nord' }];
    await store.replace('person', { ...bo.item, roles }, bo.etag);
    expect((await world.phone('bo').press(APPROVE)).text).toContain(words('request.refused.not-entitled'));
    expect((await world.request(METTE)).state).toBe('open');
    expect((await world.phone('dorthe').press(APPROVE)).text).toContain(decidedBy('dorthe'));
  });
};
