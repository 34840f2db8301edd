import { isoInstant, systemClock } from '../clock.ts';
import { restoreFile } from '../store/index.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { itemsLine } from './store-backup.ts';

/** `makker store restore`: what was there is kept aside. */
export const restoreStore = async (
  { file, replace }: { file: string; replace: boolean },
  store: string,
  io: CommandIo,
): Promise<ExitStatus> => {
  const at = isoInstant(systemClock.now());
  const { items, note, aside } = await restoreFile(file, store, { replace, at });
  io.out(`${store}: ${itemsLine(items)}`);
  io.out(
    note === undefined
      ? `it is whole; without ${file}.json it is not known whether it is as it was made`
      : `it is whole, and as it was made ${note.made}`,
  );
  if (aside !== undefined) io.out(`what was there before is kept as ${aside}`);
  io.out('what was purged since the backup was made is back: run makker purge');
  return 0;
};
