import { parseArgs } from 'node:util';
import { createCases } from '../cases/case-store.ts';
import { civilDateAt, systemClock } from '../clock.ts';
import { civilDate } from '../contract/case.ts';
import { createJudge } from '../judge.ts';
import { readSchedules } from '../retention-files.ts';
import { purge, type PurgeCounts } from '../retention/purge.ts';
import type { Schedule } from '../retention/schedule.ts';
import { readShelf } from '../rulebook-files.ts';
import type { Store } from '../store/port.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { withKeyedStore, type Surroundings } from './with-store.ts';

const usage = `usage: makker purge [--municipality M] [--day YYYY-MM-DD] [--dry-run]
  --day: as of this day instead of today; a day to come only with --dry-run
  --dry-run: says what would go, and changes nothing`;

/** `makker purge` on this machine: its rulebooks with their schedules, and the store that its settings name. */
export const purgeCommand = (io: CommandIo): Promise<ExitStatus> =>
  purgeIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Takes away what is not to be kept any longer, and says how much went. May be stopped at any instant and run again. */
export const purgeIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const today = civilDateAt(systemClock.now());
  const options = readOptions(io.args, today);
  if (options === undefined) {
    io.err(usage);
    return 2;
  }
  const { municipality, day, dryRun } = options;
  const shelf = readShelf(rulebooks);
  const known = shelf.municipalities();
  if (municipality !== undefined && !known.includes(municipality)) {
    io.err(`no rulebook is loaded for ${municipality}; allowed: ${known.join(', ')}`);
    return 1;
  }
  const asked = municipality === undefined ? known : [municipality];
  const scheduleOf = readSchedules(rulebooks, asked);
  return withKeyedStore(env, io, async (store, key) => {
    const cases = createCases({ store, judge: createJudge(shelf), clock: systemClock, key });
    let whole = true;
    for (const each of asked) {
      const schedule = scheduleOf(each);
      try {
        const counts = await purge({ store, cases, clock: systemClock }, { municipality: each, schedule, day, dryRun });
        for (const line of told(each, day, schedule, counts, dryRun)) io.out(line);
      } catch (error) {
        whole = false;
        for (const line of failures(error)) io.err(`${each}: ${line}`);
      }
    }
    const status = dryRun ? 0 : await scrubbed(store, io);
    return whole ? status : 1;
  });
};

/** What stood in the way, a case a line. */
const failures = (error: unknown): string[] => {
  const wordsOf = (one: unknown): string => (one instanceof Error ? one.message : String(one));
  if (!(error instanceof AggregateError)) return [wordsOf(error)];
  const each = error.errors.map((one: Error) => `${wordsOf(one)}: ${wordsOf(one.cause)}`);
  return [...each, 'all its other cases were gone through'];
};

/** Without this, what was taken away could still be read out of the file. */
const scrubbed = async (store: Store, io: CommandIo): Promise<ExitStatus> => {
  try {
    await store.scrub();
    return 0;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    io.err(
      `all of that is gone, but its traces in the file are not overwritten (${why}): run it again when nobody writes`,
    );
    return 1;
  }
};

const told = (
  municipality: string,
  day: string,
  schedule: Schedule,
  counts: PurgeCounts,
  dryRun: boolean,
): string[] => {
  const of = ({ months, reference }: Schedule[keyof Schedule]): string => `kept ${months} months; ${reference}`;
  return [
    `${municipality}, as of ${day}${dryRun ? ': would go' : ': gone'}`,
    `  ${counts.closedCases} closed cases' personal facts, and those of ${counts.requests} of their old requests (${of(schedule.closedCases)})`,
    `  ${counts.receiptFacts} answers' facts (${of(schedule.receiptFacts)})`,
    `  ${counts.accessEntries} entries of the access log (${of(schedule.accessLog)})`,
    `  ${counts.talks} talks (kept for their day and the next)`,
    `  ${counts.digests} digests (kept for 60 days)`,
  ];
};

const readOptions = (args: readonly string[], today: string) => {
  try {
    const text = { type: 'string' } as const;
    const dryRun = { type: 'boolean', default: false } as const;
    const { values } = parseArgs({ args: [...args], options: { municipality: text, day: text, 'dry-run': dryRun } });
    const { municipality, day = today, 'dry-run': dry } = values;
    if (!civilDate.safeParse(day).success || (day > today && !dry)) return undefined;
    return { municipality, day, dryRun: dry };
  } catch {
    return undefined;
  }
};
