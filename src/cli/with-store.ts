import { existsSync } from 'node:fs';
import { readConfig, type Config } from '../config.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import type { CommandIo, ExitStatus } from './command.ts';

/** Where a command finds what it reads. */
export interface Surroundings {
  env: Record<string, string | undefined>;
  /** The folder of all rulebooks. */
  rulebooks: string;
}

/** Whether what a command reads is there: it makes no store and no key of its own. */
const absent = ({ store, receiptKey }: Config): string | undefined => {
  if (store.kind === 'embedded' && !existsSync(store.path))
    return `there is no store at ${store.path}; STORE_PATH names the one to read`;
  if ('file' in receiptKey && !existsSync(receiptKey.file))
    return `there is no receipt key at ${receiptKey.file}; without it no recorded answer can be checked. RECEIPT_KEY gives one`;
  return undefined;
};

/** Opens the store that the settings name, for one command that reads it, and closes it whatever comes. */
export const withStore = async (
  env: Surroundings['env'],
  { err }: Pick<CommandIo, 'err'>,
  work: (store: Store, config: Config) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const result = readConfig(env);
  const problems = 'problems' in result ? result.problems : [absent(result.config) ?? []].flat();
  if ('problems' in result || problems.length > 0) {
    for (const problem of problems) err(problem);
    return 1;
  }
  const store = await openStore(result.config.store);
  try {
    return await work(store, result.config);
  } finally {
    await store.close();
  }
};
