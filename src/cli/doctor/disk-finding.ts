import type { Finding } from './finding.ts';

const MB = 1024 * 1024;
const SCARCE = 1024 * MB;

/** Whether there is room (bytes) to purge: that writes the file anew, as a copy and then as large a log. A backup takes less. */
export const diskFinding = (free: number, size: number): Finding => {
  const needed = 2 * size + SCARCE;
  const [about, says] = ['store', `${Math.floor(free / MB)} MB are free on its disk`];
  return free >= needed
    ? { level: 'ok', about, says }
    : { level: 'warning', about, says, mend: `make room: ${Math.ceil(needed / MB)} MB let it be backed up and purged` };
};
