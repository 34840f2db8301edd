import { parseArgs } from 'node:util';
import { closingDaysBy } from '../agenda/closing-days.ts';
import { digestId } from '../agenda/digest-job.ts';
import { createMakeDigests } from '../agenda/make-digests.ts';
import { type Clock, civilDateAt, systemClock } from '../clock.ts';
import { civilDate } from '../contract/case.ts';
import { eachItem } from '../each-item.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import { readShelf } from '../rulebook-files.ts';
import type { TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { createDigestText } from './digest-text.ts';
import { printable } from './printable.ts';
import { withStore, type Surroundings } from './with-store.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = `usage: makker digest --team TEAM [--day YYYY-MM-DD] [--dry-run] [--municipality M]
  --day:     the digest of this day instead of today's; of another day only with --dry-run
  --dry-run: only prints it. Without it the digest is made, so that the bot sends it, unless it was made before`;

/** `makker digest` on this machine: its rulebooks, and the store that its settings name. */
export const digestCommand = (io: CommandIo): Promise<ExitStatus> =>
  digestIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

interface Options {
  team: string;
  day: string;
  dryRun: boolean;
  municipality: string | undefined;
}

const readOptions = (args: readonly string[], today: string): Options | { wrong: string } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        team: { type: 'string' },
        day: { type: 'string', default: today },
        'dry-run': { type: 'boolean', default: false },
        municipality: { type: 'string' },
      },
    });
    const { team, day, municipality } = values;
    if (team === undefined || team === '') return { wrong: '--team is missing: the id of a team' };
    if (!civilDate.safeParse(day).success)
      return { wrong: `--day ${JSON.stringify(day)} is no day; allowed: YYYY-MM-DD, such as ${today}` };
    return { team, day, dryRun: values['dry-run'], municipality };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
};

/** Prints a team's digest of a day as its channel reads it; without `--dry-run` it is made as well. */
export const digestIn = async (
  { env, rulebooks }: Surroundings,
  io: CommandIo,
  clock: Clock = systemClock,
): Promise<ExitStatus> => {
  const today = civilDateAt(clock.now());
  const options = readOptions(io.args, today);
  if ('wrong' in options) return wrongUsage(io, printable(options.wrong), usage);
  const refused = (why: string): ExitStatus => {
    io.err(why);
    return 1;
  };
  const { day, dryRun, municipality } = options;
  if (day !== today && !dryRun) return refused(`only today's digest (${today}) can be made; --dry-run prints another`);
  const shelf = readShelf(rulebooks);
  const known = shelf.municipalities();
  if (municipality !== undefined && !known.includes(municipality))
    return refused(`no rulebook is loaded for ${printable(municipality)}; allowed: ${known.join(', ')}`);
  return withStore(env, io, async (store) => {
    const all = await teamsOf(store, municipality === undefined ? known : [municipality]);
    const teams = all.filter(({ id }) => id === options.team);
    if (teams.length === 0) return refused(`there is no team ${printable(options.team)}; allowed: ${named(all)}`);
    const textOf = createDigestText(store, shelf);
    let status: ExitStatus = 0;
    for (const team of teams) {
      if (teams.length > 1) io.out(`== ${team.municipality}: ${team.name} ==`);
      const text = await textOf(team, day);
      if ('refused' in text) {
        io.err(text.refused);
        status = 1;
        continue;
      }
      io.out(text.text);
      io.out('');
      io.out(dryRun ? whereTo(team) : await made(store, shelf, team, today, clock));
    }
    return status;
  });
};

const teamsOf = async (store: Store, municipalities: readonly string[]): Promise<TeamItem[]> => {
  const found: TeamItem[] = [];
  for (const municipality of municipalities)
    for await (const team of eachItem((page) => store.list('team', municipality, page))) found.push(team);
  return found;
};

const named = (teams: readonly TeamItem[]): string =>
  teams.map(({ id, municipality }) => `${id} (${municipality})`).join(', ') || 'none';

const NOWHERE = "it has no channel; a digest is set up by writing to Makker in the team's channel";

const whereTo = ({ address, digestOff }: TeamItem): string => {
  if (address === undefined) return `nothing is sent: ${NOWHERE}`;
  return digestOff === true ? 'nothing is sent: its channel wants no digest' : 'dry run: nothing was sent';
};

/** Makes today's digest, and says what becomes of it. */
const made = async (store: Store, shelf: Shelf, team: TeamItem, today: string, clock: Clock): Promise<string> => {
  const digests = createMakeDigests({ store, closingDaysOf: closingDaysBy(shelf), clock });
  const outcome = await digests.now(team);
  if (outcome === 'nowhere') return whereTo(team);
  if (outcome === 'created') return 'made: the running bot sends it';
  const job = (await store.read('digest', team.municipality, digestId(today, 'team', { team: team.id })))?.item;
  return job?.sentAt === undefined
    ? `made before: it is ${job?.state ?? 'gone'}${job?.why === undefined ? '' : ` (${job.why})`}`
    : `made before: sent at ${job.sentAt}`;
};
