import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/outbox/messenger.ts';
import { saying, sentText, teamsStage } from './teams-stage.ts';

const THREAD = '19:team@thread.tacv2;messageid=1700000000000';
const channel = { conversation: { id: THREAD, conversationType: 'channel', tenantId: 'tenant' } };

let stage: Awaited<ReturnType<typeof teamsStage>>;
let seen: Address[];
let released: string[];
/** Whose channel it is. */
let team: () => Promise<{ municipality: string; id: string } | undefined>;
beforeEach(async () => {
  seen = [];
  released = [];
  team = async () => ({ municipality: 'testby', id: 'nord' });
  stage = await teamsStage({
    channels: {
      seenAt: (address) => {
        seen.push(address);
        return address.conversationId === '19:broken' ? Promise.reject(new Error('disk on fire')) : team();
      },
    },
    relay: {
      release: () => Promise.resolve(),
      releaseChannel: (municipality, team) => {
        released.push(`${municipality}/${team}`);
        return Promise.resolve();
      },
      sentDirectly: () => undefined,
    },
  });
});
afterEach(() => stage.close());

describe('Whatever comes from a channel', () => {
  test('keeps the way there, by its bare id and as nobody’s, and lets go what waited', async () => {
    await stage.send(channel);
    await stage.click({ action: { verb: 'v' } }, channel);
    await stage.send({ ...channel, type: 'installationUpdate', action: 'add', text: undefined });
    await stage.send({ ...channel, from: { id: '29:x', aadObjectId: 'object-stranger' }, id: 'm-2' });
    const { serviceUrl } = stage.connector;
    const way = { conversationId: '19:team@thread.tacv2', serviceUrl, tenantId: 'tenant', botId: '28:bot' };
    expect(seen).toEqual([way, way, way, way]);
    expect(released).toEqual(['testby/nord', 'testby/nord', 'testby/nord', 'testby/nord']);
  });

  test('lets go what waited for the team that a click has just made it the channel of', async () => {
    let linked = false;
    stage.script.click = async () => {
      linked = true;
      return { view: saying('Sat op') };
    };
    team = async () => (linked ? { municipality: 'testby', id: 'nord' } : undefined);
    await stage.click({ action: { verb: 'v' } }, channel);
    expect(released).toEqual(['testby/nord']);
  });

  test('but not that the bot leaves, or that somebody else comes', async () => {
    await stage.send({ ...channel, type: 'installationUpdate', action: 'remove', text: undefined });
    await stage.send({ ...channel, type: 'conversationUpdate', membersAdded: [{ id: '29:other' }], text: undefined });
    expect([seen, released]).toEqual([[], []]);
  });

  test('is answered though the way cannot be kept', async () => {
    const conversation = { ...channel.conversation, id: '19:broken' };
    stage.script.say = () => Promise.resolve({ view: saying('Svaret') });
    expect((await stage.send({ conversation })).status).toBe(200);
    expect(sentText(stage)).toContain('Svaret');
    expect(stage.codes()).toEqual(['relay-failed']);
  });
});

test('a group or somebody’s own chat is no channel', async () => {
  await stage.send();
  await stage.send({ id: 'm-2', conversation: { ...channel.conversation, id: '19:g', conversationType: 'groupChat' } });
  expect(seen).toEqual([]);
});

test('a team’s channel is welcomed with how a lead sets up the digest, a group is not', async () => {
  const installed = { type: 'installationUpdate', action: 'add', text: undefined };
  const from = { id: '29:it', aadObjectId: 'object-it' };
  await stage.send({ ...installed, from, ...channel });
  expect(sentText(stage)).toContain('send dagens overblik her kl. 8');
  const before = stage.connector.calls.length;
  const group = { ...channel.conversation, id: '19:g', conversationType: 'groupChat' };
  await stage.send({ ...installed, from, id: 'a-2', conversation: group });
  expect(JSON.stringify(stage.connector.calls.slice(before))).not.toContain('overblik');
});
