import { describe, expect, test } from '@jest/globals';
import { createLog } from '../log.ts';
import { createReadiness } from './readiness.ts';

const NOW = 1_000_000_000;
const log = createLog({ write: () => undefined });
const asked = (trouble: { store?: Error; writing?: Error; municipalities?: string[]; failingFor?: number } = {}) => {
  const { store, writing, municipalities = ['testby'], failingFor } = trouble;
  return createReadiness({
    store: { read: () => (store === undefined ? Promise.resolve(undefined) : Promise.reject(store)) },
    writable: () => (writing === undefined ? Promise.resolve() : Promise.reject(writing)),
    shelf: { municipalities: () => municipalities },
    relay: { failingSince: () => (failingFor === undefined ? undefined : NOW - failingFor) },
    clock: { now: () => NOW },
    log,
  })();
};

describe('Makker is ready', () => {
  test('while the store answers, there are rulebooks, and the relay gets through', async () => {
    expect(await asked()).toBe('ready');
  });

  test('although a round of the relay failed a moment ago', async () => {
    expect(await asked({ failingFor: 60_000 })).toBe('ready');
  });
});

test('However often somebody asks, the store is asked once in two seconds', async () => {
  const [clock, answers] = [{ time: NOW, now: () => clock.time }, [Promise.resolve(undefined)]];
  const ready = createReadiness({
    store: { read: () => answers.pop() ?? Promise.reject(new Error('disk on fire')) },
    writable: () => Promise.resolve(),
    shelf: { municipalities: () => ['testby'] },
    relay: { failingSince: () => undefined },
    clock,
    log,
  });
  expect(await Promise.all([ready(), ready()])).toEqual(['ready', 'ready']);
  clock.time += 1999;
  expect(await ready()).toBe('ready');
  clock.time += 1;
  expect(await ready()).toBe('store-unavailable');
});

describe('Makker is not ready', () => {
  test.each([
    ['the store is away', { store: new Error('disk on fire') }, 'store-unavailable'],
    ['the store keeps nothing', { writing: new Error('disk full') }, 'store-unavailable'],
    ['no rulebook is loaded', { municipalities: [] }, 'no-rulebooks'],
    ['every round of the relay has failed for more than a minute', { failingFor: 60_001 }, 'relay-failing'],
  ])('when %s', async (_why, trouble, status) => {
    expect(await asked(trouble)).toBe(status);
  });
});
