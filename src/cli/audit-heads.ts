import { headLine, lastLine } from '../cases/history-heads.ts';
import { firstSealed } from '../cases/seal.ts';
import { isoInstant, systemClock } from '../clock.ts';
import type { Auditing } from './audit.ts';
import { casesIn } from './cases-in.ts';
import type { ExitStatus } from './command.ts';

/** Prints where each history ends, a case a line, closed by a keyed hash over all of it. */
export const printHeads = async ({ store, key, municipalities, io }: Auditing): Promise<ExitStatus> => {
  const at = isoInstant(systemClock.now());
  const lines: string[] = [];
  for (const municipality of municipalities)
    for await (const { item } of casesIn(store, municipality)) {
      const line = headLine(item);
      io.out(line);
      lines.push(line);
    }
  io.out(lastLine(lines, at, key));
  return 0;
};

/** Seals every history that has no seal. */
export const sealAll = async ({ store, key, municipalities, io }: Auditing): Promise<ExitStatus> => {
  const at = isoInstant(systemClock.now());
  let sealed = 0;
  for (const municipality of municipalities)
    for await (const { item, etag } of casesIn(store, municipality)) {
      if (item.seal !== undefined) continue;
      const { outcome } = await store.replace('case', firstSealed(item, key, at), etag);
      // Whoever was faster has sealed it.
      if (outcome === 'replaced') sealed += 1;
    }
  io.out(`${sealed} histories sealed; each of them tells from where on`);
  return 0;
};
