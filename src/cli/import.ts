import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createCases } from '../cases/case-store.ts';
import { createMatters } from '../cases/matter-store.ts';
import { isoInstant, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { newId } from '../ids.ts';
import { createJudge, createJudgeMatter } from '../judge.ts';
import { teamsIn } from '../people/channels.ts';
import { createDirectory } from '../people/directory.ts';
import { createReceipts } from '../receipts/receipts.ts';
import { createRequests } from '../requests/requests.ts';
import { withTending } from '../requests/with-tending.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import { readShelf } from '../rulebook-files.ts';
import type { Store } from '../store/port.ts';
import { importLines } from '../transfer/import-lines.ts';
import { importPeopleTable } from '../transfer/import-people-table.ts';
import { importTable } from '../transfer/import-table.ts';
import { readDrafts } from '../transfer/drafted.ts';
import type { Transferred } from '../transfer/mapping.ts';
import { openTable } from '../transfer/open-table.ts';
import { readInThread } from '../transfer/read-in-thread.ts';
import { ENCODING_NAMES, countLines, encodingOfLines } from '../transfer/open-text.ts';
import { TableError } from '../transfer/table.ts';
import { createTakeCase } from '../transfer/take-case.ts';
import { createTakeCatalogueItem, createTakeMatter, createTakeTeam } from '../transfer/take-others.ts';
import { createTakePerson } from '../transfer/take-person.ts';
import type { Take } from '../transfer/taken.ts';
import type { Tally } from '../transfer/tally.ts';
import { account } from './account.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { IMPORT_USAGE, type ImportOptions, readImportOptions } from './import-options.ts';
import { createImportReport } from './import-report.ts';
import { printable } from './printable.ts';
import { type Surroundings, withStoreToFill } from './with-store.ts';
import { wrongUsage } from './wrong-usage.ts';

/** `makker import` on this machine: its rulebooks, and the store that its settings name. */
export const importCommand = (io: CommandIo): Promise<ExitStatus> =>
  importIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** An import at work. */
interface Work {
  io: CommandIo;
  store: Store;
  config: Config;
  key: string;
  shelf: Shelf;
  options: ImportOptions;
  /** The file as it may be told of. */
  name: string;
  /** How many rows are through: what was not refused of them is stored. */
  through: { rows: number };
}

/** Takes cases, people, teams, offers of the catalogue or matters from a file; see docs/import.md. */
export const importIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readImportOptions(io.args);
  if ('wrong' in options) return wrongUsage(io, options.wrong, IMPORT_USAGE);
  const { file, mapping, municipality, dryRun } = options;
  for (const path of mapping === undefined ? [file] : [file, mapping]) {
    if (await readable(path)) continue;
    io.err(printable(`cannot read ${path}`));
    return 1;
  }
  const shelf = readShelf(rulebooks);
  const known = shelf.municipalities();
  if (municipality !== undefined && !known.includes(municipality)) {
    io.err(`no rulebook is loaded for ${municipality}; allowed: ${known.join(', ')}`);
    return 1;
  }
  return withStoreToFill(env, io, dryRun, async (store, config, key) => {
    const name = printable(basename(file));
    const through = { rows: 0 };
    const work = { io, store, config, key, shelf, options, name, through };
    try {
      return await (options.form === 'lines' ? takeLines(work) : takeTable(work, options.form));
    } catch (error) {
      io.status?.('');
      const taken = through.rows === 0 || dryRun ? 'nothing was stored' : `${through.rows} rows are taken`;
      if (!(error instanceof TableError)) {
        if (through.rows > 0) io.err(`${name}: ${taken}`);
        throw error;
      }
      const { row, column, why } = error.refused;
      io.err(printable(`${name} row ${row}, ${column}: ${why}; ${taken}`));
      return 1;
    }
  });
};

const readable = async (file: string): Promise<boolean> => {
  try {
    for await (const _ of createReadStream(file, { end: 0 })) break;
    return true;
  } catch {
    return false;
  }
};

/** Why a record does not belong here. */
const foreignTo = ({ shelf, options }: Work) => {
  const known = options.municipality === undefined ? shelf.municipalities() : [options.municipality];
  return (municipality: unknown): string | undefined => {
    if (municipality === undefined || municipality === null)
      return 'nothing says of which municipality it is; allowed: --municipality M';
    return known.some((one) => one === municipality)
      ? undefined
      : `no such municipality here; allowed: ${known.join(', ')}`;
  };
};

