import { civilDateAt, isoInstant, systemClock } from '../clock.ts';
import { cprRefused } from '../people/read-field.ts';
import { readShelf } from '../rulebook-files.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { changeWaiting } from './outbox-change.ts';
import { listWaiting } from './outbox-list.ts';
import { OUTBOX_USAGE, readOutboxOptions } from './outbox-options.ts';
import { withKeyedStore, withStore, type Surroundings } from './with-store.ts';
import { wrongUsage } from './wrong-usage.ts';

/** `makker outbox` on this machine: its rulebooks, and the store that its settings name. */
export const outboxCommand = (io: CommandIo): Promise<ExitStatus> =>
  outboxIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Lists what waits to be sent, and why; makes it due at once, or takes it away. */
export const outboxIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readOutboxOptions(io.args);
  // Not even back to the terminal: a terminal is logged, and so is what a script was called with.
  const secret = io.args.some((arg) => cprRefused(arg) !== undefined);
  if (secret) return wrongUsage(io, 'something here looks like a CPR number, which may stand nowhere', OUTBOX_USAGE);
  if ('wrong' in options) return wrongUsage(io, options.wrong, OUTBOX_USAGE);
  const shelf = readShelf(rulebooks);
  const known = shelf.municipalities();
  const named = options.does === 'list' ? options.municipality : undefined;
  const asked =
    options.does === 'list' ? (named === undefined ? known : [named]) : options.keys.map((key) => key.municipality);
  const unknown = asked.find((municipality) => !known.includes(municipality));
  if (unknown !== undefined) {
    io.err(`no rulebook is loaded for ${unknown}; allowed: ${known.join(', ')}`);
    return 1;
  }
  const now = systemClock.now();
  const moment = { now: isoInstant(now), today: civilDateAt(now) };
  if (options.does === 'list')
    return withStore(env, io, (store) => listWaiting({ store, shelf, io, ...moment }, asked));
  return withKeyedStore(env, io, (store, key) => changeWaiting({ store, shelf, key, io, ...moment }, options));
};
