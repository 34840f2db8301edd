import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const unit = readFileSync(join(import.meta.dirname, '../../infra/own-server/makker.service'), 'utf8');

/** What the environment of a server of one's own says besides Makker's settings. */
export const OWN_SERVER: Readonly<Record<string, string>> = Object.fromEntries(
  [...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
);
