import { parseArgs } from 'node:util';
import { type WaitingKey, readKey } from '../outbox/waiting.ts';

/** Why something is taken away, and what each word means. A case's history keeps the word: it holds no free text. */
const REASONS = {
  left: 'its reader has left',
  told: 'its reader was told otherwise',
  outdated: 'it is no news any more',
  closed: 'the chat or channel is closed for good',
  mistake: 'it should never have been sent',
} as const;
export type Reason = keyof typeof REASONS;

export const OUTBOX_USAGE = `usage: makker outbox [--municipality M]
       makker outbox retry ID… --as PERSON
       makker outbox drop ID… --reason REASON --as PERSON
  without a word: what waits to be sent, and why; the ID of each is what the others take
  retry: due at once, also what waits for its reader; after a failure its conversation stays closed for a while,
         15 minutes at most unless Teams asks for more, and then it is tried
  drop:  taken away for good. REASON: ${Object.entries(REASONS)
    .map(([word, means]) => `${word} (${means})`)
    .join(', ')}
  --as:  who does it; an administrator of the municipality`;

/** What `makker outbox` is asked to do. */
export type OutboxOptions =
  | { does: 'list'; municipality: string | undefined }
  | { does: 'retry'; keys: WaitingKey[]; as: string }
  | { does: 'drop'; keys: WaitingKey[]; as: string; reason: Reason };

const isReason = (word: string): word is Reason => Object.hasOwn(REASONS, word);
const text = { type: 'string' } as const;

const changing = (
  does: string,
  ids: readonly string[],
  { as, reason }: { as?: string | undefined; reason?: string | undefined },
): OutboxOptions | { wrong: string } => {
  if (does !== 'retry' && does !== 'drop') return { wrong: `${JSON.stringify(does)}? allowed: retry, drop` };
  if (ids.length === 0) return { wrong: 'which? makker outbox lists the ids' };
  if (as === undefined) return { wrong: '--as is missing: the id of an administrator' };
  const keys: WaitingKey[] = [];
  for (const id of ids) {
    const key = readKey(id);
    if (key === undefined)
      return { wrong: `${JSON.stringify(id)} is no id; allowed: case~M~CASE~ROW, notice~M~ID, digest~M~ID` };
    keys.push(key);
  }
  if (does === 'retry') return reason === undefined ? { does, keys, as } : { wrong: '--reason goes with drop' };
  if (reason === undefined || !isReason(reason))
    return { wrong: `--reason: allowed: ${Object.keys(REASONS).join(', ')}` };
  return { does, keys, as, reason };
};

/** The options of `makker outbox`, or what is wrong with how it was called. */
export const readOutboxOptions = (args: readonly string[]): OutboxOptions | { wrong: string } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { municipality: text, as: text, reason: text },
      allowPositionals: true,
    });
    const { municipality, ...others } = values;
    const [does, ...ids] = positionals;
    if (does === undefined)
      return others.as === undefined && others.reason === undefined
        ? { does: 'list', municipality }
        : { wrong: '--as and --reason go with retry and drop' };
    return municipality === undefined
      ? changing(does, ids, others)
      : { wrong: `--municipality does not go with ${does}: each id names its own` };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
};
