import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { mostWithin, openConnector } from '../digests/connector.ts';
import { type Town, writeTowns } from '../digests/towns.ts';
import type { Part } from '../part.ts';
import { fill } from './fill.ts';
import { startRateServer } from './rate-server.ts';

/** A Wednesday on which people work everywhere, in winter time. */
const TODAY = '2026-11-25';
const BEFORE = `${TODAY}T06:10:00.000Z`;
const DUE = `${TODAY}T06:30:00.000Z`;
const TOWNS = 98;
const TEAMS = 40;
const CASES = 5;
const A_SECOND = 25;
const DIGESTS = TOWNS * TEAMS;
const BAR_SECONDS = (1.1 * DIGESTS) / A_SECOND;
const BAR_BYTES = 150 * 1024 * 1024;
const IDLE_SECONDS = 10;
const LONGEST_SECONDS = 600;

/** Looks each second until it is so; `seen` is called each time. */
const until = async (what: string, isSo: () => boolean | Promise<boolean>, seen = () => {}): Promise<void> => {
  for (let seconds = 0; seconds < LONGEST_SECONDS; seconds += 1) {
    if (await isSo()) return;
    seen();
    await setTimeout(1000);
  }
  throw new Error(`in vain: ${what}`);
};

const prepare = async (folder: string, serviceUrl: string, towns: readonly Town[]) => {
  const store = createSqliteStore(join(folder, 'makker.db'));
  const server = await startRateServer(folder, BEFORE);
  // What a start on new data does once is to be over: it is not part of a morning.
  await until('the first daily run is over', async () => {
    const last = towns.at(-1)?.municipality ?? '';
    return (await store.read('purge', last, 'last')) !== undefined;
  });
  const rulebooks = join(folder, 'rulebooks');
  await fill(store, towns, { folder: rulebooks, today: TODAY, serviceUrl, teams: TEAMS, cases: CASES, early: '07:00' });
  await store.close();
  return server;
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** A morning of every municipality in the country: how long all digests take, and how much memory. */
export const rate: Part = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-rate-'));
  const connector = await openConnector(({ conversationId }) => ({ about: conversationId, ending: { status: 200 } }));
  const towns = writeTowns(join(folder, 'rulebooks'), TOWNS);
  try {
    const server = await prepare(folder, connector.serviceUrl, towns);
    try {
      const plans = new Set(towns.map(({ like }) => like)).size;
      server.setTime(BEFORE);
      await until('the first digests are there', () => connector.calls.length >= plans);
      const idle: number[] = [];
      for (let second = 0; second < IDLE_SECONDS; second += 1) {
        await setTimeout(1000);
        idle.push(server.memory().now);
      }
      const load = loadavg()[0] ?? 0;
      server.forgetMost();
      server.problems.length = 0;
      const began = Date.now();
      server.setTime(DUE);
      const samples: number[] = [];
      await until(
        'all digests are there',
        () => connector.calls.length >= DIGESTS + plans,
        () => samples.push(server.memory().now),
      );
      const { most } = server.memory();
      const calls = connector.calls.filter(({ at }) => at >= began);
      const took = Math.max(...calls.map(({ at }) => at)) - began;
      const rest = Math.min(...idle);
      const twice = calls.length - new Set(calls.map(({ conversationId }) => conversationId)).size;
      const inASecond = mostWithin(
        calls.map(({ at }) => at),
        1000,
      );
      return {
        bars: [
          {
            what: `${DIGESTS} digests at ${A_SECOND} a second, from the minute they are due until the connector has the last`,
            measured: seconds(took),
            bar: `at most ${BAR_SECONDS.toFixed(1)} s`,
            holds: took <= 1000 * BAR_SECONDS,
          },
          {
            what: 'The most memory meanwhile, above idle',
            measured: megabytes(most - rest),
            bar: `at most ${megabytes(BAR_BYTES)}`,
            holds: most - rest <= BAR_BYTES,
          },
          {
            what: 'Sends in any one second, as the connector counted them',
            measured: String(inASecond),
            bar: `at most ${A_SECOND}`,
            holds: inASecond <= A_SECOND,
          },
          {
            what: 'Digests that came twice, and problems that Makker logged',
            measured: `${twice}, ${server.problems.length}`,
            bar: 'none',
            holds: twice === 0 && server.problems.length === 0,
          },
        ],
        means: `${TOWNS} invented municipalities with copies of the five rulebooks, ${TEAMS} teams in each with a channel and ${CASES} cases of several open deadlines, all due at half past seven; Makker is the whole program in a process of its own on the embedded store. Idle is the least resident memory in ${IDLE_SECONDS} seconds of rest after ${plans} digests had been sent, ${megabytes(rest)} (at that time up to ${megabytes(Math.max(...idle))}); the most, ${megabytes(most)}, is the kernel's own mark (VmHWM), and in samples of each second it was ${megabytes(Math.max(...samples))}. Node has the settings of “npm run serve”. The machine's load before was ${load.toFixed(1)}.`,
      };
    } finally {
      if (server.problems.length > 0) console.error(server.problems.slice(0, 5).join('\n'));
      await server.close();
    }
  } finally {
    await connector.close();
    rmSync(folder, { recursive: true });
  }
};
