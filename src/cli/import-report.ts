import { createProgress } from '../impact/progress.ts';
import type { Transferred } from '../transfer/mapping.ts';
import type { Tally, Told } from '../transfer/tally.ts';
import type { CommandIo } from './command.ts';
import { printable } from './printable.ts';

/** What a kind is called, one and many. */
const CALLED: Record<Transferred, string> = {
  cases: 'cases',
  people: 'people',
  teams: 'teams',
  catalogue: 'offers of the catalogue',
  matters: 'enquiries and complaints',
};

/** Tells of an import: progress beside and in `through`, every refused row, and at the end what became of all of them. */
export const createImportReport = (io: CommandIo, file: string, total: number, through: { rows: number }) => {
  const progress = createProgress(total, io);
  const told: Told = {
    refused: (cells, id) => {
      progress.end();
      const of = id === '' ? '' : ` (${id})`;
      for (const { row, column, why } of cells) io.out(printable(`${file} row ${row}, ${column}${of}: ${why}`));
    },
    progress: (rows) => {
      through.rows = rows;
      progress.at(rows, `${rows} of ${total} rows`);
    },
  };

  /** What became of the records of one kind. */
  const summary = (of: Transferred, tally: Tally): void => {
    for (const { id, paths } of tally.kept)
      io.out(printable(`${id}: ${paths.join(', ')} stays as it was recorded in Makker; the file says otherwise`));
    const { new: added, changed, same, refused } = tally;
    io.out(`${CALLED[of]}: ${added} new, ${changed} changed, ${same} the same, ${refused} refused`);
  };

  return { told, summary, end: () => progress.end() };
};
