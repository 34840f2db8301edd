import { parseArgs } from 'node:util';
import { keepShown } from '../access/access-log.ts';
import { civilDateAt, isoInstant, systemClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { readShelf } from '../rulebook-files.ts';
import type { Store } from '../store/port.ts';
import { exportedPages } from '../transfer/export-lines.ts';
import { type Transferred, TRANSFERRED } from '../transfer/mapping.ts';
import { recordJson } from '../transfer/record-cpr.ts';
import { account } from './account.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { withStore, type Surroundings } from './with-store.ts';

const usage = `usage: makker export [--municipality M] [--of KIND]…
  --municipality: only of this one; without it of all that have a rulebook here
  --of: only these, of ${TRANSFERRED.join(', ')}; without it all of them
  one record a line in the contract's own form, as makker import reads it`;

/** `makker export` on this machine: the store that its settings name. */
export const exportCommand = (io: CommandIo): Promise<ExitStatus> =>
  exportIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Writes records out, one a line; of every case it is kept first that whoever runs it was shown it. */
export const exportIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readOptions(io.args);
  if (options === undefined) {
    io.err(usage);
    return 2;
  }
  const known = readShelf(rulebooks).municipalities();
  const { municipality, kinds } = options;
  if (municipality !== undefined && !known.includes(municipality)) {
    io.err(`no rulebook is loaded for ${municipality}; allowed: ${known.join(', ')}`);
    return 1;
  }
  return withStore(env, io, async (store) => {
    let lines = 0;
    const chosen = municipality === undefined ? known : [municipality];
    for (const each of chosen) for (const of of kinds) lines += await write(store, each, of, io);
    io.err(
      `${lines} records of ${chosen.join(', ')}, and of no municipality without a rulebook here; what was shown of cases is kept, see makker access`,
    );
    return 0;
  });
};

/** What others are found by comes before what names them. */
const ORDER = ['teams', 'people', 'catalogue', 'matters', 'cases'] as const satisfies Transferred[];

const write = async (store: Store, municipality: string, of: Transferred, io: CommandIo): Promise<number> => {
  const now = systemClock.now();
  const showing = { municipality, person: account(), at: isoInstant(now), today: civilDateAt(now), act: newId() };
  let lines = 0;
  for await (const page of exportedPages(store, municipality, of)) {
    if (of === 'cases')
      await keepShown(store)(
        showing,
        'makker export',
        page.map(({ id }) => id),
      );
    for (const record of page) io.out(recordJson(record));
    lines += page.length;
  }
  return lines;
};

const readOptions = (args: readonly string[]): { municipality?: string; kinds: Transferred[] } | undefined => {
  try {
    const options = { municipality: { type: 'string' }, of: { type: 'string', multiple: true } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const { municipality, of = [...ORDER] } = values;
    const kinds = ORDER.filter((kind) => of.includes(kind));
    if (kinds.length < of.length) return undefined;
    return { kinds, ...(municipality !== undefined && { municipality }) };
  } catch {
    return undefined;
  }
};
