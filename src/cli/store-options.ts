import { parseArgs } from 'node:util';

export const STORE_USAGE = `usage: makker store check
       makker store backup FILE
       makker store restore FILE [--replace]
       makker store init
       makker store copy --from embedded|cosmos --to cosmos|embedded
  check:   goes through all of the store and says what is wrong with it
  backup:  the embedded store as it is at this moment, into a file of its own, while Makker is at work
  restore: puts a backup in the place of the embedded store; Makker must be stopped.
           --replace keeps the store that is there aside
  init:    makes the containers in Cosmos DB, and brings their indexing and times to live up to date
  copy:    everything of one store into an empty other one, compared at the end; Makker must be stopped.
           Run again, it goes on where it was`;

export type StoreWord = 'embedded' | 'cosmos';

/** What `makker store` is asked to do. */
export type StoreOptions =
  | { does: 'check' | 'init' }
  | { does: 'backup'; file: string }
  | { does: 'restore'; file: string; replace: boolean }
  | { does: 'copy'; from: StoreWord; to: StoreWord };

const text = { type: 'string' } as const;
const isStore = (word: string | undefined): word is StoreWord => word === 'embedded' || word === 'cosmos';

interface Given {
  from?: string | undefined;
  to?: string | undefined;
  replace?: boolean | undefined;
}

const copying = ({ from, to, replace }: Given): StoreOptions | { wrong: string } => {
  if (replace !== undefined) return { wrong: '--replace goes with restore' };
  if (!isStore(from) || !isStore(to) || from === to)
    return { wrong: '--from and --to: allowed: embedded and cosmos, one each' };
  return { does: 'copy', from, to };
};

/** The options of `makker store`, or what is wrong with how it was called. */
export const readStoreOptions = (args: readonly string[]): StoreOptions | { wrong: string } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { from: text, to: text, replace: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [does, file, ...others] = positionals;
    if (others.length > 0) return { wrong: `one file at most, not also ${others.join(' ')}` };
    if (does === 'copy') return file === undefined ? copying(values) : { wrong: 'copy takes --from and --to only' };
    if (values.from !== undefined || values.to !== undefined) return { wrong: '--from and --to go with copy' };
    if (values.replace !== undefined && does !== 'restore') return { wrong: '--replace goes with restore' };
    if (does === 'check' || does === 'init') return file === undefined ? { does } : { wrong: `${does} takes no file` };
    if (does !== 'backup' && does !== 'restore')
      return { wrong: `${JSON.stringify(does ?? '')}? allowed: check, backup, restore, init, copy` };
    if (file === undefined) return { wrong: `${does}: which file?` };
    return does === 'backup' ? { does, file } : { does, file, replace: values.replace ?? false };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
};
