import type { Change } from '../impact/change.ts';
import { csvHeader, csvRow } from '../impact/csv.ts';
import { createProgress } from '../impact/progress.ts';
import type { CommandIo } from './command.ts';
import type { ImpactOptions } from './impact-options.ts';

/** Shows how far a run is and, as CSV, every change as it comes. */
export const createListing = (format: ImpactOptions['format'], io: CommandIo) => {
  let progress = createProgress(0, io);
  return {
    begin: (total: number): void => {
      progress = createProgress(total, io);
      if (format === 'csv') io.out(`${csvHeader()}\r`);
    },
    step: (read: number, changed: number, changes: readonly Change[]): void => {
      progress.end();
      if (format === 'csv') for (const change of changes) io.out(`${csvRow(change)}\r`);
      progress.at(read, changed);
    },
    end: (): void => progress.end(),
  };
};
