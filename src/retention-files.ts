import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDefaults, type Schedule, withOwn } from './retention/schedule.ts';

const NAME = 'retention.yaml';

/**
 * Reads how long a municipality keeps what: `retention.yaml` below the folder of rulebooks, and the municipality's own
 * beside its rulebooks. Throws a RulebookError that names every mistake's file, line and column.
 */
const readRetention = (folder: string, municipality: string): Schedule => {
  const read = (...path: string[]) => ({
    path: join(basename(folder), ...path),
    text: readFileSync(join(folder, ...path), 'utf8'),
  });
  const schedule = readDefaults(read(NAME));
  return existsSync(join(folder, municipality, NAME)) ? withOwn(schedule, read(municipality, NAME)) : schedule;
};

/** The schedules of these municipalities, all read at once so that a mistake is told before anything is done. */
export const readSchedules = (
  folder: string,
  municipalities: readonly string[],
): ((municipality: string) => Schedule) => {
  const schedules = new Map(municipalities.map((each) => [each, readRetention(folder, each)]));
  return (municipality) => {
    const schedule = schedules.get(municipality);
    if (schedule === undefined) throw new RangeError(`no schedule was read for ${municipality}`);
    return schedule;
  };
};
