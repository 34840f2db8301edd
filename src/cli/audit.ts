import { readShelf } from '../rulebook-files.ts';
import type { Store } from '../store/port.ts';
import { printHeads, sealAll } from './audit-heads.ts';
import { AUDIT_USAGE, type AuditOptions, readAuditOptions } from './audit-options.ts';
import { showHistory } from './audit-show.ts';
import { verifyAll } from './audit-verify.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { withKeyedStore, type Surroundings } from './with-store.ts';

/** What every part of `makker audit` works on. */
export interface Auditing {
  store: Store;
  /** The key of the seals. */
  key: string;
  municipalities: string[];
  io: CommandIo;
}

/** `makker audit` on this machine: the municipalities of its rulebooks, and the store its settings name. */
export const auditCommand = (io: CommandIo): Promise<ExitStatus> =>
  auditIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Proves the histories of the cases, keeps where they end, or shows one. */
export const auditIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readAuditOptions(io.args);
  if (options === undefined) {
    io.err(AUDIT_USAGE);
    return 2;
  }
  const known = readShelf(rulebooks).municipalities();
  const { municipality } = options;
  if (municipality !== undefined && !known.includes(municipality)) {
    io.err(`no rulebook is loaded for ${municipality}; allowed: ${known.join(', ')}`);
    return 1;
  }
  return withKeyedStore(env, io, async (store, key) => {
    const municipalities = municipality === undefined ? known : [municipality];
    return carriedOut(options, { store, key, municipalities, io });
  });
};

const carriedOut = (options: AuditOptions, auditing: Auditing): Promise<ExitStatus> => {
  switch (options.does) {
    case 'verify':
      return verifyAll(options, auditing);
    case 'heads':
      return printHeads(auditing);
    case 'seal':
      return sealAll(auditing);
    case 'show':
      return showHistory(options, auditing);
  }
};
