import { readFileSync } from 'node:fs';
import { checkHistory } from '../cases/check-history.ts';
import { type HistoryHead, readHeads } from '../cases/history-heads.ts';
import { SEALED } from '../cases/seal.ts';
import type { Auditing } from './audit.ts';
import type { AuditOptions } from './audit-options.ts';
import { casesIn } from './cases-in.ts';
import type { ExitStatus } from './command.ts';
import { findingInWords } from './finding-in-words.ts';

type Verify = Extract<AuditOptions, { does: 'verify' }>;
/** Kept heads, by the name of the case. */
type Heads = ReadonlyMap<string, HistoryHead>;

const nameOf = (municipality: string, caseId: string): string => `${municipality} ${caseId}`;

/** The heads to compare with; none where none are wanted. */
const headsFrom = (file: string | undefined, key: string): Heads | { refused: string } => {
  if (file === undefined) return new Map();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { refused: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  const read = readHeads(text, key);
  if ('refused' in read) return { refused: `${file}: ${read.refused}` };
  return new Map(read.heads.map((head) => [nameOf(head.municipality, head.case), head]));
};

/** The numbers of the cases that are meant; all there are, as they call themselves. */
async function* meant(store: Auditing['store'], municipality: string, caseId?: string): AsyncGenerator<string> {
  if (caseId === undefined) for await (const { item } of casesIn(store, municipality)) yield item.id;
  else yield caseId;
}

/** What was looked at. */
interface Tally {
  seen: Set<string>;
  entries: number;
  /** The history that was last sealed only after it was begun. */
  late?: { name: string; at: string };
  /** Prints what is wrong with a case. */
  tell(name: string, wrong: string): void;
}

/** Checks the histories of one municipality and tells what is wrong. */
const verifyIn = async (
  municipality: string,
  { caseId }: Verify,
  { store, key }: Auditing,
  heads: Heads,
  tally: Tally,
): Promise<void> => {
  for await (const id of meant(store, municipality, caseId)) {
    const name = nameOf(municipality, id);
    if (tally.seen.has(name)) {
      // Pages are cut by these ids, so they could go round for ever.
      tally.tell(name, `there twice; the rest of ${municipality} was not looked at`);
      return;
    }
    const found = await store.read('case', municipality, id);
    if (found === undefined && caseId !== undefined) return;
    tally.seen.add(name);
    if (found === undefined) {
      tally.tell(name, 'lies in the place of another case');
      continue;
    }
    // Whatever it says of itself, it lies in this place.
    const item = { ...found.item, municipality, id };
    const { entries, findings } = await checkHistory(store, item, key, heads.get(name));
    tally.entries += entries.length;
    for (const finding of findings) tally.tell(name, findingInWords(finding));
    const late = entries.findLast(({ what }) => what === SEALED);
    if (late !== undefined && late.at > (tally.late?.at ?? '')) tally.late = { name, at: late.at };
  }
};

/** Checks every history, names each that is not whole, and says how many are. */
export const verifyAll = async (options: Verify, auditing: Auditing): Promise<ExitStatus> => {
  const { key, municipalities, io } = auditing;
  const { caseId } = options;
  const heads = headsFrom(options.heads, key);
  if ('refused' in heads) {
    io.err(heads.refused);
    return 1;
  }
  const [seen, broken] = [new Set<string>(), new Set<string>()];
  const tally: Tally = {
    seen,
    entries: 0,
    tell: (name, wrong) => {
      broken.add(name);
      io.out(`${name}: ${wrong}`);
    },
  };
  for (const municipality of municipalities) await verifyIn(municipality, options, auditing, heads, tally);
  for (const [name, head] of heads)
    if (municipalities.includes(head.municipality) && (caseId ?? head.case) === head.case && !seen.has(name))
      tally.tell(name, 'the case is gone; it was there when the heads were kept');
  if (caseId !== undefined && seen.size + broken.size === 0) {
    io.err(`there is no case ${caseId} in ${municipalities.join(', ')}`);
    return 1;
  }
  if (tally.late !== undefined)
    io.out(`sealed only after it was begun, the last of them: ${tally.late.name}, at ${tally.late.at}`);
  const verdict = broken.size === 0 ? 'all whole' : `${broken.size} not whole`;
  io.out(`cases: ${seen.size}, entries: ${tally.entries}; ${verdict}`);
  return broken.size === 0 ? 0 : 1;
};