const createTakes = ({ store, key, shelf, io, options }: Work): Record<Transferred, Take> => {
  const { dryRun } = options;
  const [clock, judge, directory] = [systemClock, createJudge(shelf), createDirectory({ store })];
  const plain = createCases({ store, judge, clock, key });
  const receipts = createReceipts({ store, key, clock, ids: newId });
  // What is to be sent is found by the running bot.
  const poke = (): void => undefined;
  const requests = createRequests({ cases: plain, directory, receipts, judge, store, key, clock, poke });
  const cases = withTending(plain, requests, (_, id) =>
    io.err(`the open requests of ${id} could not be looked after; the daily run does it`),
  );
  const matters = createMatters({ store, judge: createJudgeMatter(shelf), clock });
  const author = { by: account(), at: isoInstant(clock.now()) };
  return {
    cases: createTakeCase({ cases, author, dryRun }),
    people: createTakePerson({ store, staffOf: (municipality) => directory.staff(municipality), author, dryRun }),
    teams: createTakeTeam({ store, matters, dryRun }),
    catalogue: createTakeCatalogueItem({ store, matters, dryRun }),
    matters: createTakeMatter({ store, matters, dryRun }),
  };
};

/** The exit status: a file of which every record is refused is refused itself. */
const ended = ({ io, options }: Work, tallies: readonly Tally[], unread = 0): ExitStatus => {
  const taken = tallies.reduce((sum, one) => sum + one.new + one.changed + one.same, 0);
  const refused = tallies.reduce((sum, one) => sum + one.refused, unread);
  if (options.dryRun) io.out('nothing was stored: --dry-run');
  if (taken > 0 || refused === 0) return 0;
  io.err('everything in the file was refused; nothing was stored');
  return 1;
};

const takeLines = async (work: Work): Promise<ExitStatus> => {
  const { io, options, name, through } = work;
  const { file, municipality } = options;
  const encoding = await encodingOfLines(file);
  const report = createImportReport(io, name, await countLines(file), through);
  io.out(`${name}: JSON Lines, ${ENCODING_NAMES[encoding]}`);
  const { tallies, unread } = await importLines({
    file,
    encoding,
    municipality,
    foreign: foreignTo(work),
    take: createTakes(work),
    told: report.told,
  });
  report.end();
  for (const [of, tally] of tallies) report.summary(of, tally);
  if (unread > 0) io.out(`${unread} lines refused`);
  if (tallies.size === 0 && unread === 0) io.out('nothing stands in it');
  return ended(work, [...tallies.values()], unread);
};

/** A table from this size on is read in a thread of its own; for a smaller one it would take longer to start. */
const WORTH_A_THREAD = 2_000_000;

const takeTable = async (work: Work, form: 'csv' | 'xlsx'): Promise<ExitStatus> => {
  const { io, options, store, config, name, through } = work;
  const { file, sheet, municipality, dryRun, of = 'cases' } = options;
  const mapping =
    options.mapping === undefined ? undefined : { file: options.mapping, text: readFileSync(options.mapping, 'utf8') };
  const from = { file, form, sheet, of, mapping, municipality };
  const opened = await openTable(from);
  if ('refused' in opened) {
    for (const { row, column, why } of opened.refused) io.err(printable(`${name} row ${row}, ${column}: ${why}`));
    io.err('nothing was stored');
    return 1;
  }
  const { table, layout } = opened;
  const kind = layout.mapping.of;
  const apart = statSync(file).size >= WORTH_A_THREAD && kind !== 'people';
  const reading = await (apart ? readInThread(from) : readDrafts(table, layout, municipality));
  const written = layout.numbers === 'danish' ? '1.234,50' : '1,234.50';
  io.out(`${name}: ${reading.rows} rows, read as ${table.read}, numbers as ${written}`);
  if (layout.notRead.length > 0) io.out(printable(`not read: ${layout.notRead.join(', ')}`));
  if (layout.absent.length > 0) io.out(`not in the file, stays as it is: ${layout.absent.join(', ')}`);
  const report = createImportReport(io, name, reading.rows, through);
  const { told } = report;
  let tally: Tally;
  if (kind === 'people') {
    if (municipality === undefined) {
      io.err('--municipality is missing: a list of people is of one');
      return 2;
    }
    const [staff, teams] = [await createDirectory({ store }).staff(municipality), await teamsIn(store, municipality)];
    const author = { by: account(), at: isoInstant(systemClock.now()) };
    const from = { table, layout, store, municipality, staff, teams, tenantId: config.bot?.tenantId };
    tally = await importPeopleTable({ ...from, author, dryRun, told });
  } else {
    const take = createTakes(work)[kind];
    tally = await importTable({ reading, layout, foreign: foreignTo(work), take, told });
  }
  report.end();
  report.summary(kind, tally);
  return ended(work, [tally]);
};
