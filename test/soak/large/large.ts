import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts';
import { createTeams } from '../clicks/teams.ts';
import { writeTowns } from '../digests/towns.ts';
import type { Part } from '../part.ts';
import { startRateServer } from '../rate/rate-server.ts';
import { fillTowns } from './fill-towns.ts';

/** A Wednesday on which people work everywhere. */
const TODAY = '2026-11-25';
const NOW = `${TODAY}T08:00:00.000Z`;
const TOWNS = 98;
const FEW = 10_000;
const MANY = 1_000_000;
const QUESTIONS = 400;
const TO_WARM_UP = 60;
const LONGEST_SECONDS = 900;
const MEGABYTE = 1024 * 1024;

const at = (took: readonly number[], share: number): number =>
  took.toSorted((a, b) => a - b)[Math.floor(took.length * share)] ?? 0;

/** Until the daily run of the last town is over: what a start on new data does once is not part of an answer. */
const firstDayOver = async (folder: string): Promise<void> => {
  const store = createSqliteStore(join(folder, 'makker.db'));
  try {
    for (let seconds = 0; seconds < LONGEST_SECONDS; seconds += 1) {
      if ((await store.read('purge', `opdigtet-${TOWNS}`, 'last')) !== undefined) return;
      await setTimeout(1000);
    }
  } finally {
    await store.close();
  }
  throw new Error('the first daily run does not end');
};

const openOffice = async (count: number, connector: FakeConnector) => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-large-'));
  const towns = writeTowns(join(folder, 'rulebooks'), TOWNS);
  const empty = await startRateServer(folder, NOW);
  await firstDayOver(folder);
  await empty.close();
  const began = performance.now();
  const asked = await fillTowns({ folder, towns, count, today: TODAY, ask: QUESTIONS + TO_WARM_UP });
  const filled = performance.now();
  const { size } = statSync(join(folder, 'makker.db'));
  const server = await startRateServer(folder, NOW);
  const seconds = { fill: (filled - began) / 1000, start: (performance.now() - filled) / 1000 };
  const teams = createTeams(server.port, connector.serviceUrl);
  const ask = async (nth: number): Promise<number> => {
    const { who, id } = asked[nth] ?? { who: '', id: '' };
    const { status, took } = await teams.say(who, `Hvilke frister er der i ${id}?`);
    if (status !== 200) throw new Error(`a question was answered with ${status}`);
    const about = JSON.stringify(connector.calls.at(-1)?.body ?? '');
    if (!about.includes(id)) throw new Error(`the answer is not about ${id}: ${about}`);
    return took;
  };
  const close = async (): Promise<void> => {
    teams.close();
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { ask, close, server, size, seconds, took: [] as number[] };
};

/** How long a question about a case takes among a million, against one among ten thousand, by turns. */
export const large: Part = async () => {
  const connector = await startFakeConnector();
  const few = await openOffice(FEW, connector);
  const many = await openOffice(MANY, connector);
  try {
    for (let nth = 0; nth < TO_WARM_UP; nth += 1) for (const office of [few, many]) await office.ask(nth);
    const load = loadavg()[0] ?? 0;
    for (let nth = TO_WARM_UP; nth < TO_WARM_UP + QUESTIONS; nth += 1)
      for (const office of nth % 2 === 0 ? [few, many] : [many, few]) office.took.push(await office.ask(nth));
    const answered = connector.calls.filter(({ body }) => JSON.stringify(body).includes('OPD-0001-')).length;
    const ratio = at(many.took, 0.95) / at(few.took, 0.95);
    const memory = many.server.memory().most / MEGABYTE;
    const bytes = many.size / MANY;
    const problems = few.server.problems.length + many.server.problems.length;
    const figures = ({ took }: typeof few) =>
      [0.5, 0.95, 0.99].map((one) => `${at(took, one).toFixed(1)} ms`).join(' / ');
    const { fill, start } = many.seconds;
    return {
      bars: [
        {
          what: `A question about a case among ${MANY} against one among ${FEW}, at the 95th percentile of ${QUESTIONS} each`,
          measured: `${ratio.toFixed(2)} times as long`,
          bar: 'at most 1.3 times',
          holds: ratio <= 1.3,
        },
        {
          what: `The most memory of the process with ${MANY} cases, from its start to the last question`,
          measured: `${memory.toFixed(0)} MB`,
          bar: 'at most 300 MB',
          holds: memory <= 300,
        },
        {
          what: 'The file, by case',
          measured: `${(bytes / 1024).toFixed(2)} KB`,
          bar: 'at most 4 KB',
          holds: bytes <= 4096,
        },
        {
          what: 'Questions whose answer did not reach the connector, and problems that Makker logged',
          measured: `${Math.max(0, 2 * (QUESTIONS + TO_WARM_UP) - answered)}, ${problems}`,
          bar: 'none',
          holds: answered >= 2 * (QUESTIONS + TO_WARM_UP) && problems === 0,
        },
      ],
      means: `${TOWNS} invented municipalities with copies of the five rulebooks, in the shares of benefits that the plans give; each case has its agenda, its history's first entry and seal, and a name of its own. Two whole programs, each in a process of its own on the embedded store, were asked by turns for the deadlines of cases of all municipalities, from posting the message to its 200, by when the card had been sent. 50 / 95 / 99 percent took at most ${figures(many)} among ${MANY}, ${figures(few)} among ${FEW}. Filling the file took ${fill.toFixed(0)} s (straight into its tables) once Makker had run there without a case for a day, the start on it ${start.toFixed(1)} s. Memory is the kernel's own mark (VmHWM). The machine's load before was ${load.toFixed(1)}.`,
    };
  } finally {
    await few.close();
    await many.close();
    await connector.close();
  }
};
