import { type Encoding, linesOf } from './open-text.ts';
import { inBatches } from './in-batches.ts';
import type { Transferred } from './mapping.ts';
import { type ReadLine, readLine } from './read-line.ts';
import { type Tally, type Told, count, emptyTally } from './tally.ts';
import type { Take } from './taken.ts';

interface Import {
  file: string;
  encoding: Encoding;
  municipality?: string | undefined;
  foreign: (municipality: unknown) => string | undefined;
  take: Record<Transferred, Take>;
  told: Told;
}

async function* numbered(file: string, encoding: Encoding): AsyncGenerator<{ row: number; text: string }> {
  let row = 0;
  for await (const lines of linesOf(file, encoding))
    for (const line of lines) yield { row: (row += 1), text: line.trim() };
}

/** Takes every record of a file in the contract's own form, one a line; of two with one id the first. */
export const importLines = async ({ file, encoding, municipality, foreign, take, told }: Import) => {
  const tallies = new Map<Transferred, Tally>();
  const seen = new Map<string, number>();
  let unread = 0;

  const refusedAs = (read: ReadLine, row: number): ReadLine => {
    if ('refused' in read) return read;
    const { of, draft } = read;
    const why = foreign(draft['municipality']);
    if (why !== undefined) return { refused: { path: 'municipality', message: why } };
    const key = `${of} ${String(draft['municipality'])} ${String(draft['id'])}`;
    const first = seen.get(key);
    if (first !== undefined)
      return { refused: { path: 'id', message: `it stands in line ${first} already; allowed: one line for each` } };
    seen.set(key, row);
    return read;
  };

  const takeOne = async ({ row, text }: { row: number; text: string }): Promise<() => void> => {
    if (text === '') return () => undefined;
    const read = refusedAs(readLine(text, municipality), row);
    const refuse =
      ({ path, message }: { path: string; message: string }, id: string, tally?: Tally) =>
      () => {
        if (tally === undefined) unread += 1;
        else tally.refused += 1;
        told.refused([{ row, column: path === '' ? '(line)' : path, why: message }], id);
      };
    if ('refused' in read) return refuse(read.refused, '');
    const { of, draft } = read;
    const tally = tallies.get(of) ?? emptyTally();
    tallies.set(of, tally);
    const id = String(draft['id']);
    const taken = await take[of](draft);
    return 'refused' in taken ? refuse(taken.refused, id, tally) : () => count(tally, id, taken);
  };

  for await (const batch of inBatches(numbered(file, encoding))) {
    for (const tell of await Promise.all(batch.map(takeOne))) tell();
    told.progress(batch.at(-1)?.row ?? 0);
  }
  return { tallies, unread };
};
