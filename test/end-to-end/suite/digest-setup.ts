import { expect, test } from '@jest/globals';
import { startFakeConnector } from '../../support/fake-connector.ts';
import type { Bench } from '../bench.ts';
import { type Seen } from '../card.ts';
import { open, problems, words } from '../scenes.ts';
import { HERE, TENANT, type Who } from '../town.ts';

const BARE = '19:nord@thread.tacv2';
const thread = (id: string) => ({
  conversation: { id: `${BARE};messageid=${id}`, conversationType: 'channel', tenantId: TENANT },
});
const ASKED = '<at>Makker</at> send dagens overblik her kl. 8';
const mention = { type: 'mention', text: '<at>Makker</at>', mentioned: { id: '28:bot' } };

/** How a team gets its digest: by writing to Makker in the channel. */
export const digestSetup = (bench: Bench): void => {
  const say = (who: Who, text: string): Promise<Seen> =>
    bench.world.phone(who).say(text, { ...thread('1'), entities: [mention] });
  const press = async (who: Who, card: Seen, title: string): Promise<Seen> => {
    const button = card.buttons.find((one) => one.title === title);
    if (button === undefined) throw new Error(`no button ${title} on:\n${card.text}`);
    const { verb, data } = button;
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const click = { type: 'invoke', name: 'adaptiveCard/action', replyToId: 'the-card', value, ...thread('2') };
    return bench.world.phone(who).deliver(click);
  };
  const team = async () => (await bench.world.running.store.read('team', HERE, 'nord'))?.item;

  test('a lead sets it up in the channel, a caseworker may not, and the way to the channel follows', async () => {
    const { world } = bench;
    await open(world, 'erik', 'ane');
    expect((await say('ane', ASKED)).text).toContain(words('digest-setup.no.may-not'));
    const asked = await say('erik', ASKED);
    expect(asked.text).toContain(words('digest-setup.will-send', { team: 'nord', at: '8.00' }));
    const start = words('digest-setup.button.send');
    expect((await press('ane', asked, start)).text).toContain(words('digest-setup.no.may-not'));
    expect(await team()).toBeUndefined();
    const done = words('digest-setup.on-here', { team: 'nord', at: '8.00' });
    expect((await press('erik', asked, start)).text).toContain(done);
    expect((await press('erik', asked, start)).text).toContain(done);
    const { serviceUrl } = world.connector;
    const address = { conversationId: BARE, serviceUrl, tenantId: TENANT, botId: '28:bot' };
    expect(await team()).toMatchObject({ digestAt: '08:00', address });

    const moved = await startFakeConnector();
    await world.phone('ane').send({ type: 'message', text: 'hej', serviceUrl: moved.serviceUrl, ...thread('3') });
    await moved.close();
    expect((await team())?.address).toEqual({ ...address, serviceUrl: moved.serviceUrl });
    expect(problems(world)).toEqual([]);
  });
};
