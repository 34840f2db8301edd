import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDefaults, type Schedule, withOwn } from './retention/schedule.ts';

const NAME = 'retention.yaml';

/**
 * Reads how long a municipality keeps what: `retention.yaml` below the folder of rulebooks, and the municipality's own
 * beside its rulebooks. Throws a RulebookError that names every mistake's file, line and column.
 */
export const readRetention = (folder: string, municipality: string): Schedule => {
  const read = (...path: string[]) => ({
    path: join(basename(folder), ...path),
    text: readFileSync(join(folder, ...path), 'utf8'),
  });
  const schedule = readDefaults(read(NAME));
  return existsSync(join(folder, municipality, NAME)) ? withOwn(schedule, read(municipality, NAME)) : schedule;
};
