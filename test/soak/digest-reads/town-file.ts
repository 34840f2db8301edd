import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { digestId, type DigestJob } from '../../../src/agenda/digest-job.ts';
import { plannedAt, workingDaysBefore } from '../../../src/agenda/digest-times.ts';
import { shownOf } from '../../../src/agenda/digest.ts';
import { readDigest } from '../../../src/agenda/read-digest.ts';
import { createCases } from '../../../src/cases/case-store.ts';
import { createMatters } from '../../../src/cases/matter-store.ts';
import { isoInstant } from '../../../src/clock.ts';
import { createDaily } from '../../../src/daily.ts';
import { createLog } from '../../../src/log.ts';
import type { Entry, Store } from '../../../src/store/port.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { GENERATED_CATALOGUE } from '../../support/generated-records.ts';
import { fillFile } from './fill-file.ts';
import { casesOfTown, HERE, judge, judgeMatter, KEY, NOW, TEAM, TEAM_NAMES, TODAY } from './town.ts';

/** A town in a file of its own. */
export interface TownFile {
  path: string;
  count: number;
  filledInSeconds: number;
}

export const closingDaysOf = (): string[] => [];
const clock = { now: () => Date.parse(NOW) };
const DAYS_BACK = 10;
const SAMPLE = 300;

/** Throws unless the store reads what was put into the file as it would have written it. */
const checkSample = async (store: Store, count: number): Promise<void> => {
  if ((await store.countCases(HERE)) !== count) throw new Error('the file does not hold every case');
  let left = SAMPLE;
  for (const item of casesOfTown(count)) {
    const read = await store.read('case', HERE, item.id);
    const same = read !== undefined && isDeepStrictEqual(read.item, item);
    if (!same || (await store.replace('case', item, read.etag)).outcome !== 'replaced')
      throw new Error(`${item.id} is not in the file as the store would have written it`);
    left -= 1;
    if (left === 0) return;
  }
};

/** The digests that every team has got before. */
const digestsBefore = async (store: Store): Promise<DigestJob[]> => {
  const digest = await readDigest({ store, closingDaysOf }, HERE, { team: TEAM }, TODAY);
  return TEAM_NAMES.flatMap((team) =>
    workingDaysBefore(TODAY, DAYS_BACK, []).map((day) => {
      const at = isoInstant(plannedAt(day, '07:30'));
      return {
        id: digestId(day, 'team', { team }),
        municipality: HERE,
        day,
        what: 'team',
        to: { team },
        plannedAt: at,
        state: 'sent',
        attempts: 0,
        sentAt: at,
        // The others' are of the size of the measured one's.
        shown: shownOf(digest),
      };
    }),
  );
};

/** A town of so many cases, with its catalogue and what its teams were told before. */
export const makeTownFile = async (folder: string, count: number): Promise<TownFile> => {
  const path = join(folder, `${count}.db`);
  const began = performance.now();
  await fillFile(path, count);
  const store = createSqliteStore(path);
  try {
    await checkSample(store, count);
    await store.createTogether([
      ...GENERATED_CATALOGUE.map((item): Entry => ({ kind: 'catalogue', item: { ...item, municipality: HERE } })),
      ...(await digestsBefore(store)).map((item): Entry => ({ kind: 'digest', item })),
    ]);
  } finally {
    await store.close();
  }
  return { path, count, filledInSeconds: (performance.now() - began) / 1000 };
};

/** What the daily run has done. */
export interface Reprojected {
  agendas: number;
  seconds: number;
}

/** The daily run of the day as Makker does it; how many agendas it projected anew, and how long that took. */
export const runDaily = async (store: Store): Promise<Reprojected> => {
  const cases = createCases({ store, judge, clock, key: KEY });
  let agendas = 0;
  const began = performance.now();
  const daily = createDaily({
    shelf: { municipalities: () => [HERE] },
    requests: { tendAll: async () => 0 },
    cases: {
      change: (...given) => {
        agendas += 1;
        return cases.change(...given);
      },
    },
    matters: createMatters({ store, judge: judgeMatter, clock }),
    projectAnew: async () => undefined,
    store,
    purge: async () => undefined,
    poke: () => undefined,
    clock,
    every: () => () => undefined,
    log: createLog({ write: (line) => void process.stderr.write(line) }),
  });
  daily.start();
  while (!daily.isThrough(HERE, TODAY)) await setImmediate();
  const seconds = (performance.now() - began) / 1000;
  await daily.stop();
  return { agendas, seconds };
};
