import { expect, test } from '@jest/globals';
import type { Incoming } from './incoming.ts';
import { textOf } from './text.ts';

const written = (text: string): Incoming => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://service.test/',
  from: { id: '29:anna' },
  recipient: { id: '28:bot' },
  conversation: { id: 'chat-anna' },
  text,
});

test('tags of mentions fall away, other signs stay', () => {
  expect(textOf(written('spørg <at id="0">Bo Lind</at> om 3 < 4'))).toBe('spørg Bo Lind om 3 < 4');
});

test('tags that never end are read without delay', () => {
  const began = performance.now();
  expect(textOf(written('<at'.repeat(33_000)))).toHaveLength(99_000);
  expect(performance.now() - began).toBeLessThan(1000);
});
