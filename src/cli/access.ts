import { parseArgs } from 'node:util';
import type { AccessEntry } from '../access/access-entry.ts';
import { type AccessQuery, listAccess } from '../access/list-access.ts';
import { civilDate } from '../contract/case.ts';
import { createDirectory } from '../people/directory.ts';
import { readShelf } from '../rulebook-files.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { printable } from './printable.ts';
import { withStore, type Surroundings } from './with-store.ts';

const usage = `usage: makker access (--case ID | --person ID) --municipality M [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--json]
  --case: who was shown something of the case; --person: which cases the person was shown; both: the one of the other
  --json: one entry a line`;

/** `makker access` on this machine: the store that its settings name. */
export const accessCommand = (io: CommandIo): Promise<ExitStatus> =>
  accessIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Says who was shown what of which case, when and how. It writes nothing: the entries tell of no citizen but by number. */
export const accessIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readOptions(io.args);
  if (options === undefined) {
    io.err(usage);
    return 2;
  }
  const { municipality, json, ...query } = options;
  const known = readShelf(rulebooks).municipalities();
  if (!known.includes(municipality)) {
    io.err(`no rulebook is loaded for ${municipality}; allowed: ${known.join(', ')}`);
    return 1;
  }
  return withStore(env, io, async (store) => {
    const entries = await listAccess(store, municipality, query);
    if (json) {
      for (const entry of entries) io.out(JSON.stringify(entry));
      return 0;
    }
    const staff = await createDirectory({ store }).staff(municipality);
    const names = new Map(staff.map(({ id, name }) => [id, name]));
    for (const entry of entries) io.out(line(entry, names));
    if (entries.length === 0) io.out('nobody was shown anything');
    return 0;
  });
};

const line = ({ at, caseId, person, how }: AccessEntry, names: ReadonlyMap<string, string>): string => {
  const name = names.get(person);
  return printable(`${at}  ${caseId}  ${name === undefined ? person : `${name} (${person})`}: ${how}`);
};

const readOptions = (args: readonly string[]): (AccessQuery & { municipality: string; json: boolean }) | undefined => {
  try {
    const text = { type: 'string' } as const;
    const json = { type: 'boolean', default: false } as const;
    const options = { case: text, person: text, municipality: text, from: text, to: text, json };
    const { values } = parseArgs({ args: [...args], options });
    const { case: caseId, person, municipality, from, to } = values;
    const dates = [from, to].filter((date) => date !== undefined);
    if (dates.some((date) => !civilDate.safeParse(date).success)) return undefined;
    if (municipality === undefined || (caseId === undefined && person === undefined)) return undefined;
    return { caseId, person, from, to, municipality, json: values.json };
  } catch {
    return undefined;
  }
};
