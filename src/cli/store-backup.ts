import { existsSync } from 'node:fs';
import { isoInstant, systemClock } from '../clock.ts';
import { backUpFile } from '../store/index.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { printable } from './printable.ts';

/** Items by kind in a line. */
export const itemsLine = (items: Record<string, number>): string =>
  Object.entries(items)
    .map(([kind, count]) => printable(`${count} ${kind}`))
    .join(', ') || 'nothing';

/** `makker store backup`: a file that was gone through before it got its name. */
export const backUpStore = async ({ file }: { file: string }, store: string, io: CommandIo): Promise<ExitStatus> => {
  if (!existsSync(store)) {
    io.err(`there is no store at ${store}; STORE_PATH names the one to read`);
    return 1;
  }
  const { note, unnoted } = await backUpFile(store, file, isoInstant(systemClock.now()));
  io.out(`${file}: ${itemsLine(note.items)}`);
  io.out(`it is whole; SHA-256 ${note.sha256}, also in ${file}.json`);
  io.out('the receipt key is not in it: keep that elsewhere, without it no recorded answer can be checked');
  if (unnoted !== undefined)
    io.err(`it is not noted beside the store, so makker doctor names an older one, or none (${unnoted})`);
  return 0;
};
