import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Digest } from '../../../src/agenda/digest.ts';
import { readDigest } from '../../../src/agenda/read-digest.ts';
import type { Store } from '../../../src/store/port.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Found, Part } from '../part.ts';
import { bytesFromFiles, countedStore, type Reads } from './count-reads.ts';
import { createCardMaker, type CardMaker } from './card-maker.ts';
import { closingDaysOf, makeTownFile, type Reprojected, runDaily, type TownFile } from './town-file.ts';
import { HERE, OVERDUE, PROJECTED_A_YEAR, TEAM, TODAY } from './town.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 200;
const MOST = 1.2;
const PAGE_BYTES = 4096;

/** One town, and what was measured of it. */
interface Measured {
  file: TownFile;
  store: Store;
  daily: Reprojected;
  digest: Digest;
  reads: Reads;
  /** By a process that has just opened the file, and how many pages it still reads from it the second time. */
  cold: { ms: number; pages: number; pagesAgain: number };
  times: number[];
  /** With its card. */
  cardOf: CardMaker;
  cardTimes: number[];
}

const digestFrom = (store: Store): Promise<Digest> => readDigest({ store, closingDaysOf }, HERE, { team: TEAM }, TODAY);

const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> => {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
};

const pagesIn = (bytes: number): number => Math.round(bytes / PAGE_BYTES);

/** The first digest after the file was opened. */
const coldDigest = async (path: string): Promise<Measured['cold']> => {
  const store = createSqliteStore(path);
  try {
    const began = bytesFromFiles();
    const { ms } = await timed(() => digestFrom(store));
    const first = bytesFromFiles();
    await digestFrom(store);
    return { ms, pages: pagesIn(first - began), pagesAgain: pagesIn(bytesFromFiles() - first) };
  } finally {
    await store.close();
  }
};

const measure = async (file: TownFile): Promise<Measured> => {
  const store = createSqliteStore(file.path);
  const daily = await runDaily(store);
  const counted = countedStore(store);
  const digest = await digestFrom(counted.store);
  const { reads } = counted;
  const cold = await coldDigest(file.path);
  return { file, store, daily, digest, reads, cold, times: [], cardOf: createCardMaker(store), cardTimes: [] };
};

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const ratio = (many: number, few: number): number => Math.round((many / few) * 100) / 100;
const thousands = (count: number): string => count.toLocaleString('en');

const rowOf = ({ file, daily, reads, cold, times, cardTimes }: Measured, bytes: number): string =>
  `| ${[
    thousands(file.count),
    `${(bytes / 1e6).toFixed(0)} MB`,
    reads.calls,
    reads.items,
    `${(reads.bytes / 1000).toFixed(0)} KB`,
    `${median(times).toFixed(2)} ms`,
    `${median(cardTimes).toFixed(2)} ms`,
    `${cold.ms.toFixed(1)} ms`,
    Number.isNaN(cold.pages) ? 'not known here' : `${cold.pages}, then ${cold.pagesAgain}`,
    daily.agendas,
    `${daily.seconds.toFixed(2)} s`,
    `${((daily.seconds * 1000) / daily.agendas).toFixed(2)} ms`,
  ].join(' | ')} |`;

const found = async (few: Measured, many: Measured): Promise<Found> => {
  const reads = Math.max(
    ...(['calls', 'items', 'bytes'] as const).map((what) => ratio(many.reads[what], few.reads[what])),
  );
  const time = ratio(median(many.times), median(few.times));
  const { overdue, soon, undated } = many.digest.counts;
  const same = JSON.stringify(few.digest) === JSON.stringify(many.digest);
  const rows = await Promise.all([few, many].map(async (one) => rowOf(one, (await stat(one.file.path)).size)));
  return {
    bars: [
      {
        what: `Reads of a team's digest with ${thousands(MANY)} cases in the store, by those with ${thousands(FEW)}: calls, items or bytes, whichever grow most`,
        measured: `${reads}`,
        bar: `at most ${MOST}`,
        holds: reads <= MOST,
      },
      {
        what: 'Its time likewise',
        measured: `${time}`,
        bar: `at most ${MOST}`,
        holds: time <= MOST,
      },
      {
        what: 'The digest from both: overdue entries, and whether it is the same',
        measured: `${overdue}, ${same ? 'the same' : 'another'}`,
        bar: `${OVERDUE}, the same`,
        holds: overdue === OVERDUE && same,
      },
    ],
    means: `
One municipality with forty teams in the embedded store. The measured team is the same in both files, ${overdue} entries overdue, ${soon} due soon, ${undated} without a date, matters among them, and its digests of the ten working days before; its cases lie scattered among all others, which are the other teams'. Times are the median of ${ROUNDS} digests from each file, in turn in one process that had read them before. The first digest of a process that has just opened the file reads more pages, since the way to a case in the larger file leads over one more page, and most cases have one of their own there: each later digest has them in memory.

Before it the daily run projects the agendas anew whose day has come, reported apart: ${PROJECTED_A_YEAR} for each case and year, as the part “Agenda” found.

| cases | file | calls | items | bytes | digest | with its card | first digest | its pages, and those of the second | projected anew | in | each |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
  };
};

/** One team's digest from a store with few cases and from one with a hundred times as many. */
export const digestReads: Part = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-digest-reads-'));
  const open: Measured[] = [];
  try {
    for (const count of [FEW, MANY]) open.push(await measure(await makeTownFile(folder, count)));
    const [few, many] = open;
    if (few === undefined || many === undefined) throw new Error('a town is missing');
    for (let round = 0; round < ROUNDS; round += 1)
      for (const one of round % 2 === 0 ? [few, many] : [many, few]) {
        one.times.push((await timed(() => digestFrom(one.store))).ms);
        one.cardTimes.push((await timed(one.cardOf)).ms);
      }
    return await found(few, many);
  } finally {
    for (const { store } of open) await store.close();
    await rm(folder, { recursive: true });
  }
};
