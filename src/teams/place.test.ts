import { describe, expect, test } from '@jest/globals';
import type { Incoming } from './incoming.ts';
import { placeOf } from './place.ts';

const from = (id: string, conversationType?: string): Incoming => ({
  type: 'message',
  id: 'm-1',
  channelId: 'msteams',
  serviceUrl: 'https://service.test/',
  from: { id: '29:anna' },
  recipient: { id: '28:bot' },
  conversation: { id, ...(conversationType !== undefined && { conversationType }) },
});

describe('where something is said', () => {
  test.each([
    ['a:1xyz', 'personal', 'personal'],
    ['19:group@thread.v2', 'groupChat', 'groupChat'],
    ['19:team@thread.tacv2', 'channel', 'channel'],
    ['19:team@thread.tacv2', 'somewhere new', 'channel'],
    ['a:1xyz', undefined, 'channel'],
  ])('%s of type %s is a place of type %s', (id, given, type) => {
    expect(placeOf(from(id, given))).toEqual({ id, type });
  });

  test('a chat between two people is a place where somebody else reads along, whatever Teams calls it', () => {
    const id = '19:11111111-2222-4333-8444-555555555555_66666666-7777-4888-8999-aaaaaaaaaaaa@unq.gbl.spaces';
    expect(placeOf(from(id, 'personal')).type).toBe('groupChat');
  });

  test('a thread of a channel is the channel', () => {
    expect(placeOf(from('19:team@thread.tacv2;messageid=123', 'channel')).id).toBe('19:team@thread.tacv2');
  });
});
