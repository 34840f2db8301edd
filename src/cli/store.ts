import { readConfig } from '../config.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { backUpStore } from './store-backup.ts';
import { checkStore } from './store-check.ts';
import { copyStores } from './store-copy.ts';
import { initStore } from './store-init.ts';
import { readStoreOptions, STORE_USAGE, type StoreOptions } from './store-options.ts';
import { restoreStore } from './store-restore.ts';
import type { Surroundings } from './with-store.ts';
import { wrongUsage } from './wrong-usage.ts';

/** `makker store` on this machine: the store that its settings name. */
export const storeCommand = (io: CommandIo): Promise<ExitStatus> => storeIn({ env: process.env }, io);

/** Does the work; what the surroundings refuse (a file, a disk, a service) is told in a line, and nothing is left half. */
const done = async (options: StoreOptions, env: Surroundings['env'], io: CommandIo): Promise<ExitStatus> => {
  if (options.does === 'copy') return copyStores(options, env, io);
  const result = readConfig(env);
  if ('problems' in result) {
    for (const problem of result.problems) io.err(problem);
    return 1;
  }
  const { store } = result.config;
  switch (options.does) {
    case 'check':
      return checkStore(store, io);
    case 'init':
      return initStore(store, io);
    case 'backup':
    case 'restore':
      if (store.kind === 'cosmos') {
        io.err(`${options.does} is for the embedded store; of Cosmos DB the service makes backups and restores them`);
        return 1;
      }
      return options.does === 'backup' ? backUpStore(options, store.path, io) : restoreStore(options, store.path, io);
  }
};

/** Looks after the store: backup, restore, check, init, copy. */
export const storeIn = async ({ env }: Pick<Surroundings, 'env'>, io: CommandIo): Promise<ExitStatus> => {
  const options = readStoreOptions(io.args);
  if ('wrong' in options) return wrongUsage(io, options.wrong, STORE_USAGE);
  try {
    return await done(options, env, io);
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return 1;
  }
};
