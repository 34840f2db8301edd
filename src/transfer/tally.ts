import type { RefusedCell } from './refused-cell.ts';
import type { Taken } from './taken.ts';

/** What became of a file, record by record. */
export interface Tally {
  new: number;
  changed: number;
  same: number;
  /** Records of which nothing was taken. */
  refused: number;
  /** Where something else was recorded in Makker and stays: the record's id, and where in it. */
  kept: { id: string; paths: string[] }[];
}

export const emptyTally = (): Tally => ({ new: 0, changed: 0, same: 0, refused: 0, kept: [] });

/** What an import tells while it works. */
export interface Told {
  /** Why a record is refused, cell by cell. */
  refused(cells: readonly RefusedCell[], id: string): void;
  /** How many rows are done. */
  progress(rows: number): void;
}

/** Counts what became of a record that was not refused. */
export const count = (tally: Tally, id: string, taken: Exclude<Taken, { refused: unknown }>): void => {
  tally[taken.outcome] += 1;
  if (taken.kept.length > 0) tally.kept.push({ id, paths: taken.kept });
};
