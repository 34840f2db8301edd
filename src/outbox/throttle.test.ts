import { describe, expect, test } from '@jest/globals';
import { createThrottle } from './throttle.ts';

/** Sends as fast as the throttle lets it, and says at which millisecond each one went. */
const sendAll = (conversations: string[]): number[] => {
  const throttle = createThrottle();
  let now = 1_000_000;
  return conversations.map((conversation) => {
    now += Math.max(throttle.delay(conversation, now), throttle.appDelay(now));
    throttle.sent(conversation, now);
    return now;
  });
};

const mostWithin = (times: number[], ms: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

describe('sending as fast as is allowed', () => {
  test('in one conversation stays within every limit of Teams', () => {
    const times = sendAll(Array.from({ length: 2000 }, () => 'a'));
    expect(mostWithin(times.slice(0, 100), 1000)).toBe(7);
    expect(mostWithin(times.slice(0, 100), 2000)).toBe(8);
    expect(mostWithin(times.slice(0, 200), 30_000)).toBe(60);
    expect(mostWithin(times, 3_600_000)).toBe(1800);
  });

  test('in many conversations stays within what the app may send', () => {
    const times = sendAll(Array.from({ length: 100 }, (_, index) => `c${index}`));
    expect(mostWithin(times, 1000)).toBe(25);
  });

  test('with several on their way counts those all the while, and from their end', () => {
    const throttle = createThrottle();
    const ended = Array.from({ length: 8 }, (_, index) => throttle.begin(`c${index}`));
    for (let sent = 0; sent < 16; sent += 1) throttle.sent('other', 1_000_000);
    expect(throttle.appDelay(1_000_000)).toBe(0);
    throttle.sent('another', 1_000_010);
    expect(throttle.appDelay(1_000_010)).toBe(990);
    for (const end of ended) end(1_000_900);
    expect(throttle.appDelay(1_000_999)).toBe(1);
    expect(throttle.appDelay(1_001_000)).toBe(0);
  });

  test('one busy conversation does not hold up another', () => {
    const throttle = createThrottle();
    for (let sent = 0; sent < 8; sent += 1) throttle.sent('busy', 1_000_000);
    expect(throttle.delay('busy', 1_000_000)).toBe(2000);
    expect(throttle.delay('quiet', 1_000_000)).toBe(0);
  });
});
