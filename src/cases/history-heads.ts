import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { CaseItem } from './case-item.ts';
import { type HistoryEnd, historyEnd } from './seal.ts';

/** Where the history of one case ended. */
export type HistoryHead = HistoryEnd & { municipality: string; case: string };

const headSchema = z.strictObject({
  municipality: z.string(),
  case: z.string(),
  entries: z.number().int().min(0),
  hash: z.string(),
});
/** The last line: how many cases stand before it, when they were read, and the keyed hash of all of it. */
const lastSchema = z.strictObject({ cases: z.number(), at: z.string(), seal: z.string() });

/** Sets it apart from every other hash under the same key: no canonical JSON begins like this. */
const PURPOSE = 'where histories ended\n';

const hmacOver = (lines: readonly string[], at: string, key: string): string =>
  createHmac('sha256', key)
    .update(PURPOSE)
    .update([...lines, at].join('\n'))
    .digest('hex');

/** The line of one case. */
export const headLine = (item: Pick<CaseItem, 'municipality' | 'id' | 'audit'>): string =>
  JSON.stringify({ municipality: item.municipality, case: item.id, ...historyEnd(item) } satisfies HistoryHead);

/** The line that closes the list: with it no line can be changed, added or taken out unnoticed. */
export const lastLine = (lines: readonly string[], at: string, key: string): string =>
  JSON.stringify({ cases: lines.length, at, seal: hmacOver(lines, at, key) } satisfies z.infer<typeof lastSchema>);

const json = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** The heads in a kept list, and when they were read; or why it cannot be relied on. */
export const readHeads = (text: string, key: string): { heads: HistoryHead[]; at: string } | { refused: string } => {
  const lines = text.trimEnd().split(/\r?\n/);
  const last = lastSchema.safeParse(json(lines.pop() ?? ''));
  if (!last.success) return { refused: 'its last line is not the one that `makker audit heads` ends with' };
  if (last.data.seal !== hmacOver(lines, last.data.at, key))
    return { refused: 'its keyed hash does not fit: it was changed, or made under another receipt key' };
  return { heads: lines.map((line) => headSchema.parse(json(line))), at: last.data.at };
};
