import { civilDateAt, isoInstant, systemClock } from '../clock.ts';
import { accessTable } from '../people/access-table.ts';
import { teamsIn } from '../people/channels.ts';
import { createDirectory } from '../people/directory.ts';
import { cprRefused } from '../people/read-field.ts';
import { readShelf } from '../rulebook-files.ts';
import { account } from './account.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { importPeopleFrom } from './people-import.ts';
import type { PeopleCommand } from './people-office.ts';
import { PEOPLE_USAGE, type PeopleOptions, readPeopleOptions } from './people-options.ts';
import { setPerson } from './people-set.ts';
import { showPeople } from './people-show.ts';
import { setSubstitute } from './people-substitute.ts';
import { setTeam } from './people-team.ts';
import { withStore, type Surroundings } from './with-store.ts';
import { wrongUsage } from './wrong-usage.ts';

/** `makker people` on this machine: its rulebooks, and the store that its settings name. */
export const peopleCommand = (io: CommandIo): Promise<ExitStatus> =>
  peopleIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

const commands: Record<Exclude<PeopleOptions['command'], 'show' | 'access'>, PeopleCommand> = {
  import: importPeopleFrom,
  add: setPerson,
  set: setPerson,
  substitute: setSubstitute,
  team: setTeam,
};

/** Shows and changes who is who, and who may do what. */
export const peopleIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readPeopleOptions(io.args);
  // Not even back to the terminal: a terminal is logged, and so is what a script was called with.
  const secret = io.args.some((arg) => cprRefused(arg) !== undefined);
  if (secret) return wrongUsage(io, 'something here looks like a CPR number, which may stand nowhere', PEOPLE_USAGE);
  if ('wrong' in options) return wrongUsage(io, options.wrong, PEOPLE_USAGE);
  const { command, municipality } = options;
  if (command === 'access') {
    for (const line of accessTable()) io.out(line);
    return 0;
  }
  const known = readShelf(rulebooks).municipalities();
  if (municipality !== undefined && !known.includes(municipality)) {
    io.err(`no rulebook is loaded for ${municipality}; allowed: ${known.join(', ')}`);
    return 1;
  }
  const now = systemClock.now();
  const today = civilDateAt(now);
  return withStore(env, io, async (store, config) => {
    const directory = createDirectory({ store });
    if (command === 'show' || municipality === undefined)
      return showPeople({ directory, store }, municipality === undefined ? known : [municipality], options, today, io);
    const [staff, teams] = [await directory.staff(municipality), await teamsIn(store, municipality)];
    const author = { at: isoInstant(now), by: account() };
    const out = (line: string): void => io.out(line);
    const err = (line: string): void => io.err(line);
    return commands[command]({ store, config, municipality, staff, teams, today, author, out, err }, options);
  });
};
