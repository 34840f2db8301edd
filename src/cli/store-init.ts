import { initContainers, type StoreSettings } from '../store/index.ts';
import type { CommandIo, ExitStatus } from './command.ts';

/** `makker store init`: run as often as one likes; it changes what is not as it should be. */
export const initStore = async (store: StoreSettings, io: CommandIo): Promise<ExitStatus> => {
  if (store.kind === 'embedded') {
    io.out('nothing to do: the embedded store makes its file and brings it up to date when Makker starts');
    return 0;
  }
  for (const { name, did } of await initContainers(store)) io.out(`${name}: ${did}`);
  return 0;
};
