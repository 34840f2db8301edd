import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCases } from '../cases/case-store.ts';
import { createMatters } from '../cases/matter-store.ts';
import { civilDateAt, systemClock } from '../clock.ts';
import { fillInvented } from '../demo/fill-invented.ts';
import { realDataIn } from '../demo/holds-real-data.ts';
import { type InventedMunicipality, inventMunicipality } from '../demo/invented-municipality.ts';
import { readDemos } from '../demo/read-demos.ts';
import { readInvented } from '../demo/read-invented.ts';
import { createProgress } from '../impact/progress.ts';
import { createJudge, createJudgeMatter } from '../judge.ts';
import { readShelf } from '../rulebook-files.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import type { Store } from '../store/port.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { type Surroundings, withStoreToFill } from './with-store.ts';
import { wrongUsage } from './wrong-usage.ts';

const USAGE = `usage: makker demo --cases N [--seed S] [--municipality M]… [--print]
  invents cases, people, teams and a catalogue, and puts them into the store; what is there stays
  --cases: so many in all, shared evenly among the municipalities
  --seed: 1 to 99, without it 1; another one invents other cases. On one day the same ones every time
  --municipality: only for these; without it for all that have a rulebook
  --print: one record a line, as makker import reads it; nothing is stored
  never into a municipality that has anything of no demo: name another store with STORE_PATH`;

interface Options {
  cases: number;
  seed: number;
  only: string[];
  print: boolean;
}

/** `makker demo` on this machine: its rulebooks, and the store that its settings name. */
export const demoCommand = (io: CommandIo): Promise<ExitStatus> =>
  demoIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Invents municipalities of a size, for the store or to be printed. */
export const demoIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readOptions(io.args);
  if ('wrong' in options) return wrongUsage(io, options.wrong, USAGE);
  const shelf = readShelf(rulebooks);
  const known = shelf.municipalities();
  const strange = options.only.filter((one) => !known.includes(one));
  if (strange.length > 0) {
    io.err(`no rulebook is loaded for ${strange.join(', ')}; allowed: ${known.join(', ')}`);
    return 1;
  }
  const folder = new URL('../../demo', import.meta.url).pathname;
  if (!existsSync(join(folder, 'office.yaml'))) {
    io.err('there is nothing to invent from: the folder demo is not part of an installation in earnest use');
    return 1;
  }
  const files = readInvented(folder);
  const today = civilDateAt(systemClock.now());
  const chosen = options.only.length === 0 ? known : options.only;
  const towns = chosen.map((municipality, nth) => {
    const count = Math.floor((options.cases + chosen.length - 1 - nth) / chosen.length);
    return inventMunicipality(files, { municipality, today, count, seed: options.seed });
  });
  if (options.print) {
    for (const town of towns) print(town, io);
    return 0;
  }
  const demos = readDemos(rulebooks, today);
  return withStoreToFill(env, io, false, async (store, _, key) => {
    for (const { municipality, catalogue } of towns) {
      const demo = demos.find((one) => one.municipality === municipality);
      const ofDemo = [demo?.people, demo?.teams, demo?.catalogue, demo?.matters, demo?.cases, catalogue].flatMap(
        (records = []) => records.map(({ id }) => id),
      );
      const why = await realDataIn(store, municipality, new Set(ofDemo));
      if (why === undefined) continue;
      io.err(`${why}; nothing was stored. Name another store with STORE_PATH`);
      return 1;
    }
    await fill(towns, { store, shelf, key, total: options.cases }, io);
    return 0;
  });
};

const print = ({ municipality, people, teams, catalogue, cases }: InventedMunicipality, io: CommandIo): void => {
  for (const record of [...teams, ...people]) io.out(JSON.stringify(record));
  for (const item of catalogue) io.out(JSON.stringify({ ...item, municipality }));
  for (const record of cases) io.out(JSON.stringify(record));
};

const fill = async (
  towns: readonly InventedMunicipality[],
  { store, shelf, key, total }: { store: Store; shelf: Shelf; key: string; total: number },
  io: CommandIo,
): Promise<void> => {
  const clock = systemClock;
  const cases = createCases({ store, judge: createJudge(shelf), clock, key });
  const matters = createMatters({ store, judge: createJudgeMatter(shelf), clock });
  const progress = createProgress(total, io);
  let done = 0;
  for (const town of towns) {
    const added = await fillInvented(town, { store, cases, matters }, (some) => {
      done += some;
      progress.at(done, `${done} of ${total} cases`);
    });
    progress.end();
    io.out(`${town.municipality}: ${added} new records; ${await store.countCases(town.municipality)} cases in all`);
  }
};

const wholeNumber = (text: string | undefined, most: number): number | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;

const MOST_CASES = 1_000_000;

const readOptions = (args: readonly string[]): Options | { wrong: string } => {
  const text = { type: 'string' } as const;
  const options = {
    cases: text,
    seed: { ...text, default: '1' },
    municipality: { ...text, multiple: true },
    print: { type: 'boolean', default: false },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const cases = wholeNumber(values.cases, MOST_CASES);
  if (cases === undefined) return { wrong: `--cases ${values.cases ?? 'is missing'}; allowed: 1 to ${MOST_CASES}` };
  const seed = wholeNumber(values.seed, 99);
  if (seed === undefined) return { wrong: `--seed ${values.seed}; allowed: 1 to 99` };
  return { cases, seed, only: [...new Set(values.municipality)], print: values.print };
};
