import { existsSync } from 'node:fs';
import { checkFile, outdatedContainers, type StoreSettings } from '../store/index.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { printableLines } from './printable.ts';
import { itemsLine } from './store-backup.ts';

const checkEmbedded = (path: string, io: CommandIo): ExitStatus => {
  if (!existsSync(path)) {
    io.err(`there is no store at ${path}; STORE_PATH names the one to check`);
    return 1;
  }
  const found = checkFile(path);
  if ('items' in found) {
    io.out(`${path} is whole: ${itemsLine(found.items)}`);
    return 0;
  }
  for (const problem of found.problems) io.err(printableLines(problem));
  io.err(`${found.problems.length} problems; stop Makker and run: makker store restore BACKUP --replace`);
  return 1;
};

/** `makker store check`: the whole file, or whether the containers are as this Makker needs them. */
export const checkStore = async (store: StoreSettings, io: CommandIo): Promise<ExitStatus> => {
  if (store.kind === 'embedded') return checkEmbedded(store.path, io);
  const outdated = await outdatedContainers(store);
  for (const { name, how } of outdated) io.err(`${name}: ${how}`);
  if (outdated.length > 0) {
    io.err('run: makker store init');
    return 1;
  }
  io.out(`all containers of ${store.database} are as this Makker needs them`);
  return 0;
};
