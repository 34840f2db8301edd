import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createDigestClock } from './digest-clock.ts';
import { createLog } from './log.ts';

let looks: (() => void)[];
let pokes: number;
let codes: string[];
/** The municipalities whose agendas are those of the day. */
let through: string[];
let made: string[];
/** The municipality whose digests cannot be made. */
let failing: string | undefined;
beforeEach(() => {
  [looks, pokes, codes, through, made, failing] = [[], 0, [], ['nordby', 'testby'], [], undefined];
});

const clockOf = () =>
  createDigestClock({
    shelf: { municipalities: () => ['nordby', 'testby'] },
    daily: { isThrough: (municipality, day) => day === '2026-11-23' && through.includes(municipality) },
    digests: {
      due: async (municipality) => {
        if (municipality === failing) throw new Error('the store is away');
        made.push(municipality);
        return made.length === 1;
      },
    },
    poke: () => {
      pokes += 1;
    },
    clock: { now: () => Date.parse('2026-11-23T07:30:00Z') },
    every: (_ms, look) => {
      looks.push(look);
      return () => looks.splice(0);
    },
    log: createLog({ write: (line) => codes.push(JSON.parse(line).code) }),
  });
let clock: ReturnType<typeof createDigestClock>;
const start = async (): Promise<void> => {
  clock = clockOf();
  clock.start();
  await setImmediate();
  await clock.stop();
};
afterEach(() => clock.stop());

test('The digests of a municipality are made once its agendas are those of the day, and sent at once', async () => {
  through = ['testby'];
  await start();
  expect(made).toEqual(['testby']);
  expect(pokes).toBe(1);
});

test('What cannot be made in one municipality keeps nothing from another', async () => {
  failing = 'nordby';
  await start();
  expect(made).toEqual(['testby']);
  expect(codes).toEqual(['digests-not-made']);
});

test('A stopped clock looks no more', async () => {
  await start();
  expect(looks).toEqual([]);
});
