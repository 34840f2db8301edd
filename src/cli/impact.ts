import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { civilDateAt, systemClock } from '../clock.ts';
import { chooseVersions } from '../impact/choose-versions.ts';
import { runImpact } from '../impact/run-impact.ts';
import { compileSide, type Side } from '../impact/side.ts';
import { summary, table } from '../impact/table.ts';
import type { Bilingual } from '../rulebook/judgement.ts';
import type { RulebookFile } from '../rulebook/shelf.ts';
import { readShelf } from '../rulebook-files.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { createListing } from './impact-listing.ts';
import { IMPACT_USAGE, readImpactOptions } from './impact-options.ts';
import { onInterruption } from './interruption.ts';
import { withStore, type Surroundings } from './with-store.ts';

/** `makker impact` on this machine: its rulebooks, and the store that its settings name. */
export const impactCommand = (io: CommandIo): Promise<ExitStatus> =>
  impactIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/**
 * Runs a municipality's open cases through two versions of its rulebook and lists what changes. It writes nothing.
 * Throws a RulebookError for a version or a draft that cannot be used.
 */
export const impactIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readImpactOptions(io.args, civilDateAt(systemClock.now()));
  if (options === undefined) {
    io.err(IMPACT_USAGE);
    return 2;
  }
  const { municipality, today, format } = options;
  const versions = readShelf(rulebooks).texts();
  const chosen = chooseVersions(options.from, options.to, { versions, municipality, draftAt });
  if ('refused' in chosen) {
    io.err(chosen.refused);
    return 1;
  }
  const sides = [compileSide(chosen.from, today), compileSide(chosen.to, today)];
  const interruption = onInterruption();
  // What is no change stands beside the CSV, not in it.
  const tell = (line: string): void => (format === 'csv' ? io.err(line) : io.out(line));
  return withStore(env, io, async (store) => {
    tell(`from ${chosen.from.file.path} to ${chosen.to.file.path}, on ${today}`);
    for (const { source } of sides)
      if (source.validFrom > today) tell(`the version of ${source.validFrom} is read as on its first day`);
    const { begin, step, end } = createListing(format, io);
    const { signal } = interruption;
    const tally = await runImpact({ ...chosen, today, store, threads: availableParallelism(), signal, begin, step });
    end();
    tell(signal.aborted ? `interrupted; so far: ${summary(tally)}` : summary(tally));
    if (format === 'table' && !signal.aborted) for (const line of table(tally, statementsOf(sides))) io.out(line);
    return 0;
  }).finally(() => interruption.end());
};

const statementsOf = (sides: readonly Side[]): Map<string, Bilingual> =>
  new Map(sides.flatMap(({ rulebook }) => rulebook.rules.map(({ id, statement }) => [id, statement] as const)));

const draftAt = (path: string): RulebookFile | undefined => {
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch {
    return undefined;
  }
};
