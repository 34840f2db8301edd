import { existsSync } from 'node:fs';
import { readConfig, type Config } from '../config.ts';
import { halfCopy } from '../copy/half-copy.ts';
import { receiptKey } from '../receipt-key.ts';
import { openStore } from '../store/index.ts';
import { patient, StoreLocked } from '../store/patient.ts';
import type { Store } from '../store/port.ts';
import type { CommandIo, ExitStatus } from './command.ts';

/** Where a command finds what it reads. */
export interface Surroundings {
  env: Record<string, string | undefined>;
  /** The folder of all rulebooks. */
  rulebooks: string;
}

/** Why the store cannot be read: a command makes none of its own. */
const absentStore = ({ store }: Config): string | undefined =>
  store.kind === 'embedded' && !existsSync(store.path)
    ? `there is no store at ${store.path}; STORE_PATH names the one to read`
    : undefined;

/** Why recorded answers cannot be checked: a command makes no key of its own. */
const absentKey = ({ receiptKey }: Config): string | undefined =>
  'file' in receiptKey && !existsSync(receiptKey.file)
    ? `there is no receipt key at ${receiptKey.file}; without it no recorded answer can be checked. RECEIPT_KEY gives one`
    : undefined;

/** A file that is no store, or one that a newer Makker wrote, is refused with its name; and so is half a copy. */
const opened = async ({ store }: Config, err: CommandIo['err']): Promise<Store | undefined> => {
  try {
    const open = await openStore(store);
    const half = await halfCopy(open);
    if (half === undefined) return open;
    err(half);
    await open.close();
  } catch (error) {
    const where = store.kind === 'embedded' ? store.path : 'the database';
    err(`${where} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
  return undefined;
};

/** Opens the store that the settings name, for one command that reads it, and closes it whatever comes. */
export const withStore = async (
  env: Surroundings['env'],
  { err }: Pick<CommandIo, 'err'>,
  work: (store: Store, config: Config) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const result = readConfig(env);
  const problems = 'problems' in result ? result.problems : [absentStore(result.config) ?? []].flat();
  if ('problems' in result || problems.length > 0) {
    for (const problem of problems) err(problem);
    return 1;
  }
  const store = await opened(result.config, err);
  if (store === undefined) return 1;
  try {
    return await work(store, result.config);
  } finally {
    await store.close();
  }
};

/** The same for a command that also needs the key of receipts and seals. */
export const withKeyedStore = (
  env: Surroundings['env'],
  io: Pick<CommandIo, 'err'>,
  work: (store: Store, key: string) => Promise<ExitStatus>,
): Promise<ExitStatus> =>
  withStore(env, io, async (store, config) => {
    const problem = absentKey(config);
    if (problem === undefined) return work(store, receiptKey(config.receiptKey));
    io.err(problem);
    return 1;
  });

/**
 * The same for a command that fills the store, perhaps before anything else was ever started: store and key are made where
 * there are none, as the bot would make them. A dry run makes nothing, and finds an empty store where there is none.
 * Where another process writes, it is waited for.
 */
export const withStoreToFill = async (
  env: Surroundings['env'],
  io: Pick<CommandIo, 'err'>,
  dryRun: boolean,
  work: (store: Store, config: Config, key: string) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const result = readConfig(env);
  if ('problems' in result) return withStore(env, io, () => Promise.resolve(1));
  const { config } = result;
  const nowhere = dryRun && absentStore(config) !== undefined;
  const store = await opened(nowhere ? { ...config, store: { kind: 'embedded', path: ':memory:' } } : config, io.err);
  if (store === undefined) return 1;
  try {
    return await work(patient(store), config, dryRun ? '' : receiptKey(config.receiptKey));
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    io.err(`${error.message}; what is stored by now stays, and the same command again stores the rest`);
    return 1;
  } finally {
    await store.close();
  }
};
