import { existsSync, statSync } from 'node:fs';
import type { Finding } from './finding.ts';

/** Whether others on this machine may read a file that only its owner should. */
export const checkPrivate = (about: string, file: string, what: string): Finding[] =>
  existsSync(file) && (statSync(file).mode & 0o077) !== 0
    ? [{ level: 'warning', about, says: `others on this machine may read ${what}`, mend: `chmod 600 ${file}` }]
    : [];
