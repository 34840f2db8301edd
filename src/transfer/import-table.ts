import type { Drafted, Reading } from './drafted.ts';
import { type Layout, headingOf } from './layout.ts';
import { readCell } from './read-cell.ts';
import { withEmptied } from './read-row.ts';
import type { RefusedCell } from './refused-cell.ts';
import { type Tally, type Told, count, emptyTally } from './tally.ts';
import type { Take } from './taken.ts';

interface Import {
  reading: Reading;
  layout: Layout;
  /** Why a record of this municipality may not be taken. */
  foreign: (municipality: unknown) => string | undefined;
  take: Take;
  told: Told;
}

/** Takes every record of a table that has been looked through: each whole, or refused as a whole. */
export const importTable = async ({ reading, layout, told, take, ...where }: Import): Promise<Tally> => {
  const tally = emptyTally();
  let done = 0;

  const takeOne = async ({ id, row, read }: Drafted): Promise<() => void> => {
    const refuse = (cells: readonly RefusedCell[]) => () => {
      tally.refused += 1;
      told.refused(cells, 'wrong' in readCell(id, { is: 'id' }, 'danish') ? '' : id);
    };
    if ('refused' in read) return refuse(read.refused);
    const record = 'record' in read ? read.record : undefined;
    const draft = 'record' in read ? { ...read.record } : read.draft;
    const foreign = where.foreign(draft['municipality']);
    if (foreign !== undefined) return refuse([{ row, column: headingOf(layout, 'municipality'), why: foreign }]);
    if (id === '') return refuse([{ row, column: headingOf(layout, 'id'), why: 'nothing stands here; it is needed' }]);
    const taken = await take(draft, { record, emptied: () => withEmptied(draft, layout) });
    if ('refused' in taken) {
      const { path, message } = taken.refused;
      return refuse([{ row, column: headingOf(layout, path), why: message }]);
    }
    return () => count(tally, id, taken);
  };

  for await (const batch of reading.batches) {
    for (const tell of await Promise.all(batch.map(takeOne))) tell();
    for (const { rows } of batch) done += rows;
    told.progress(done);
  }
  return tally;
};
