import { existsSync } from 'node:fs';
import { isoInstant, systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { copyStore } from '../copy/copy-store.ts';
import { openCopyEnd, type StoreSettings } from '../store/index.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import type { StoreOptions, StoreWord } from './store-options.ts';
import type { Surroundings } from './with-store.ts';

/** The settings of both stores stand side by side; STORE says which of them Makker works with. */
const settingsOf = (word: StoreWord, env: Surroundings['env'], io: CommandIo): StoreSettings | undefined => {
  const result = readConfig({ ...env, STORE: word });
  if ('config' in result) return result.config.store;
  for (const problem of result.problems) io.err(`${word}: ${problem}`);
  return undefined;
};

/** `makker store copy`: into an empty store, compared at the end. */
export const copyStores = async (
  { from, to }: Extract<StoreOptions, { does: 'copy' }>,
  env: Surroundings['env'],
  io: CommandIo,
): Promise<ExitStatus> => {
  const [source, target] = [settingsOf(from, env, io), settingsOf(to, env, io)];
  if (source === undefined || target === undefined) return 1;
  if (source.kind === 'embedded' && !existsSync(source.path)) {
    io.err(`there is no store at ${source.path}; STORE_PATH names the one to copy`);
    return 1;
  }
  const [one, other] = [await openCopyEnd(source), await openCopyEnd(target)];
  try {
    const now = isoInstant(systemClock.now());
    const copied = await copyStore(one, other, { now, done: (items) => io.status?.(`${items} items`) });
    io.status?.('');
    switch (copied.outcome) {
      case 'refused':
        io.err(copied.why);
        return 1;
      case 'differs':
        for (const line of copied.kinds) io.err(line);
        io.err(
          `${one.name} and ${other.name} differ: somebody wrote meanwhile. Stop Makker and run it again; if they differ then, empty ${other.name} and begin anew`,
        );
        return 1;
      case 'copied':
        for (const [kind, { items, hash }] of Object.entries(copied.tally)) io.out(`${items} ${kind}, ${hash}`);
        io.out(`${other.name} holds the same as ${one.name}, item by item; give it the same receipt key`);
        return 0;
    }
  } finally {
    await one.store.close();
    await other.store.close();
  }
};
