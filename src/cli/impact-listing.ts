import type { Change } from '../impact/change.ts';
import { csvHeader, csvRow } from '../impact/csv.ts';
import { createProgress } from '../impact/progress.ts';
import type { CommandIo } from './command.ts';
import type { ImpactOptions } from './impact-options.ts';

/** Shows how far a run is and, as CSV, every change as it comes. */
export const createListing = (format: ImpactOptions['format'], io: CommandIo) => {
  let total = 0;
  let progress = createProgress(total, io);
  return {
    begin: (count: number): void => {
      total = count;
      progress = createProgress(total, io);
      if (format === 'csv') io.out(`${csvHeader()}\r`);
    },
    step: (read: number, changed: number, changes: readonly Change[]): void => {
      progress.end();
      if (format === 'csv') for (const change of changes) io.out(`${csvRow(change)}\r`);
      progress.at(read, `${read} of ${total} cases read, something changes for ${changed}`);
    },
    end: (): void => progress.end(),
  };
};
